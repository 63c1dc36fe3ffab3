package io.dateline.store.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks for all events that fit, last told first.
 *
 * @param events which; never null
 * @param max    so many events at most; 0 for all
 */
public record EventExportQuery(EventQuery events, int max) {
    private static final Set<String> PAGING = Set.of("limit", "cursor");

    /**
     * The filters of events, and {@code max}. What pages is refused: an export is whole.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter}
     */
    public static EventExportQuery parse(Map<String, List<String>> parameters) {
        Parameters read = new Parameters(parameters);
        read.refuseUnknown(name -> !PAGING.contains(name));
        int max = read.number("max", 1, ArticleExportQuery.MOST, 0);
        read.throwFaults();
        Map<String, List<String>> filters = new HashMap<>(parameters);
        filters.remove("max");
        return new EventExportQuery(EventQuery.parse(filters), max);
    }
}
