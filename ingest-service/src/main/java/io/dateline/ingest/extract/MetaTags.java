package io.dateline.ingest.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The {@code meta} elements of a page, by their name, property, itemprop or http-equiv in lower case. */
final class MetaTags {
    private static final int MOST = 1_000;
    private static final int LONGEST = 20_000;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00a0]+");

    private final Map<String, String> values = new HashMap<>();

    MetaTags(Document page) {
        for (Element meta : page.select("meta[content]").stream().limit(MOST).toList()) {
            for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
                String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
                String content = WHITE_SPACE
                        .matcher(meta.attr("content"))
                        .replaceAll(" ")
                        .strip();
                if (!name.isEmpty() && !content.isEmpty() && content.length() <= LONGEST) {
                    values.putIfAbsent(name, content);
                }
            }
        }
    }

    /** The first of these that the page has, or null. */
    String first(String... names) {
        for (String name : names) {
            if (values.containsKey(name)) {
                return values.get(name);
            }
        }
        return null;
    }
}
