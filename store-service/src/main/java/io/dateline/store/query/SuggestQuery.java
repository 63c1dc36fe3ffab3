package io.dateline.store.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a name begins with.
 *
 * @param prefix in lower case; never null
 * @param kinds  of the tags looked among; never null
 * @param limit  suggestions at most, 1 to 50
 */
public record SuggestQuery(String prefix, List<String> kinds, int limit) {
    private static final int PREFIX_LENGTH = 100;
    private static final int LIMIT = 50;
    private static final int DEFAULT_LIMIT = 10;
    static final List<String> KINDS = List.of("entity", "topic", "place", "source");

    public SuggestQuery {
        kinds = List.copyOf(kinds);
    }

    /** @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter} */
    public static SuggestQuery parse(Map<String, List<String>> parameters) {
        Parameters read = new Parameters(parameters);
        read.refuseUnknown(Set.of("q", "kind", "limit")::contains);
        String prefix = read.single("q");
        if (prefix == null) {
            read.fault("q", "is missing");
        } else if (prefix.length() > PREFIX_LENGTH) {
            read.fault("q", "is longer than " + PREFIX_LENGTH + " characters");
        }
        List<String> kinds = read.values("kind");
        if (!KINDS.containsAll(kinds)) {
            read.fault("kind", "is none of entity, topic, place, source");
        }
        int limit = read.number("limit", 1, LIMIT, DEFAULT_LIMIT);
        read.throwFaults();
        return new SuggestQuery(prefix.toLowerCase(Locale.ROOT), kinds.isEmpty() ? KINDS : kinds, limit);
    }
}
