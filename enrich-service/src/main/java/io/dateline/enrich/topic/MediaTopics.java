package io.dateline.enrich.topic;

import io.dateline.enrich.text.LongTable;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The IPTC Media Topics and the words that speak for each of them. Immutable once read. */
final class MediaTopics {
    static final String TERMS = "topics/media-topics.tsv";
    static final String LEXICON = "topics/lexicon.tsv";
    static final String VAGUE = "topics/vague.tsv";
    /** Words of the longest phrase. */
    static final int LONGEST = 5;

    private static final String SPORT = "15000000";
    private static final double STRONG = 2;
    private static final double WEAK = 1;

    /**
     * A term.
     *
     * @param broader all terms above it, nearest first, as indexes
     * @param sport   whether it is sport or a kind of it
     */
    record Term(int index, String id, String label, List<Integer> broader, boolean sport) {}

    /** Sets phrases with a capital apart from the others: the Jets play football, jets do not. */
    static final long CAPITAL = TextHash.append(TextHash.EMPTY, TextHash.word("capital"));

    /** That a phrase speaks for a term: names it (strong), or goes with it; vague where it says so only beside another. */
    record Clue(int term, boolean strong, boolean vague) {
        double weight() {
            return strong ? STRONG : WEAK;
        }
    }

    private final List<Term> terms;
    private final LongTable<List<Clue>> phrases = new LongTable<>();
    private final LongTable<Boolean> openings = new LongTable<>();

    private MediaTopics(List<Term> terms) {
        this.terms = terms;
    }

    List<Term> terms() {
        return terms;
    }

    /** Whether a phrase of several words starts with this hash of one. */
    boolean opens(long hash) {
        return openings.get(hash) != null;
    }

    /** Whether a phrase speaks for anything, by the hash of its words as for {@link #clues}. */
    boolean speaks(long phrase) {
        return phrases.get(phrase) != null;
    }

    /** What a phrase speaks for, by the hash of its words, {@link #CAPITAL} before them or not; never null. */
    List<Clue> clues(long phrase) {
        List<Clue> clues = phrases.get(phrase);
        return clues == null ? List.of() : clues;
    }

    /** @throws ModelFiles.Unusable where a file is missing or damaged */
    static MediaTopics load(ModelFiles files) {
        List<Term> terms = terms(files);
        Map<String, Integer> byId = new HashMap<>();
        terms.forEach(term -> byId.put(term.id(), term.index()));
        MediaTopics topics = new MediaTopics(terms);
        Set<String> vague = new HashSet<>();
        files.lines(VAGUE).forEach(line -> vague.addAll(List.of(line.split("\\|"))));
        Set<String> idle = new HashSet<>(vague);
        for (String line : files.lines(LEXICON)) {
            String[] cells = line.split("\t", -1);
            for (String id : cells[0].split("\\|")) {
                Integer term = byId.get("medtop:" + id);
                if (term == null || cells.length < 2 || cells.length > 3) {
                    throw new ModelFiles.Unusable(LEXICON, "a line is not of the form terms, words, words: " + id);
                }
                topics.add(cells[1], term, true, vague);
                if (cells.length == 3) {
                    topics.add(cells[2], term, false, vague);
                }
            }
            for (int i = 1; i < cells.length; i++) {
                idle.removeAll(List.of(cells[i].split("\\|")));
            }
        }
        if (!idle.isEmpty()) {
            throw new ModelFiles.Unusable(VAGUE, "the lexicon has no such word: " + String.join(", ", idle));
        }
        for (Term term : terms) {
            // A label of several words means its term and little else; single words are left to the lexicon.
            if (term.label().indexOf(' ') > 0
                    && term.label().indexOf('(') < 0
                    && term.label().indexOf(',') < 0) {
                topics.add(term.label(), term.index(), true, vague);
            }
        }
        return topics;
    }

    private static List<Term> terms(ModelFiles files) {
        Map<String, String[]> lines = new LinkedHashMap<>();
        for (String line : files.lines(TERMS)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 4) {
                throw new ModelFiles.Unusable(TERMS, "a line has " + cells.length + " cells");
            }
            lines.put(cells[0], cells);
        }
        Map<String, Integer> index = new HashMap<>();
        lines.keySet().forEach(id -> index.put(id, index.size()));
        List<Term> terms = new ArrayList<>();
        for (String[] cells : lines.values()) {
            Set<Integer> above = new LinkedHashSet<>();
            List<String> level = List.of(cells);
            List<String> wave = new ArrayList<>(parents(level.get(2)));
            while (!wave.isEmpty()) {
                List<String> next = new ArrayList<>();
                for (String id : wave) {
                    if (lines.containsKey(id) && above.add(index.get(id))) {
                        next.addAll(parents(lines.get(id)[2]));
                    }
                }
                wave = next;
            }
            boolean sport = cells[0].equals(SPORT) || above.contains(index.get(SPORT));
            terms.add(new Term(terms.size(), "medtop:" + cells[0], cells[1], List.copyOf(above), sport));
        }
        return terms;
    }

    private static List<String> parents(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private void add(String list, int term, boolean strong, Set<String> vague) {
        for (String phrase : list.split("\\|")) {
            Tokens tokens = Tokenizer.tokenize(phrase);
            if (tokens.size() == 0 || tokens.size() > LONGEST) {
                continue;
            }
            boolean capital = tokens.capitalised(0);
            long hash = capital ? CAPITAL : TextHash.EMPTY;
            for (int i = 0; i < tokens.size(); i++) {
                hash = TextHash.append(hash, capital ? Stems.ofName(tokens, i) : Stems.of(tokens, i));
                if (i == 0 && tokens.size() > 1) {
                    openings.put(hash, true);
                }
            }
            Clue clue = new Clue(term, strong, vague.contains(phrase));
            List<Clue> clues = phrases.get(hash);
            if (clues == null) {
                clues = new ArrayList<>(2);
                phrases.put(hash, clues);
            }
            if (clues.stream().noneMatch(known -> known.term() == clue.term())) {
                clues.add(clue);
            }
        }
    }
}
