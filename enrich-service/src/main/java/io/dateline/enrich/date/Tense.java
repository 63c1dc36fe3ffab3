package io.dateline.enrich.date;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;

/**
 * Whether a day without a date lies ahead or behind, by the verb it stands beside: the nearest one before it in its
 * sentence, else (the day opens its clause) the first one after it. A word of the future counts only where no past verb
 * stands between: in "said on Monday he will resign" the Monday is that of the saying.
 */
enum Tense {
    PAST,
    FUTURE,
    UNKNOWN;

    private static final int BACK = 14;
    private static final int AHEAD = 12;
    private static final int AUXILIARIES = 4;
    private static final WordSet WILL = WordSet.of("will wo would shall 'll may might");
    private static final WordSet FUTURE_WORDS =
            WordSet.of("will wo would shall 'll plans plan planned planning expected expects"
                    + " scheduled due set going upcoming ahead hopes aims intends wants next");
    /** In the present these speak of what is arranged. */
    private static final WordSet ARRANGED = WordSet.of(
            "start starts begin begins open opens resume resumes close closes end ends meet meets play plays face faces"
                    + " arrive arrives leave leaves return returns vote votes expire expires host hosts launch launches"
                    + " depart departs travel travels visit visits convene convenes reopen reopens continue continues"
                    + " announce announces release releases publish publishes unveil unveils");

    private static final WordSet PROMISING =
            WordSet.of("agreed promised pledged vowed threatened decided planned ordered asked"
                    + " invited urged wanted hoped told");
    private static final WordSet SAYING =
            WordSet.of("said says told announced confirmed added reported stated declared warned noted predicted");
    private static final WordSet IRREGULAR = WordSet.of("said says told was were had did went came met made took gave"
            + " held won lost left found got began broke brought built bought caught chose drove fell felt fought flew froze"
            + " grew heard kept knew led rose ran saw sent shot sold spent spoke stood stole struck swore taught thought"
            + " threw wore wrote beat paid laid became sank drew sued died rejected quit");
    private static final WordSet NO_PAST =
            WordSet.of("need speed seed feed proceed succeed exceed indeed hundred bleed breed bed red united embed");
    private static final WordSet AUXILIARY = WordSet.of("be been being have not n't also then likely only to");
    /** Where another clause begins. */
    private static final WordSet BORDERS =
            WordSet.of("that which who after before because while when if whether but and as he" + " she it they we i");

    private static final WordSet ARTICLES = WordSet.of("the a an his her its their our this these those of");
    private static final WordSet UNFINISHED = WordSet.of("to did does do could can 'd should must not n't");
    private static final WordSet PLURAL = WordSet.of("we they i you people men women children police");
    private static final WordSet PREPOSITIONS = WordSet.of("on by until from in of since for late early this");
    private static final WordSet BOUND = WordSet.of("until by");
    private static final WordSet BE = WordSet.of("am is are");
    private static final WordSet CLOCK = WordSet.of("a.m. p.m. am pm noon midnight gmt bst cet et est edt pt pst pdt");
    private static final long BE_ITSELF = TextHash.word("be");
    private static final long TO = TextHash.word("to");

    /** Of the day named by tokens {@code [from, to)}. */
    static Tense of(Tokens tokens, int from, int to) {
        int before = from - 1;
        while (before >= 0 && sameSentence(tokens, before, from) && PREPOSITIONS.contains(tokens.lower(before))) {
            before--;
        }
        boolean opens = before < 0 || !sameSentence(tokens, before, from) || tokens.kind(before) == Tokens.MARK;
        Tense tense = opens ? after(tokens, from, to) : before(tokens, from, before);
        if (tense == UNKNOWN) {
            tense = opens ? before(tokens, from, before) : after(tokens, from, to);
        }
        int clock = from - 1;
        while (clock >= 0 && (tokens.kind(clock) == Tokens.NUMBER || CLOCK.contains(tokens.lower(clock)))) {
            clock--;
        }
        boolean bound = clock >= 0 && BOUND.contains(tokens.lower(clock));
        return tense == UNKNOWN && bound ? FUTURE : tense;
    }

    private static Tense before(Tokens tokens, int from, int last) {
        boolean arranged = false;
        for (int k = last; k >= 0 && k >= from - BACK && sameSentence(tokens, k, from); k--) {
            long word = tokens.lower(k);
            if (arranged && (tokens.is(k, ',') || BORDERS.contains(word))) {
                return FUTURE;
            }
            if (tokens.is(k, ';') || tokens.is(k, ':')) {
                break;
            }
            if (isFuture(tokens, k)) {
                return FUTURE;
            }
            if (isPast(tokens, k)) {
                return past(tokens, k, from, arranged);
            }
            arranged = arranged || isArranged(tokens, k);
        }
        return arranged ? FUTURE : UNKNOWN;
    }

