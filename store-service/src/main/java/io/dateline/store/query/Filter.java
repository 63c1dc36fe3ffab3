package io.dateline.store.query;

import java.time.Instant;
import java.util.List;

/**
 * The filters of a query with every name resolved to tags.
 *
 * @param text      or null
 * @param tagGroups an article must carry a tag of each group; a group without tags matches nothing; never null
 * @param languages ISO 639-1 codes it is narrowed to, empty for all; never null
 * @param from      or null
 * @param to        or null, exclusive
 */
public record Filter(String text, List<List<String>> tagGroups, List<String> languages, Instant from, Instant to) {
    public Filter {
        tagGroups = tagGroups.stream().map(List::copyOf).toList();
        languages = List.copyOf(languages);
    }
}
