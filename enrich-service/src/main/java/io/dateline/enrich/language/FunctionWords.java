package io.dateline.enrich.language;

import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.LongTable;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The commonest words of each language. Letters alone tell a text's language among those we know, but say so of any
 * text: running text of a language is full of its function words, text of another is not. Immutable once read.
 */
final class FunctionWords {
    static final String FILE = "language/function-words.tsv";

    private final List<String> languages;
    private final LongTable<List<Integer>> words;

    private FunctionWords(List<String> languages, LongTable<List<Integer>> words) {
        this.languages = languages;
        this.words = words;
    }

    /** @throws ModelFiles.Unusable where the file is missing or damaged */
    static FunctionWords load(ModelFiles files) {
        List<String> languages = new ArrayList<>();
        LongTable<List<Integer>> words = new LongTable<>();
        for (String line : files.lines(FILE)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2) {
                throw new ModelFiles.Unusable(FILE, "a line is not of the form language, words");
            }
            if (!languages.contains(cells[0])) {
                languages.add(cells[0]);
            }
            int language = languages.indexOf(cells[0]);
            for (String word : cells[1].split("\\|")) {
                List<Integer> known = words.get(TextHash.word(word));
                if (known == null) {
                    known = new ArrayList<>(2);
                    words.put(TextHash.word(word), known);
                }
                if (!known.contains(language)) {
                    known.add(language);
                }
            }
        }
        return new FunctionWords(List.copyOf(languages), words);
    }

    /** Counts each language's words in the fields, up to an offset. */
    Counts count(int upTo, Field... fields) {
        int[] times = new int[languages.size()];
        Set<Long> found = new HashSet<>();
        int all = 0;
        for (Field field : fields) {
            Tokens tokens = field.tokens();
            for (int token = 0; token < tokens.size() && tokens.end(token) <= upTo; token++) {
                if (tokens.isWord(token)) {
                    all++;
                    List<Integer> spoken = words.get(tokens.lower(token));
                    if (spoken != null) {
                        found.add(tokens.lower(token));
                        spoken.forEach(language -> times[language]++);
                    }
                }
            }
        }
        return new Counts(this, all, times, found);
    }

    /** What was counted; languages that are not ours start with {@code -}. */
    static final class Counts {
        private final FunctionWords known;
        private final int all;
        private final int[] times;
        private final Set<Long> found;

        private Counts(FunctionWords known, int all, int[] times, Set<Long> found) {
            this.known = known;
            this.all = all;
            this.times = times;
            this.found = found;
        }

        /** How many words there are, function words or not. */
        int words() {
            return all;
        }

        boolean knows(String language) {
            return known.languages.contains(language);
        }

        /** How many of the words are function words of a language, 0 to 1. */
        double share(String language) {
            int number = known.languages.indexOf(language);
            return number < 0 ? 0 : times[number] / (double) Math.max(1, all);
        }

        /** The greatest share of another language, 0 to 1. */
        double mostBeside(String language) {
            int number = known.languages.indexOf(language);
            int most = 0;
            for (int other = 0; other < times.length; other++) {
                most = other == number ? most : Math.max(most, times[other]);
            }
            return most / (double) Math.max(1, all);
        }

        /** How many different words speak for one language and not for another. */
        int only(String language, String not) {
            int one = known.languages.indexOf(language);
            int other = known.languages.indexOf(not);
            return (int) found.stream()
                    .map(known.words::get)
                    .filter(spoken -> spoken.contains(one) && !spoken.contains(other))
                    .count();
        }
    }
}
