package io.dateline.store.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the pages of one thing, by its id. */
final class Addresses {
    private Addresses() {}

    static String article(String id) {
        return "/articles/" + segment(id);
    }

    static String entity(String id) {
        return "/entities/" + segment(id);
    }

    static String event(String id) {
        return "/events/" + segment(id);
    }

    static String topic(String id) {
        return "/topics/" + segment(id);
    }

    /** Events that have this value, a kind of {@code actor}, {@code recipient}, {@code place} or {@code event}. */
    static String events(String parameter, String value) {
        return SearchUrl.EMPTY.with(parameter, value).at("/events");
    }

    /** Ids hold colons, which may stand in a path; everything else that is not a letter or a digit is encoded. */
    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
    }
}
