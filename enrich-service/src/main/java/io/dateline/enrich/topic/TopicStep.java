package io.dateline.enrich.topic;

import io.dateline.contracts.enriched.Span;
import io.dateline.contracts.enriched.Topic;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.pipeline.Scores;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an article is about, in IPTC Media Topics: each phrase of the lexicon gives points to its terms, a term hands a
 * share of its points to the terms above it, and what passes a bar that grows with the length of the text is a topic.
 * Words touch on much by chance: those of many meanings count only beside another, a topic takes two phrases or one that is
 * no chance, and what is far behind the first is left out. The phrases are the evidence. English only.
 */
public final class TopicStep implements Step {
    static final int MOST_TOPICS = 12;
    private static final double HANDED_UP = 0.8;
    /** Points at which a term scores 0.5 in a text of ordinary length. */
    private static final double HALF = 3.0;

    private static final double SHORT_HALF = 1.8;
    private static final int SHORT_TOKENS = 80;
    private static final int ORDINARY_TOKENS = 250;
    private static final double BAR = 0.5;
    /** What has fewer of the points of the text's first topic is beside the matter. */
    private static final double LEAST_SHARE = 0.4;

    /** In a short text one is enough. */
    private static final int FEWEST_PHRASES = 2;

    private static final int FEW_TOKENS = 125;
    /** Too few points to pass the bar in a text of any length. */
    private static final double MOST_WEAK_SPORT = 1;

    /** Months that are words too: "before March" is no demonstration. */
    private static final WordSet MONTHS = WordSet.of(TextHash.word("march"), TextHash.word("may"));

    private final MediaTopics topics;

    public TopicStep(ModelFiles files) {
        this.topics = MediaTopics.load(files);
    }

    @Override
    public String name() {
        return "topic";
    }

    @Override
    public String version() {
        return "6";
    }

    @Override
    public List<String> files() {
        return List.of(MediaTopics.TERMS, MediaTopics.LEXICON, MediaTopics.VAGUE);
    }

    @Override
    public void run(Document document, Tags tags) {
        if (!tags.language().code().equals("en")) {
            tags.unsupported("topics");
            return;
        }
        Evidence[] evidence = new Evidence[topics.terms().size()];
        Field body = document.body();
        // A derived title is the body's first sentence: counted once.
        if (!Boolean.TRUE.equals(document.article().titleDerived())) {
            gather(document.title(), evidence);
        }
        gather(body, evidence);
        tags.topics(select(
                evidence, document.title().tokens().size() + body.tokens().size()));
    }

    private void gather(Field field, Evidence[] evidence) {
        Tokens tokens = field.tokens();
        long[] stems = new long[tokens.size()];
        for (int i = 0; i < stems.length; i++) {
            stems[i] = Stems.of(tokens, i);
        }
        for (int i = 0; i < stems.length; ) {
            i += phraseAt(field, stems, i, evidence);
        }
    }

    /** The longest phrase that starts at a token speaks, the shorter ones inside it are silent; returns its words. */
    private int phraseAt(Field field, long[] stems, int from, Evidence[] evidence) {
        Tokens tokens = field.tokens();
        boolean capital = tokens.capitalised(from);
        if (capital && MONTHS.contains(tokens.lower(from)) && !tokens.startsSentence(from)) {
            return 1;
        }
        int name = capital ? longest(tokens, stems, from, true) : 0;
        int plain = longest(tokens, stems, from, false);
        int words = Math.max(name, plain);
        if (name > 0 && name == words) {
            speak(field, from, words, hash(tokens, stems, from, words, true), evidence);
        }
        if (plain > 0 && plain == words) {
            speak(field, from, words, hash(tokens, stems, from, words, false), evidence);
        }
        return Math.max(1, words);
    }

    /** Words of the longest phrase that starts at a token, or 0. */
    private int longest(Tokens tokens, long[] stems, int from, boolean name) {
        long hash = hash(tokens, stems, from, 1, name);
        int longest = topics.speaks(hash) ? 1 : 0;
        int most = topics.opens(hash) ? Math.min(MediaTopics.LONGEST, stems.length - from) : 1;
        for (int n = 1; n < most; n++) {
            hash = TextHash.append(hash, word(tokens, stems, from + n, name));
            if (topics.speaks(hash)) {
                longest = n + 1;
            }
        }
        return longest;
    }

    private static long hash(Tokens tokens, long[] stems, int from, int words, boolean name) {
        long hash = name ? MediaTopics.CAPITAL : TextHash.EMPTY;
        for (int n = 0; n < words; n++) {
            hash = TextHash.append(hash, word(tokens, stems, from + n, name));
        }
        return hash;
    }

    private static long word(Tokens tokens, long[] stems, int i, boolean name) {
        return name && tokens.capitalised(i) ? tokens.lower(i) : stems[i];
    }

