package io.dateline.enrich.evaluate;

import io.dateline.contracts.article.RawArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An invented story with what should be found in it; {@code evaluation/news/README.md} says how it was labelled.
 *
 * @param names  {@code PER body 12-24}, nothing of the dateline among them
 * @param labels the lines behind the text, by their key
 */
record Story(String id, String title, String body, List<String> names, Map<String, List<String>> labels) {
    static final String FILE = "news/stories.txt";

    private static final Instant PUBLISHED = Instant.parse("2026-03-05T08:00:00Z");
    private static final Pattern NAME = Pattern.compile("\\[(PER|ORG|LOC) ([^]]+)]");
    /** Where a dateline ends and the text begins. */
    private static final Pattern DASH = Pattern.compile(" --? ");

    static List<Story> read(Path file) throws IOException {
        List<Story> all = new ArrayList<>();
        for (String block : Files.readString(file).split("(?m)^== ")) {
            if (!block.startsWith("#")) {
                all.add(of(block.strip().lines().toList()));
            }
        }
        return all;
    }

    private static Story of(List<String> lines) {
        Map<String, List<String>> labels = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] both = line.split(": ", 2);
            labels.computeIfAbsent(both[0], key -> new ArrayList<>()).add(both[1]);
        }
        List<String> names = new ArrayList<>();
        String title = plain("title", labels.remove("title").get(0), names);
        String body = plain("body", String.join("\n\n", labels.remove("body")), names);
        return new Story(lines.get(0), title, body, names, labels);
    }

    /** The text without its markup. */
    private static String plain(String field, String marked, List<String> names) {
        StringBuilder plain = new StringBuilder();
        Matcher name = NAME.matcher(marked);
        while (name.find()) {
            name.appendReplacement(plain, "");
            int start = plain.length();
            plain.append(name.group(2));
            names.add(name.group(1) + " " + field + " " + start + "-" + plain.length());
        }
        return name.appendTail(plain).toString();
    }

    List<String> labelled(String key) {
        return labels.getOrDefault(key, List.of());
    }

    /** Where the text behind the dateline begins. */
    int bodyStart() {
        Matcher dash = DASH.matcher(body);
        return labels.containsKey("dateline") && dash.find() ? dash.end() : 0;
    }

    RawArticle article() {
        return TestArticle.of(title, body).toBuilder()
                .publishedAt(PUBLISHED)
                .publishedPrecision("second")
                .build();
    }
}
