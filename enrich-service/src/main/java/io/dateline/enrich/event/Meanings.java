package io.dateline.enrich.event;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.Locale;
import java.util.Set;

/** Reads a verb with what it governs: "agreed to meet", "demanded the release of", "called on X to stop the attack". */
final class Meanings {
    private static final int DEEPEST = 4;
    private static final int REACH = 16;
    private static final int CLOSE = 3;
    private static final int FAR = 8;
    private static final int GAP = 5;
    private static final int OBJECT = 7;

    private static final int ENDING = 4;
    private static final Set<String> ENDS = Set.of(
            "end",
            "halt",
            "suspension",
            "cessation",
            "lifting",
            "stop",
            "freeze",
            "repeal",
            "removal",
            "abolition",
            "easing");
    private static final Set<String> MANY = Set.of(
            "dozens",
            "hundreds",
            "thousands",
            "scores",
            "millions",
            "member",
            "members",
            "number",
            "group",
            "team",
            "most",
            "part",
            "staff",
            "families",
            "relatives",
            "crew",
            "head",
            "chief",
            "half",
            "tens",
            "pair",
            "couple",
            "delegation",
            "crowd",
            "crowds",
            "series",
            "remnants");
    private static final long OF = TextHash.word("of");

    private final Reading reading;
    private final Tokens tokens;

    Meanings(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
    }

    /**
     * @param head the verb
     * @param end  where its clause ends
     * @return null where the lists do not know what it means
     */
    Meaning of(int head, int end) {
        return of(head, end, 0);
    }

    /** {@link Op#DO} or {@link Op#STOP} where a verb may have an act for its subject ("broke out"), else null. */
    Op carrier(int head, int end) {
        for (Phrase phrase : reading.word(head).phrases) {
            boolean carries = phrase.op() == Op.DO || phrase.op() == Op.GIVE || phrase.op() == Op.STOP;
            if (carries && match(phrase, head, end) >= 0) {
                return phrase.op() == Op.STOP ? Op.STOP : Op.DO;
            }
        }
        return null;
    }

    /** The act that "to", a gerund or a noun names from a token on. */
    Meaning complement(int from, int end) {
        return complement(Op.WILL, from, end, 1);
    }

    private Meaning of(int head, int end, int depth) {
        Word word = reading.word(head);
        if (word == null || depth > DEEPEST) {
            return null;
        }
        for (Phrase phrase : word.phrases) {
            int last = match(phrase, head, end);
            if (last >= 0) {
                Meaning meaning = read(phrase, head, last, end, depth);
                if (meaning.code() != null || phrase.op() == Op.SAY || phrase.op() == Op.NONE) {
                    return meaning;
                }
            }
        }
        return null;
    }

    private Meaning read(Phrase phrase, int head, int last, int end, int depth) {
        if (phrase.op() == Op.ACT) {
            return new Meaning(Op.ACT, phrase.code(), last, head + 1, phrase.rest().length > 0);
        }
        if (phrase.op() == Op.SAY || phrase.op() == Op.NONE) {
            return new Meaning(phrase.op(), null, last, last + 1, false);
        }
        // What a phrase matched as a noun ("seek asylum") is its own complement.
        Meaning inner = complement(
                phrase.op(), matchedNoun(phrase, last) ? Math.max(head + 1, last) : last + 1, end, depth + 1);
        String code = carried(phrase.op(), inner)
                ? inner.code()
                : Composition.of(phrase.op(), inner == null ? null : inner.code());
        int told = inner == null || inner.code() == null ? last : Math.max(last, inner.last());
        return new Meaning(phrase.op(), code, told, head + 1, inner != null && inner.code() != null);
    }

    /** "began exporting": the verb that is begun is the act itself. */
    private static boolean carried(Op op, Meaning inner) {
        return inner != null && inner.op() != Op.NOUN && (op == Op.DO || op == Op.GIVE);
    }

    private boolean matchedNoun(Phrase phrase, int last) {
        if (reading.is(last, Word.TO)) {
            return true;
        }
        Phrase.Element[] rest = phrase.rest();
        return rest.length > 0 && !rest[rest.length - 1].isSomebody() && !rest[rest.length - 1].close();
    }

    /** The last token of a match, or -1. */
    private int match(Phrase phrase, int head, int end) {
        int last = head;
        boolean gap = false;
        for (Phrase.Element element : phrase.rest()) {
            int limit = Math.min(end, last + 1 + reach(element, gap));
            int at = last + 1;
            while (at < limit && !fits(element, at) && !barred(element, at)) {
                at++;
            }
            if (at >= limit || !fits(element, at)) {
                return -1;
            }
            gap = element.isSomebody();
            last = at;
        }
        return last;
    }

    /**
     * What an object of the verb cannot lie behind: "received a letter from Kim" receives nobody, "told a council that
     * states ought to …" tells nobody to. Days may come between ("warned on Monday Iran").
     */
    private boolean barred(Phrase.Element element, int at) {
        if (reading.comma(at) || reading.is(at, Word.THAT | Word.RELATIVE)) {
            return true;
        }
        boolean verb = reading.is(at, Word.PAST | Word.AUXILIARY)
                || reading.is(at, Word.PRESENT) && reading.noun(at) == null && !reading.isCompound(at);
        if (element.close() && verb && !reading.isSomebody(at)) {
            return true;
        }
        if (reading.is(at, Word.TO)) {
            return !element.close();
        }
        boolean object = element.isSomebody() || element.noun() != null;
        if (!object || !reading.is(at, Word.PREPOSITION | Word.SUBORDINATOR)) {
            return false;
        }
        if (tokens.lower(at) == OF) {
            return element.isSomebody() && !reading.isSomebody(at - 1) && !many(at - 1);
        }
        return at + 1 >= tokens.size() || !reading.is(at + 1, Word.DAY);
    }