    private void speak(Field field, int from, int words, long phrase, Evidence[] evidence) {
        for (MediaTopics.Clue clue : topics.clues(phrase)) {
            Evidence known = evidence[clue.term()];
            if (known == null) {
                known = new Evidence();
                evidence[clue.term()] = known;
            }
            known.add(field, from, from + words, phrase, clue);
        }
    }

    private List<Topic> select(Evidence[] evidence, int tokens) {
        List<Topic> found = select(evidence, tokens, true);
        // In a few lines one word, whatever it is, may be all there is.
        return found.isEmpty() && tokens <= FEW_TOKENS ? first(select(evidence, tokens, false)) : found;
    }

    private static List<Topic> first(List<Topic> topics) {
        return topics.subList(0, Math.min(1, topics.size()));
    }

    /** @param strict whether vague words alone, too few phrases and what is far behind the first topic make none */
    private List<Topic> select(Evidence[] evidence, int tokens, boolean strict) {
        double[] points = points(evidence, strict);
        double half = half(tokens);
        int phrases = tokens <= FEW_TOKENS ? 1 : FEWEST_PHRASES;
        List<MediaTopics.Term> passed = new ArrayList<>();
        for (MediaTopics.Term term : topics.terms()) {
            double own = points[term.index()];
            if (own > 0 && own / (own + half) >= BAR && (!strict || isSupported(term, evidence, phrases))) {
                passed.add(term);
            }
        }
        // A term above another that passed says nothing more: it stands in that one's chain.
        Set<Integer> covered = new HashSet<>();
        passed.forEach(term -> covered.addAll(term.broader()));
        passed.removeIf(term -> covered.contains(term.index()));
        double least = strict ? LEAST_SHARE * most(passed, points) : 0;
        List<Topic> found = new ArrayList<>();
        for (MediaTopics.Term term : passed) {
            double own = points[term.index()];
            List<Span> spans = own < least ? List.of() : spans(term, evidence);
            if (!spans.isEmpty()) {
                List<String> broader = term.broader().stream()
                        .map(index -> topics.terms().get(index).id())
                        .toList();
                found.add(new Topic(term.id(), term.label(), Scores.round(own / (own + half)), broader, spans, by()));
            }
        }
        found.sort(Comparator.comparingDouble(Topic::score).reversed().thenComparing(Topic::id));
        return found.subList(0, Math.min(MOST_TOPICS, found.size()));
    }

    private static double most(List<MediaTopics.Term> terms, double[] points) {
        double most = 0;
        for (MediaTopics.Term term : terms) {
            most = Math.max(most, points[term.index()]);
        }
        return most;
    }

    /**
     * Whether what speaks for a term or one below it is no chance: a phrase that is said often or in the title, or several.
     *
     * @param fewest different phrases, one of which names the term
     */
    private boolean isSupported(MediaTopics.Term term, Evidence[] evidence, int fewest) {
        Set<Long> phrases = new HashSet<>();
        boolean named = false;
        for (int i = 0; i < evidence.length; i++) {
            Evidence one = evidence[i];
            if (one != null
                    && (i == term.index() || topics.terms().get(i).broader().contains(term.index()))) {
                if (one.isCertain()) {
                    return true;
                }
                phrases.addAll(one.sure());
                named |= one.isNamed();
            }
        }
        return named && phrases.size() >= fewest;
    }

    private double[] points(Evidence[] evidence, boolean strict) {
        double[] points = new double[evidence.length];
        for (MediaTopics.Term term : topics.terms()) {
            Evidence own = evidence[term.index()];
            if (own == null || strict && own.sure().isEmpty()) {
                continue;
            }
            double said = said(term, own);
            points[term.index()] += said;
            double handed = said * HANDED_UP;
            for (int above : term.broader()) {
                points[above] += handed;
            }
        }
        return points;
    }

    /** "Court", "hit", "final" are said everywhere: without a phrase that names it they make no sport. */
    private double said(MediaTopics.Term term, Evidence own) {
        boolean limited = !own.isStrong() && term.sport();
        return limited ? Math.min(MOST_WEAK_SPORT, own.points()) : own.points();
    }

    private List<Span> spans(MediaTopics.Term term, Evidence[] evidence) {
        if (evidence[term.index()] != null) {
            return evidence[term.index()].spans();
        }
        Set<Span> spans = new LinkedHashSet<>();
        for (MediaTopics.Term below : topics.terms()) {
            if (evidence[below.index()] != null && below.broader().contains(term.index())) {
                spans.addAll(evidence[below.index()].spans());
            }
        }
        return spans.stream().limit(10).toList();
    }

    private static double half(int tokens) {
        if (tokens <= SHORT_TOKENS) {
            return SHORT_HALF;
        }
        double half = SHORT_HALF
                + (HALF - SHORT_HALF)
                        * Math.min(1, (tokens - SHORT_TOKENS) / (double) (ORDINARY_TOKENS - SHORT_TOKENS));
        // Long texts touch more words by chance.
        return tokens <= ORDINARY_TOKENS ? half : half * (1 + 0.5 * StrictMath.log(tokens / (double) ORDINARY_TOKENS));
    }
}
