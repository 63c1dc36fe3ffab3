package io.dateline.store.query;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A validated question for events. Everything asked must hold of one telling together.
 *
 * @param wanted        by criterion, the values of which one must fit; never null
 * @param unwanted      by criterion, those of which none may fit; never null
 * @param happened      when it must have been, by days; never null
 * @param told          when the article that tells it was published or fetched, the earlier; never null
 * @param minConfidence 0 to 1
 * @param limit         events of a page, 1 to 100
 * @param cursor        the {@code next} of an earlier page of the same question, or null
 */
public record EventQuery(
        Map<Criterion, List<String>> wanted,
        Map<Criterion, List<String>> unwanted,
        Period happened,
        Period told,
        double minConfidence,
        int limit,
        String cursor) {
    /** What an event can be asked for by: these are among the keys of its rows. */
    static final Set<Criterion> CRITERIA =
            Set.of(Criterion.EVENT, Criterion.ACTOR, Criterion.RECIPIENT, Criterion.PLACE, Criterion.SOURCE);

    private static final Set<String> SINGLE =
            Set.of("event-from", "event-to", "told-from", "told-to", "min-confidence", "limit", "cursor");

    public EventQuery {
        wanted = Map.copyOf(wanted);
        unwanted = Map.copyOf(unwanted);
    }

    /** The first page of those that fit one value. */
    static EventQuery of(Criterion criterion, String value, int limit) {
        return new EventQuery(
                Map.of(criterion, List.of(value)), Map.of(), Period.ALWAYS, Period.ALWAYS, 0, limit, null);
    }

    /**
     * Parameters of other names are refused.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter} with one fault for each parameter
     *     that is wrong, or {@code invalid-cursor}
     */
    public static EventQuery parse(Map<String, List<String>> parameters) {
        Parameters read = new Parameters(parameters);
        read.refuseUnknown(name -> SINGLE.contains(name)
                || Criterion.of(name).filter(CRITERIA::contains).isPresent());
        Double minConfidence = read.fraction("min-confidence");
        EventQuery query = new EventQuery(
                read.exact("", CRITERIA),
                read.exact(Criterion.NOT, CRITERIA),
                read.period("event-"),
                read.period("told-"),
                minConfidence == null ? 0 : minConfidence,
                read.number("limit", 1, Parameters.LIMIT, Parameters.DEFAULT_LIMIT),
                read.cursor());
        read.throwFaults();
        return query;
    }

    /** The same question, for another page. */
    EventQuery withPage(int items, String after) {
        return new EventQuery(wanted, unwanted, happened, told, minConfidence, items, after);
    }

    /** Of those, what was told until then. */
    EventQuery toldUpTo(Instant last) {
        return new EventQuery(wanted, unwanted, happened, told.upTo(last), minConfidence, limit, cursor);
    }

    /** What a cursor is bound to: everything but how much is wanted at once. */
    String question() {
        return String.join(
                "\u0000",
                sorted(wanted).toString(),
                sorted(unwanted).toString(),
                happened.toString(),
                told.toString(),
                Double.toString(minConfidence));
    }

    private static Map<Criterion, List<String>> sorted(Map<Criterion, List<String>> values) {
        Map<Criterion, List<String>> sorted = new EnumMap<>(Criterion.class);
        values.forEach((criterion, list) ->
                sorted.put(criterion, list.stream().sorted().toList()));
        return sorted;
    }
}
