package io.dateline.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds where a page says its feeds are: <a
 * href="https://html.spec.whatwg.org/multipage/links.html#rel-alternate">autodiscovery</a> by {@code link} elements.
 */
final class AnnouncedFeeds {
    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/json",
            "application/xml",
            "text/xml");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})");
    private static final int NAME = 300;

    /** Where feeds lie by habit, for sites that announce none. */
    private static final List<String> HABITS = List.of(
            "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default", "/feed.json");

    private AnnouncedFeeds() {}

    /**
     * @param url   absolute, http or https
     * @param title as announced, or null
     */
    record Announced(String url, String title) {}

    /** In page order, each once. */
    static List<Announced> of(byte[] page, String contentType, String url) {
        Set<String> seen = new LinkedHashSet<>();
        List<Announced> found = new ArrayList<>();
        for (Element link : parse(page, contentType, url).select("link[rel][href]")) {
            Set<String> relations = new LinkedHashSet<>(
                    List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+")));
            String type =
                    link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
            boolean feed = relations.contains("alternate") && TYPES.contains(type)
                    || relations.contains("feed") && (type.isEmpty() || TYPES.contains(type));
            // A translation is an alternate too, but no feed; so is an oEmbed answer.
            String target = link.absUrl("href");
            if (feed && target.matches("(?i)https?://.*") && !target.contains("/wp-json/") && seen.add(target)) {
                String title = link.attr("title").strip();
                found.add(new Announced(
                        target, title.isEmpty() ? null : title.substring(0, Math.min(title.length(), NAME))));
            }
        }
        return found;
    }

    /** The habitual places of the site a page belongs to. */
    static List<Announced> byHabit(String url) {
        URI page = URI.create(url);
        return HABITS.stream()
                .map(path -> new Announced(page.resolve(path).toString(), null))
                .toList();
    }

    private static Document parse(byte[] page, String contentType, String url) {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            String named = charset.find() && supported(charset.group(1)) ? charset.group(1) : null;
            return Jsoup.parse(new ByteArrayInputStream(page), named, url);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static boolean supported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