    /** "dozens of", "members of": not "pictures of". */
    private boolean many(int at) {
        return reading.is(at, Word.DETERMINER)
                || tokens.kind(at) == Tokens.NUMBER
                || MANY.contains(tokens.surface(at).toLowerCase(Locale.ROOT));
    }

    private static int reach(Phrase.Element element, boolean gap) {
        if (!element.close()) {
            return FAR;
        }
        return gap ? GAP : element.adheres() ? 1 : CLOSE;
    }

    private boolean fits(Phrase.Element element, int at) {
        if (element.isSomebody()) {
            return reading.isSomebody(at) || reading.word(at) != null && reading.word(at).objective;
        }
        if (element.noun() != null) {
            return reading.noun(at) != null && reading.noun(at).startsWith(element.noun());
        }
        long word = tokens.lower(at);
        return word == element.word() || word == element.plural();
    }

    private Meaning complement(Op op, int from, int end, int depth) {
        int reach = Math.min(end, from + REACH);
        boolean names = op == Op.DO || op == Op.GIVE || op == Op.STOP || op == Op.PLAN;
        boolean that = false;
        boolean objects = true;
        for (int i = from; i < reach; i++) {
            if (reading.is(i, Word.THAT)) {
                that = true;
            }
            boolean to = reading.is(i, Word.TO) && i + 1 < end;
            if (to) {
                int verb = i + 1;
                while (verb < end && reading.is(verb, Word.ADVERB) && !reading.is(verb, Word.BASE)) {
                    verb++;
                }
                if (verb < end && reading.is(verb, Word.BASE)) {
                    boolean not = i > from && reading.is(i - 1, Word.NOT);
                    Meaning inner = of(verb, end, depth);
                    return inner == null ? new Meaning(Op.NONE, null, verb, verb, false) : negated(inner, not);
                }
            }
            if (names
                    && (reading.comma(i)
                            || reading.is(i, Word.AUXILIARY)
                            || i > from && reading.is(i, Word.PREPOSITION) && tokens.lower(i) != OF)) {
                // Only its own object counts: not "ease the stance against Iran in talks".
                objects = false;
            }
            if (verb(i, from, that, op)) {
                Meaning inner = of(i, end, depth);
                if (inner != null && inner.code() != null) {
                    return inner;
                }
            }
            String noun = reading.noun(i);
            if (noun != null
                    && objects
                    && (!names || i < from + OBJECT)
                    && isHead(i, end)
                    && !(op == Op.STOP && reading.sector(i) != null)
                    && !(op == Op.REQUEST && aside(noun))) {
                String ended = ends(i, from) ? Composition.of(Op.STOP, noun) : noun;
                return new Meaning(Op.NOUN, ended, reading.nounEnd(i) - 1, reading.nounEnd(i), true);
            }
        }
        return null;
    }

    /** "an end to the fighting", "the suspension of aid": what is named is over. */
    private boolean ends(int noun, int from) {
        for (int i = noun - 1; i > from && i >= noun - ENDING; i--) {
            boolean joins = tokens.lower(i) == OF || reading.is(i, Word.TO);
            if (joins && ENDS.contains(tokens.surface(i - 1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** What somebody is asked about rather than for: "urged parties to the conflict to …". */
    private static boolean aside(String noun) {
        return noun.compareTo("18") >= 0;
    }

    /** Whether a noun is what counts and not what a further noun is of: no "war risk insurance", no "peace activists". */
    boolean isHead(int at, int end) {
        int next = reading.nounEnd(at);
        if (next >= end || tokens.startsSentence(next) || !tokens.isWord(next) || tokens.capitalised(next)) {
            return true;
        }
        return reading.sector(next) == null
                && (reading.word(next) != null && reading.word(next).kinds != 0
                        || reading.noun(next) == null && tokens.surface(next).endsWith("ly"));
    }

    /** A gerund that follows at once, or the verb of a clause with "that". */
    private boolean verb(int at, int from, boolean that, Op op) {
        if (at >= tokens.size()) {
            return false;
        }
        if (reading.is(at, Word.ING)) {
            boolean direct = op == Op.DO || op == Op.GIVE || op == Op.STOP || op == Op.PLAN;
            return at <= from + 1 || !direct && reading.is(at - 1, Word.PREPOSITION);
        }
        if (!that || op == Op.DO || op == Op.STOP || at <= from) {
            return false;
        }
        boolean modal = reading.is(at - 1, Word.AUXILIARY | Word.NOT);
        boolean named = reading.isSomebody(at - 1) || tokens.capitalised(at - 1) || reading.is(at - 1, Word.PRONOUN);
        return reading.is(at, Word.BASE) && (modal || named) && !tokens.capitalised(at);
    }

    private static Meaning negated(Meaning meaning, boolean not) {
        if (!not || meaning.code() == null) {
            return meaning;
        }
        int root = Integer.parseInt(meaning.code().substring(0, 2));
        // Not to attack is to hold back; not to help is to refuse, which the governing verb cannot tell apart.
        return new Meaning(meaning.op(), root >= 17 ? "087" : null, meaning.last(), meaning.next(), meaning.sure());
    }
}
