package io.dateline.store.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of the feeds pages, and what they say after something was done. */
final class FeedPaths {
    private static final Map<String, String> SAID = Map.of(
            "add", "The feed was added, and is fetched now.",
            "pause", "Paused: it is not polled until you resume it.",
            "resume", "Resumed: it is polled now.",
            "poll", "It is polled as soon as its host allows.",
            "change", "Changed as you asked.",
            "delete", "The feed was deleted. Its articles stay.");
    private static final Map<String, String> SAID_OF_MANY = Map.of(
            "pause", "paused",
            "resume", "resumed",
            "poll", "polled as soon as their hosts allow");

    private FeedPaths() {}

    /** The list, narrowed by what is not empty. */
    static String list(String state, String text) {
        String query = Map.of("q", text, "state", state).entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/feeds" : "/feeds?" + query;
    }

    static String feed(String id) {
        return "/feeds/" + IngestApi.segment(id);
    }

    static String with(String address, String query) {
        return address + (address.contains("?") ? "&" : "?") + query;
    }

    /** Null for what is nothing that can be done. */
    static String said(String done) {
        return done == null ? null : SAID.get(done);
    }

    /**
     * Null for what is nothing that can be done.
     *
     * @param changed of how many it was not so before
     */
    static String said(String done, Integer changed) {
        if (done == null || changed == null) {
            return said(done);
        }
        String what = SAID_OF_MANY.get(done);
        return what == null ? null : Figures.number(changed) + (changed == 1 ? " feed " : " feeds ") + what + ".";
    }
}
