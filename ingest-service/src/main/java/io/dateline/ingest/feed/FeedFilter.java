package io.dateline.ingest.feed;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.status.FeedStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which feeds are meant; what is null does not matter.
 *
 * @param tag   exactly
 * @param state as {@link FeedStatus.State} has it
 * @param q     part of a name or address, in upper or lower case, up to 200 characters
 */
record FeedFilter(String tag, FeedStatus.State state, String q) {
    private static final int LONGEST = 200;

    /** @throws ProblemException {@code invalid-parameter} */
    static FeedFilter of(String tag, String state, String q) {
        if (q != null && q.length() > LONGEST || tag != null && tag.length() > LONGEST) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER, "q and tag have up to " + LONGEST + " characters.");
        }
        return new FeedFilter(blankToNull(tag), state(blankToNull(state)), blankToNull(q));
    }

    boolean all() {
        return tag == null && state == null && q == null;
    }

    /** Conditions for WHERE, with a question mark for each of {@link #values}. */
    String sql() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (tag != null) {
            conditions.add("tags @> ARRAY[?::text]");
        }
        if (state == FeedStatus.State.PAUSED) {
            conditions.add("paused");
        } else if (state != null) {
            conditions.add("NOT paused AND state = ?");
        }
        if (q != null) {
            conditions.add("(name ILIKE ? OR url ILIKE ?)");
        }
        return String.join(" AND ", conditions);
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        if (tag != null) {
            values.add(tag);
        }
        if (state != null && state != FeedStatus.State.PAUSED) {
            values.add(state.name().toLowerCase(Locale.ROOT));
        }
        if (q != null) {
            String pattern = "%"
                    + q.replace("\\", "\\\\")
                            .replace("%", "\\%")
                            .replace("_", "\\_")
                            .replace("\0", "") + "%";
            values.add(pattern);
            values.add(pattern);
        }
        return values;
    }

    private static FeedStatus.State state(String name) {
        if (name == null) {
            return null;
        }
        return Stream.of(FeedStatus.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_PARAMETER,
                        "state is one of "
                                + Stream.of(FeedStatus.State.values())
                                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\0", "");
    }
}
