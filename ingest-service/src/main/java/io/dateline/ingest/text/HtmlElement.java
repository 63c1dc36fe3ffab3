package io.dateline.ingest.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an element means to somebody who reads the text alone. */
enum HtmlElement {
    /** Not HTML's own. */
    UNKNOWN,
    INLINE,
    /** A paragraph of its own. */
    BLOCK,
    BREAK,
    /** Parted from the next by a space. */
    CELL,
    /** A block whose line ends are meant. */
    PREFORMATTED,
    /** Not copy: skipped with all it holds, which is markup like any other. */
    SKIPPED,
    /** Not copy, and not markup inside: it ends at its end tag and nowhere else. */
    RAW;

    private static final Map<String, HtmlElement> BY_NAME = new HashMap<>();

    static {
        put(
                INLINE,
                "a abbr acronym applet area b base basefont bdi bdo bgsound big blink body cite code data del dfn "
                        + "em embed font frame html i img input ins kbd label link map mark marquee math meta "
                        + "meter nobr output param picture progress q rb rp rt rtc ruby s samp slot small source spacer "
                        + "span strike strong sub sup time track tt u var wbr");
        put(
                BLOCK,
                "address article aside blockquote caption center col colgroup dd details dialog dir div dl dt fieldset "
                        + "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main "
                        + "menu nav ol optgroup option p section summary table tbody tfoot thead tr ul");
        put(BREAK, "br");
        put(CELL, "td th");
        put(PREFORMATTED, "pre listing");
        put(
                SKIPPED,
                "audio button canvas datalist head noscript object select svg template video annotation annotation-xml");
        put(RAW, "iframe noembed noframes plaintext script style textarea title xmp");
    }

    private static void put(HtmlElement kind, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.put(name, kind);
        }
    }

    /** @param name in any case */
    static HtmlElement of(String name) {
        return BY_NAME.getOrDefault(lower(name), UNKNOWN);
    }

    /** Lower-case, at no cost where it is already. */
    static String lower(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z' || c > 0x7f) {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean letterOrDigit(char c) {
        return letter(c) || c >= '0' && c <= '9';
    }

    /** What browsers take for part of a tag's name, once it has begun with a letter. */
    static boolean inName(char c) {
        return c > ' ' && c != '/' && c != '>';
    }
}
