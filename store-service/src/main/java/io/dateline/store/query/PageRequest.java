package io.dateline.store.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which page is wanted, where nothing but that can be asked.
 *
 * @param limit  items of a page, 1 to 100
 * @param cursor the {@code next} of the page before, or null
 */
public record PageRequest(int limit, String cursor) {

    /**
     * Parameters of other names are refused.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter} or {@code invalid-cursor}
     */
    public static PageRequest parse(Map<String, List<String>> parameters) {
        Parameters read = new Parameters(parameters);
        read.refuseUnknown(Set.of("limit", "cursor")::contains);
        PageRequest request =
                new PageRequest(read.number("limit", 1, Parameters.LIMIT, Parameters.DEFAULT_LIMIT), read.cursor());
        read.throwFaults();
        return request;
    }
}
