package io.dateline.store.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.store.saved.DeliveryQueue.Head;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeReader;
import java.time.Instant;
import java.util.List;

/**
 * Writes what is sent. The change is read when it is sent, so that what was withdrawn or erased meanwhile is told without
 * its text.
 */
final class Letters {
    private final ChangeReader changes;
    private final ObjectMapper json;

    Letters(ChangeReader changes, ObjectMapper json) {
        this.changes = changes;
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(String type, Instant timestamp, Saved savedQuery, Change data) {}

    private record Saved(String id, String name) {}

    /** @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable} */
    Letter change(Head head, Instant now) {
        Change change = changes.at(head.seq())
                .orElseThrow(() -> new IllegalStateException("changes have no holes, but this: " + head.seq()));
        Body body = new Body("change", now, new Saved(head.savedId(), head.name()), change);
        return new Letter(head.url(), head.savedId() + "-" + head.seq(), bytes(body), head.secrets());
    }

    /** @param saved with a webhook */
    Letter ping(SavedQuery saved, WebhookSecret secret, Instant now) {
        Body body = new Body("ping", now, new Saved(saved.id(), saved.name()), null);
        return new Letter(
                saved.webhook().url(), saved.id() + "-ping-" + now.toEpochMilli(), bytes(body), List.of(secret));
    }

    private byte[] bytes(Body body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change that does not serialise is a bug", e);
        }
    }
}
