package io.dateline.store.deadletter;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where going through a topic goes on.
 *
 * @param ends of each partition when it began; empty where that does not matter. What dies again meanwhile lies beyond.
 */
record Place(int partition, long offset, List<Long> ends) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})((?:-\\d{1,18}){0,1000})");

    /** @throws ProblemException {@code invalid-cursor} */
    static Place parse(String cursor) {
        Matcher match = FORM.matcher(cursor);
        if (!match.matches()) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR, "Pass on the next of an answer as it is.");
        }
        List<Long> ends = Stream.of(match.group(3).split("-"))
                .filter(end -> !end.isEmpty())
                .map(Long::valueOf)
                .toList();
        return new Place(Integer.parseInt(match.group(1)), Long.parseLong(match.group(2)), ends);
    }

    /** The end of a partition when it began, at most; as it is now where it was not there yet. */
    long end(LetterTopic.Stretch stretch) {
        int partition = stretch.partition().partition();
        return partition < ends.size() ? Math.min(ends.get(partition), stretch.end()) : stretch.end();
    }

    @Override
    public String toString() {
        return partition + "-" + offset + ends.stream().map(end -> "-" + end).collect(Collectors.joining());
    }
}
