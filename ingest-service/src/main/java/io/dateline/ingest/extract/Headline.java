package io.dateline.ingest.extract;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.ingest.text.CleanText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chooses the headline: the page's own {@code h1} where what is said of the page agrees with it, else what is said. */
final class Headline {
    private static final Pattern PARTS = Pattern.compile("\\s+[|–—·•»«:]{1,2}\\s+|\\s+-\\s+");
    private static final double AGREES = 0.5;
    /** Characters of a title that are looked at; no headline has so many, even with the site's name around it. */
    private static final int LONGEST = 2 * ArticleLimits.TITLE;

    private Headline() {}

    /** On one line; null where the page has nothing that could be one. */
    static String of(Document page, MetaTags meta, StructuredData data, String site, String host) {
        List<String> said = new ArrayList<>();
        add(said, data.headline());
        add(said, bare(meta.first("og:title", "twitter:title", "dc.title", "parsely-title"), site, host));
        add(said, bare(page.title(), site, host));
        List<String> shown = new ArrayList<>();
        for (Element heading : page.select("h1").stream().limit(20).toList()) {
            add(shown, heading.text());
        }
        for (String one : said) {
            for (String heading : shown) {
                if (agreement(one, heading) >= AGREES) {
                    return heading;
                }
            }
        }
        if (!said.isEmpty()) {
            return said.get(0);
        }
        return shown.isEmpty() ? null : shown.get(0);
    }

    private static void add(List<String> to, String text) {
        String line = text == null ? "" : text.replaceAll("[\\s\\u00a0]+", " ").strip();
        if (line.length() >= 3) {
            to.add(line);
        }
    }

    /** Without the site's name before or after it. */
    static String bare(String title, String site, String host) {
        if (title == null) {
            return null;
        }
        return bareLine(
                CleanText.cut(title, LONGEST).replaceAll("[\\s\\u00a0]+", " ").strip(), site, host);
    }

    private static String bareLine(String line, String site, String host) {
        Matcher matcher = PARTS.matcher(line);
        int first = -1;
        int firstEnd = -1;
        int last = -1;
        int lastEnd = -1;
        while (matcher.find()) {
            first = first < 0 ? matcher.start() : first;
            firstEnd = firstEnd < 0 ? matcher.end() : firstEnd;
            last = matcher.start();
            lastEnd = matcher.end();
        }
        if (last > 0 && siteName(line.substring(lastEnd), site, host)) {
            return bareLine(line.substring(0, last).strip(), site, host);
        }
        if (first > 0 && siteName(line.substring(0, first), site, host)) {
            return line.substring(firstEnd);
        }
        return line;
    }

    private static boolean siteName(String part, String site, String host) {
        String bare = squeezed(part);
        String label = host == null ? "" : squeezed(host.replaceFirst("^www\\.", ""));
        return !bare.isEmpty()
                && (site != null
                                && (squeezed(site).equals(bare)
                                        || squeezed(site).contains(bare) && bare.length() > 3)
                        || bare.length() > 2 && label.startsWith(bare));
    }

    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("^the |[^\\p{L}\\p{N}]", "");
    }

    /** The share of words in common, of the longer of both: 0 to 1. */
    static double agreement(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        int larger = Math.max(a.size(), b.size());
        a.retainAll(b);
        return larger == 0 ? 0 : (double) a.size() / larger;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
