package io.dateline.enrich.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/**
 * Any file of a corpus as texts to enrich: NDJSON by its title and body, columns of labelled words as running text,
 * everything else (feeds, pages, lists) as it stands, markup and all. Longer ones come in pieces.
 */
final class CorpusTexts {
    private static final int PIECE = 4_000;
    /** Of one file, in characters: a page's scripts go on for megabytes and are all alike. */
    private static final int MOST = 20_000_000;

    private static final int MOST_OF_A_PAGE = 60_000;
    private static final Pattern COLUMNS = Pattern.compile(".*\\.(conll|conllu|iob2|csv\\.zip)");

    private CorpusTexts() {}

    /**
     * @param each takes title and body; the title is the file's name where the text has none
     * @throws IOException where the file cannot be read
     */
    static void read(Path file, BiConsumer<String, String> each) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream in = open(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            if (name.contains(".ndjson")) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode json = MessageCodec.json().readTree(line);
                    each.accept(
                            clean(json.path("title").asText("")),
                            clean(json.path("body").asText("")));
                }
            } else {
                boolean columns = COLUMNS.matcher(name).matches();
                int most = name.contains(".html") ? MOST_OF_A_PAGE : MOST;
                StringBuilder text = new StringBuilder();
                int read = 0;
                for (String line = lines.readLine(); line != null && read < most; line = lines.readLine()) {
                    text.append(columns ? word(line) : line + "\n");
                    if (text.length() >= PIECE) {
                        read += text.length();
                        each.accept(name, clean(text.substring(0, Math.min(text.length(), most))));
                        text.setLength(0);
                    }
                }
                each.accept(name, clean(text.toString()));
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (file.toString().endsWith(".gz")) {
            return new GZIPInputStream(in, 1 << 16);
        }
        if (file.toString().endsWith(".zip")) {
            ZipInputStream zip = new ZipInputStream(in);
            zip.getNextEntry();
            return zip;
        }
        return in;
    }

    /** The word of a line of columns, with a blank behind it; a line break between sentences. */
    private static String word(String line) {
        if (line.isBlank()) {
            return "\n";
        }
        if (line.startsWith("# ")) {
            return "";
        }
        String[] cells = line.split("[\t ,]", 3);
        boolean second = cells.length > 1 && (cells[0].isEmpty() || Character.isDigit(cells[0].charAt(0)));
        return (second ? cells[1] : cells[0]) + " ";
    }

    /** As ingest would pass it on: without the one character that no text field takes, and no half of a pair. */
    private static String clean(String text) {
        String whole = text.replace("\u0000", "");
        return new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
