package io.dateline.enrich.event;

import io.dateline.enrich.text.LongTable;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Verbs, nouns and sectors of {@code models/events}, with the words of grammar. Immutable once loaded. */
final class Lexicon {
    static final String VERBS = "events/verbs.tsv";
    static final String NOUNS = "events/nouns.tsv";
    static final String SECTORS = "events/sectors.tsv";
    private static final Set<String> PARTICLES = Set.of(
            "on",
            "in",
            "to",
            "off",
            "out",
            "down",
            "up",
            "over",
            "for",
            "with",
            "away",
            "back",
            "into",
            "at",
            "from",
            "against",
            "of",
            "through",
            "under",
            "its",
            "their",
            "his",
            "upon",
            "ahead",
            "along",
            "aside",
            "together",
            "by",
            "between");

    private static final Set<String> ADHERING = Set.of("out", "off", "up", "down", "back", "over", "away");

    private final LongTable<Word> words = new LongTable<>();
    private final LongTable<String> longNouns = new LongTable<>();
    private final LongTable<Sector> longSectors = new LongTable<>();

    /** @throws ModelFiles.Unusable where a list is missing or damaged */
    Lexicon(ModelFiles files) {
        Grammar.fill(words);
        Grammar.fillSubjects(words);
        verbs(files);
        for (String line : files.lines(NOUNS)) {
            String[] cells = cells(NOUNS, line, 2);
            each(cells[1], (tokens, first) -> noun(tokens, first, cells[0]));
        }
        for (String line : files.lines(SECTORS)) {
            String[] cells = cells(SECTORS, line, 3);
            String code = cells[0].substring(cells[0].indexOf(':') + 1);
            Sector sector = new Sector(code, cells[1].isEmpty() ? null : cells[1]);
            each(cells[2], (tokens, first) -> sector(tokens, first, sector));
        }
    }

    /** Null where the lists do not know the word. */
    Word word(long hash) {
        return words.get(hash);
    }

    /** Code of the noun made of several words, or null. */
    String noun(long sequence) {
        return longNouns.get(sequence);
    }

    Sector sector(long sequence) {
        return longSectors.get(sequence);
    }

    static long sequence(Tokens tokens, int from, int to) {
        long hash = TextHash.EMPTY;
        for (int i = from; i < to; i++) {
            hash = TextHash.append(hash, tokens.lower(i));
        }
        return hash;
    }

    private void noun(Tokens tokens, Word first, String code) {
        if (tokens.size() == 1) {
            first.noun = code;
        } else {
            first.longest = Math.max(first.longest, tokens.size());
            longNouns.put(sequence(tokens, 0, tokens.size()), code);
        }
    }

    private void sector(Tokens tokens, Word first, Sector sector) {
        if (tokens.size() == 1) {
            first.sector = sector;
        } else {
            first.longest = Math.max(first.longest, tokens.size());
            longSectors.put(sequence(tokens, 0, tokens.size()), sector);
        }
    }

    private void verbs(ModelFiles files) {
        Inflection inflection = new Inflection(files);
        Map<String, List<Phrase>> byVerb = new LinkedHashMap<>();
        for (String line : files.lines(VERBS)) {
            String[] cells = cells(VERBS, line, 2);
            boolean act = Character.isDigit(cells[0].charAt(0));
            for (String text : cells[1].split("\\|")) {
                String[] parts = text.trim().split(" ");
                Phrase.Element[] rest = new Phrase.Element[parts.length - 1];
                for (int i = 1; i < parts.length; i++) {
                    rest[i - 1] = element(parts[i]);
                }
                Phrase phrase = new Phrase(act ? Op.ACT : Op.valueOf(cells[0]), act ? cells[0] : null, rest);
                byVerb.computeIfAbsent(parts[0], verb -> new ArrayList<>()).add(phrase);
            }
        }
        byVerb.forEach((verb, phrases) -> {
            phrases.sort(Comparator.comparingInt((Phrase phrase) -> -phrase.weight()));
            Phrase[] sorted = phrases.toArray(new Phrase[0]);
            inflection.forms(verb, (form, bits) -> {
                Word word = Grammar.at(words, TextHash.word(form));
                word.kinds |= bits;
                // "found" is of "find" and of "found": the verb listed first keeps it.
                word.phrases = word.phrases.length == 0 ? sorted : word.phrases;
            });
        });
    }

    private static Phrase.Element element(String text) {
        if (text.equals("@")) {
            return new Phrase.Element(0, 0, null, false, false);
        }
        if (text.startsWith("#")) {
            return new Phrase.Element(0, 0, text.substring(1), false, false);
        }
        boolean particle = PARTICLES.contains(text);
        boolean ies = text.matches(".*[^aeiou]y");
        String plural = ies ? text.substring(0, text.length() - 1) + "ies" : text + "s";
        return new Phrase.Element(
                TextHash.word(text), particle ? 0 : TextHash.word(plural), null, particle, ADHERING.contains(text));
    }

    private static String[] cells(String file, String line, int count) {
        String[] cells = line.split("\t", -1);
        if (cells.length != count || cells[0].isEmpty()) {
            throw new ModelFiles.Unusable(file, "a line has " + cells.length + " cells");
        }
        return cells;
    }

    private void each(String list, java.util.function.BiConsumer<Tokens, Word> action) {
        for (String text : list.split("\\|")) {
            Tokens tokens = Tokenizer.tokenize(text);
            if (tokens.size() > 0) {
                action.accept(tokens, Grammar.at(words, tokens.lower(0)));
            }
        }
    }
}
