package io.dateline.systemtests.bench.conformance;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Whether what we have is what feedparser's test expects. Theirs is sanitised HTML and ours plain text, so an expected
 * text is first read as HTML by jsoup (not by our own reader), without what no reader sees as copy; white space counts
 * once. An expected text without end tags and character references may also stand for itself.
 */
final class Comparison {
    private static final String NOT_COPY =
            "script,style,svg,object,iframe,button,select,textarea,noscript,template,audio,video,canvas,datalist,head";
    private static final Pattern MARKUP = Pattern.compile("</[a-zA-Z]|&[#a-zA-Z]\\w*;");
    private static final Pattern WHITE = Pattern.compile("[\\s\\u00a0]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MAIL = Pattern.compile("(.+?) \\([^()@\\s]+@[^()\\s]+\\)");
    /** Two names of what browsers read alike. */
    private static final Map<String, String> ALIKE = Map.of(
            "us-ascii", "windows-1252", "iso-8859-1", "windows-1252", "gb2312", "gb18030", "euc-kr", "x-windows-949");

    private Comparison() {}

    static boolean holds(String path, Object expected, Object ours) {
        if (path.equals("encoding")) {
            return charset(expected).equals(charset(ours));
        }
        if (expected instanceof List<?> tuple && (ours instanceof Instant || ours == null)) {
            return instant(tuple).equals(ours);
        }
        if (expected == null || expected instanceof String) {
            return text((String) expected, ours, path);
        }
        return expected.equals(ours);
    }

    private static boolean text(String expected, Object ours, String path) {
        String have = ours == null ? "" : spaced(ours.toString());
        String want = expected == null ? "" : expected;
        boolean author = path.contains("author") && MAIL.matcher(want).matches();
        String name = author ? MAIL.matcher(want).replaceFirst("$1") : want;
        return have.equals(seen(name)) || !MARKUP.matcher(name).find() && have.equals(spaced(name));
    }

    /** What a reader sees of HTML. */
    private static String seen(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(NOT_COPY).remove();
        return spaced(body.text());
    }

    private static String spaced(String text) {
        return WHITE.matcher(text).replaceAll(" ").strip();
    }

    private static String charset(Object name) {
        if (name == null) {
            return "";
        }
        try {
            String known = Charset.forName(name.toString()).name().toLowerCase(Locale.ROOT);
            return ALIKE.getOrDefault(known, known);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return name.toString();
        }
    }

    /** Python's time tuple: year, month, day, hour, minute, second, and what follows from them. */
    private static Object instant(List<?> tuple) {
        try {
            int[] part = tuple.stream().mapToInt(one -> ((Long) one).intValue()).toArray();
            return LocalDateTime.of(part[0], part[1], part[2], part[3], part[4], part[5])
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | ClassCastException | ArrayIndexOutOfBoundsException e) {
            return tuple;
        }
    }
}
