package io.dateline.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words sites put around copy, read from {@code extract/labels.txt}. */
final class Labels {
    private static final Pattern TRIM = Pattern.compile("^[\\s\\p{Punct}|·•»«›‹…–—►▶]+|[\\s\\p{Punct}|·•»«›‹…–—►▶]+$");

    private static final Pattern COUNT = Pattern.compile("^\\d+ +| *\\(?\\d+\\)?$");

    private final Set<String> alone = new HashSet<>();
    private final Set<String> leads = new HashSet<>();
    private final Set<String> ends = new HashSet<>();
    private final List<Pattern> openings = new ArrayList<>();
    private final List<Pattern> notes = new ArrayList<>();

    private Labels() {}

    static Labels load() {
        Labels labels = new Labels();
        try (InputStream in = Labels.class.getResourceAsStream("/extract/labels.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    labels.add(section, line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }

    private void add(String section, String line) {
        switch (section) {
            case "[alone]" -> alone.add(line);
            case "[leads]" -> leads.add(line);
            case "[ends]" -> ends.add(line);
            case "[notes]" ->
                // Those that hold at the beginning alone need not be looked for anywhere else.
                (line.startsWith("^") ? openings : notes).add(Pattern.compile(line));
            default -> throw new IllegalStateException("extract/labels.txt: no such section: " + section);
        }
    }

    /** A button, a tab, a notice: a block that is nothing but this. */
    boolean alone(String text) {
        return text.length() <= 60 && alone.contains(plain(text));
    }

    /** Announces links to other stories: the whole block, or what stands before its colon. */
    boolean leads(String text) {
        if (text.length() <= 60 && leads.contains(plain(text))) {
            return true;
        }
        int colon = text.indexOf(':');
        int line = text.indexOf('\n');
        return colon > 0 && colon <= 40 && leads.contains(plain(text.substring(0, colon)))
                || line > 0 && line <= 40 && leads.contains(plain(text.substring(0, line)));
    }

    /** After this, late in the article, come comments or other stories. */
    boolean ends(String text) {
        return text.length() <= 60 && ends.contains(COUNT.matcher(plain(text)).replaceAll(""));
    }

    /** A note on the story and no part of it: who else reported, whom to follow, what to subscribe to. */
    boolean note(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return openings.stream().anyMatch(one -> one.matcher(lower).lookingAt())
                || notes.stream().anyMatch(one -> one.matcher(lower).find());
    }

    private static String plain(String text) {
        return TRIM.matcher(text.replace('\n', ' ')).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
