package io.dateline.systemtests.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows {@code /api/changes} from the beginning, as a client would that must miss nothing, and keeps what it saw.
 * Survives an outage of the store by asking again from where it was. Not thread-safe.
 */
public final class ChangesReader {
    private final Http http;
    private final String store;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long last;

    /** One change as it was given. */
    public record Change(long seq, String id, int revision) {}

    /** @param store base address of a store instance */
    public ChangesReader(Http http, String store) {
        this.http = http;
        this.store = store;
    }

    /** Reads what is new; returns how many changes that was, 0 also while the store is away. */
    public int poll() {
        JsonNode answer;
        try {
            var response = http.get(store + "/api/changes?limit=1000&after=" + last);
            if (response.statusCode() != 200) {
                return 0;
            }
            answer = Http.parse(response.body());
        } catch (UncheckedIOException away) {
            return 0;
        }
        JsonNode items = answer.get("items");
        for (JsonNode item : items) {
            take(item);
        }
        return items.size();
    }

    private void take(JsonNode item) {
        long seq = item.get("seq").asLong();
        // The store numbers changes without holes, so a reader can tell by itself that it missed none.
        if (seq != last + 1) {
            faults.add("after " + last + " came " + seq);
        }
        last = seq;
        changes.add(
                new Change(seq, item.get("id").asText(), item.get("revision").asInt()));
        String key = item.get("id").asText() + "/" + item.get("revision").asInt();
        if (seen.merge(key, 1, Integer::sum) > 1) {
            faults.add(key + " came again as " + seq);
        }
    }

    /** Distinct revisions seen. */
    public int count() {
        return seen.size();
    }

    /** All that it was given, in that order. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    public boolean saw(String id, int revision) {
        return seen.containsKey(id + "/" + revision);
    }

    /** Gaps and repeats; empty where there were none. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public long last() {
        return last;
    }
}
