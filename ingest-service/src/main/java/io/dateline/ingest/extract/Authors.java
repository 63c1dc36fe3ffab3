package io.dateline.ingest.extract;

import io.dateline.ingest.text.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Who wrote it.
 *
 * @param byline the line as shown, or null
 * @param names  one by one; never null
 */
record Authors(String byline, List<String> names) {
    private static final int LONGEST = 120;
    private static final int MOST = 20;
    /** Characters of a byline that are looked at. */
    private static final int SHOWN = 1_000;

    private static final Pattern BY = Pattern.compile(
            "^\\W{0,3}(?:(?:written |reported |story |text )?by|por|par|von|di|door|av|af|text|texte|autor|autore|auteur|автор|текст)(?:\\s*:\\s*|\\s+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:,|;|&|\\+|/|\\||\\b(?:and|und|et|e|y|en|och|og|i|и)\\b(?= ))\\s*");
    /** What follows the names in a byline: dates, accounts, counts of minutes. */
    private static final Pattern AFTER = Pattern.compile(
            "\\s*(?:[@|•·/—]|\\s-\\s|\\b(?:updated|published|posted|posts?|print|read|view)\\b|\\b\\d|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b"
                    + "|\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.? \\d).*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SLUG = Pattern.compile("\\p{Ll}+(?:[.-]\\p{Ll}+)+|\\p{Ll}+\\d*");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)https?:|www\\.|@|\\d|^(?:admin|administrator|editor|staff|guest|author|unknown|null|undefined)$");

    Authors {
        names = List.copyOf(names);
    }

    /** @param site the site's name, which is no author, or null */
    static Authors of(Document page, MetaTags meta, StructuredData data, String site) {
        List<String> found = new ArrayList<>(data.authors());
        if (found.isEmpty()) {
            found.addAll(split(meta.first(
                    "author",
                    "article:author",
                    "byl",
                    "dc.creator",
                    "dcterms.creator",
                    "parsely-author",
                    "sailthru.author")));
        }
        String shown = shown(page);
        if (names(found, site).isEmpty()) {
            found = new ArrayList<>();
            for (Element one : page.select("[rel=author],[itemprop=author] [itemprop=name],[itemprop=author]").stream()
                    .limit(MOST)
                    .toList()) {
                found.addAll(split(one.text()));
            }
        }
        if (names(found, site).isEmpty()) {
            found = split(shown);
        }
        return new Authors(shown, names(found, site));
    }

    private static String shown(Document page) {
        for (Element one : page
                .select(
                        "[class*=byline],[class*=Byline],[itemprop=author],[rel=author],[class~=^(post-|article-|entry-)?authors?$]")
                .stream()
                .limit(MOST)
                .toList()) {
            String text =
                    CleanText.line(CleanText.cut(one.text(), SHOWN)).text().replaceFirst("^[\\s|•·]+", "");
            text = BY.matcher(AFTER.matcher(text).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
            if (text.length() >= 3 && text.length() <= LONGEST && !text.contains("http")) {
                return text;
            }
        }
        return null;
    }

    private static List<String> split(String written) {
        if (written == null || written.length() > 500) {
            return List.of();
        }
        return List.of(BETWEEN.split(BY.matcher(written).replaceFirst("")));
    }

    private static List<String> names(List<String> written, String site) {
        Set<String> names = new LinkedHashSet<>();
        for (String one : written) {
            String name = BY.matcher(one.replaceAll("[\\s\\u00a0]+", " ").strip())
                    .replaceFirst("")
                    .strip();
            boolean good = name.length() >= 3
                    && name.length() <= 80
                    && !NO_NAME.matcher(name).find()
                    && !SLUG.matcher(name).matches();
            if (good && (site == null || !name.toLowerCase(Locale.ROOT).equals(site.toLowerCase(Locale.ROOT)))) {
                names.add(name);
            }
        }
        return names.stream().limit(MOST).toList();
    }
}
