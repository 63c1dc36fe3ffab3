package io.dateline.ingest.opml;

import java.util.List;

/**
 * One feed in a list of feeds.
 *
 * @param ordinal of its outline in the document, from 1; 0 where it was not read from one
 * @param line    in the document, from 1; 0 where it was not read from one
 * @param url     as given, or null where the outline says it is a feed and names no address
 * @param name    as given, or null
 * @param folders names of the folders it lies in, outermost first; never null
 */
public record Subscription(int ordinal, int line, String url, String name, List<String> folders) {
    public Subscription {
        folders = List.copyOf(folders);
    }

    /** The folders as one tag, {@code News/World}; null at the top level. */
    public String tag() {
        return folders.isEmpty() ? null : String.join("/", folders);
    }
}