    /** A past verb decides, unless it is part of "will be held", promises something, or tells what is arranged. */
    private static Tense past(Tokens tokens, int verb, int day, boolean arranged) {
        long word = tokens.lower(verb);
        if (arranged && SAYING.contains(word)) {
            return FUTURE;
        }
        if (PROMISING.contains(word)) {
            for (int k = verb + 1; k < day - 1; k++) {
                // "agreed to meet on Monday", but "agreed to the plan on Monday"
                if (tokens.lower(k) == TO && !ARTICLES.contains(tokens.lower(k + 1)) && !tokens.capitalised(k + 1)) {
                    return FUTURE;
                }
            }
        }
        boolean regular = !IRREGULAR.contains(word);
        for (int k = verb - 1; k >= 0 && k >= verb - AUXILIARIES && sameSentence(tokens, k, verb); k--) {
            long earlier = tokens.lower(k);
            if (WILL.contains(earlier) && !isName(tokens, k)) {
                return FUTURE;
            }
            // "to be held", but not "had to be rescued"
            if (earlier == TO && tokens.lower(k + 1) == BE_ITSELF && !(k > 0 && isPast(tokens, k - 1))) {
                return FUTURE;
            }
            boolean passes = AUXILIARY.contains(earlier) || regular && !BORDERS.contains(earlier);
            if (!passes || tokens.kind(k) == Tokens.MARK) {
                break;
            }
            if (FUTURE_WORDS.contains(earlier) && !isName(tokens, k)) {
                return FUTURE;
            }
        }
        return PAST;
    }

    /** A word of the future, or "are to resume". */
    private static boolean isFuture(Tokens tokens, int k) {
        long word = tokens.lower(k);
        if (FUTURE_WORDS.contains(word)) {
            return !isName(tokens, k);
        }
        return word == TO
                && k > 0
                && BE.contains(tokens.lower(k - 1))
                && k + 1 < tokens.size()
                && !ARTICLES.contains(tokens.lower(k + 1))
                && !tokens.capitalised(k + 1);
    }

    /** Will Smith, Theresa May. */
    private static boolean isName(Tokens tokens, int k) {
        return tokens.capitalised(k)
                && (k > 0 && sameSentence(tokens, k - 1, k) && tokens.capitalised(k - 1)
                        || k + 1 < tokens.size() && tokens.capitalised(k + 1));
    }

    private static Tense after(Tokens tokens, int from, int to) {
        for (int k = to; k < tokens.size() && k < to + AHEAD && sameSentence(tokens, k, from); k++) {
            long word = tokens.lower(k);
            if (tokens.is(k, ';') || tokens.is(k, '"') || tokens.is(k, '\u201D')) {
                break;
            }
            if (isFuture(tokens, k) || isArranged(tokens, k)) {
                return FUTURE;
            }
            if (isPast(tokens, k)) {
                return PAST;
            }
        }
        return UNKNOWN;
    }

    private static boolean sameSentence(Tokens tokens, int one, int other) {
        return tokens.sentence(one) == tokens.sentence(other);
    }

    /** "the trial starts", "talks resume", "we meet"; not "the far end of the hall", "their visits". */
    private static boolean isArranged(Tokens tokens, int k) {
        if (!ARRANGED.contains(tokens.lower(k))) {
            return false;
        }
        if (k == 0 || !tokens.isWord(k - 1) || k + 1 < tokens.size() && tokens.lower(k + 1) == Words.OF) {
            return false;
        }
        long subject = tokens.lower(k - 1);
        if (UNFINISHED.contains(subject) || ARTICLES.contains(subject)) {
            return false;
        }
        boolean third = tokens.text().charAt(tokens.end(k) - 1) == 's';
        // "Barcelona host Sevilla"
        boolean team = tokens.capitalised(k - 1) && k + 1 < tokens.size() && tokens.capitalised(k + 1);
        return third || team || tokens.text().charAt(tokens.end(k - 1) - 1) == 's' || PLURAL.contains(subject);
    }

    private static boolean isPast(Tokens tokens, int k) {
        if (!tokens.isWord(k) || tokens.capitalised(k)) {
            return false;
        }
        long word = tokens.lower(k);
        if (IRREGULAR.contains(word)) {
            return true;
        }
        int end = tokens.end(k);
        boolean ed = tokens.length(k) > 3
                && tokens.text().charAt(end - 1) == 'd'
                && tokens.text().charAt(end - 2) == 'e'
                && !NO_PAST.contains(word);
        // "the injured workers" tells nothing.
        return ed && (k == 0 || !ARTICLES.contains(tokens.lower(k - 1)));
    }
}
