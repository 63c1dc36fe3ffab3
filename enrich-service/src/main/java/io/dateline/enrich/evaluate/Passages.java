package io.dateline.enrich.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Running text by its language, from pages whose {@code lang} attribute names it or from folders named after it
 * ({@code pt_BR/…/page}). Markup is taken out; paragraphs that also stand in the folder {@code C} were not translated
 * and are left out.
 */
final class Passages {
    private static final String UNTRANSLATED = "C";
    private static final Pattern LANG = Pattern.compile("<html[^>]*\\slang=\"([^\"]+)\"");
    /** Of a help page only the prose: names of menus, keys and commands are English in every language. */
    private static final Pattern PARAGRAPH = Pattern.compile("<p>(.*?)</p>", Pattern.DOTALL);

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final int FEWEST = 40;

    private Passages() {}

    /**
     * @return the text of each language, by its tag as the corpus has it, lower case with hyphens
     * @throws IOException where a file cannot be read
     */
    static Map<String, String> byLanguage(Path folder) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Matcher lang = LANG.matcher(text);
            // Pages known by a number are dialects under the tag of their language.
            boolean dialect = file.getFileName().toString().matches("\\d+\\.html");
            String tag = lang.find()
                    ? lang.group(1) + (dialect ? "-x-dialect" : "")
                    : folder.relativize(file).getName(0).toString();
            found.computeIfAbsent(tag, key -> new ArrayList<>()).addAll(paragraphs(text));
        }
        Set<String> untranslated = new HashSet<>(found.getOrDefault(UNTRANSLATED, List.of()));
        found.remove(UNTRANSLATED);
        Map<String, String> texts = new TreeMap<>();
        found.forEach((tag, paragraphs) -> {
            paragraphs.removeAll(untranslated);
            texts.put(tag.toLowerCase(Locale.ROOT).replaceAll("[_@]", "-"), String.join(" ", paragraphs));
        });
        return texts;
    }

    private static List<String> paragraphs(String page) {
        List<String> paragraphs = new ArrayList<>();
        Matcher paragraph = PARAGRAPH.matcher(page);
        while (paragraph.find()) {
            String text = MARKUP.matcher(paragraph.group(1))
                    .replaceAll("")
                    .replaceAll("&[a-z]+;", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (text.length() >= FEWEST) {
                paragraphs.add(text);
            }
        }
        return paragraphs;
    }

    /** Pieces of {@code least} characters and up to a third more, each cut at a blank where there is one. */
    static List<String> pieces(String text, int least, int most) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from >= least && pieces.size() < most) {
            int end = text.indexOf(' ', from + least);
            end = end < 0 || end > from + least * 4 / 3 ? Math.min(text.length(), from + least) : end;
            pieces.add(text.substring(from, end).strip());
            from = end;
        }
        return pieces;
    }
}
