package io.dateline.store.web;

import java.util.List;

/**
 * The feeds of a site, as ingest finds them.
 *
 * @param feeds     that could be read; never null
 * @param failed    announced, but not to be had; never null
 * @param announced whether the site said itself where its feeds are
 */
record IngestFound(List<Feed> feeds, List<Failed> failed, boolean announced) {
    IngestFound {
        feeds = feeds == null ? List.of() : List.copyOf(feeds);
        failed = failed == null ? List.of() : List.copyOf(failed);
    }

    /**
     * @param title  what it calls itself, or null
     * @param format what it was read as
     * @param items  how many could be read
     */
    record Feed(String url, String title, String format, int items) {}

    /**
     * @param code   stable
     * @param detail a sentence
     */
    record Failed(String url, String code, String detail) {}
}
