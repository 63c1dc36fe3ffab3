package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;

/** Finds finite verbs. Without a parser: by auxiliaries, by form, and by the words beside. */
final class VerbGroups {
    private static final int LONGEST = 8;
    private static final int REDUCED = 14;
    private static final int SINCE = 4;
    private static final WordSet NOBODY = WordSet.of("no nobody none nothing no-one neither");
    private static final long AGO = TextHash.word("ago");
    private static final long DEAD = TextHash.word("dead");
    private static final long DEATH = TextHash.word("death");

    private final Reading reading;
    private final Tokens tokens;
    private final boolean title;

    VerbGroups(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.title = reading.field.name().equals("title");
    }

    /**
     * @param at      where it may start
     * @param subject where its subject starts; {@code at} where it has none of its own
     * @param end     end of the sentence
     * @return null where no finite verb starts there
     */
    VerbGroup at(int at, int subject, int end) {
        VerbGroup group = finite(at, subject, end);
        return group != null && group.head() >= 0 && undone(group, subject)
                ? new VerbGroup(at, -1, group.to(), false, true, VerbGroup.Mood.FACT)
                : group;
    }

    /** "never attacked", "no troops attacked", "almost attacked", "has nearly attacked". */
    private boolean undone(VerbGroup group, int subject) {
        if (NOBODY.contains(tokens.lower(subject)) || reading.is(subject, Word.NOT)) {
            return true;
        }
        int before = group.from() - 1;
        for (; before >= subject && adverb(before); before--) {
            if (reading.is(before, Word.NOT | Word.ALMOST)) {
                return true;
            }
        }
        for (int i = group.from(); i < group.head(); i++) {
            if (reading.is(i, Word.ALMOST)) {
                return true;
            }
        }
        return false;
    }

    private VerbGroup finite(int at, int subject, int end) {
        Word word = reading.word(at);
        if (word != null && word.is(Word.AUXILIARY)) {
            return auxiliaries(at, end);
        }
        if (title && word != null && word.is(Word.TO) && at > subject && at + 1 < end) {
            return announced(at, end);
        }
        if (word == null || !word.is(Word.VERB)) {
            return unknown(at, subject, end) ? new VerbGroup(at, -1, at + 1, false, false, VerbGroup.Mood.FACT) : null;
        }
        if (tokens.capitalised(at) && at > subject && !allCapitals(at)) {
            return null;
        }
        if (title
                && at > subject
                && word.is(Word.PAST)
                && word.is(Word.PARTICIPLE)
                && !word.is(Word.BASE)
                && bare(at, end)) {
            return new VerbGroup(at, at, at + 1, true, false, VerbGroup.Mood.FACT);
        }
        boolean finite = word.is(Word.PAST) && past(at, subject, end)
                || word.is(Word.PRESENT) && present(at, subject, end)
                || word.is(Word.BASE) && !word.is(Word.PAST) && base(at, subject, end);
        return finite ? new VerbGroup(at, at, at + 1, false, false, VerbGroup.Mood.FACT) : null;
    }

    /** "Putin to visit Turkey", "Hostages to be freed": how headlines tell what will be. */
    private VerbGroup announced(int at, int end) {
        if (reading.is(at + 1, Word.BE)) {
            VerbGroup group = auxiliaries(at + 1, end);
            return new VerbGroup(at, group.head(), group.to(), group.passive(), group.negated(), VerbGroup.Mood.FUTURE);
        }
        boolean inTitleCase = tokens.capitalised(at + 1) && !allCapitals(at + 1);
        return reading.isSomebody(at - 1) && !inTitleCase && reading.is(at + 1, Word.BASE)
                ? new VerbGroup(at, at + 1, at + 2, false, false, VerbGroup.Mood.FUTURE)
                : null;
    }

    /** "Hamas chief killed", "Prince chastised for old views": in headlines a participle without an object is passive. */
    private boolean bare(int at, int end) {
        int next = at + 1;
        if (next < end && tokens.lower(next) == DEAD) {
            next++;
        }
        if (next >= end || next + 1 < end && reading.is(next, Word.TO) && tokens.lower(next + 1) == DEATH) {
            return true;
        }
        boolean ends = !tokens.isWord(next) && tokens.kind(next) != Tokens.NUMBER;
        return !takes(at, next)
                && (ends || reading.is(next, Word.PREPOSITION | Word.DAY | Word.AND | Word.SUBORDINATOR))
                && !reading.says(at);
    }

    private boolean allCapitals(int at) {
        return tokens.length(at) > 1 && Character.isUpperCase(tokens.text().charAt(tokens.start(at) + 1));
    }

    private VerbGroup auxiliaries(int at, int end) {
        VerbGroup.Mood mood = VerbGroup.Mood.FACT;
        boolean negated = false;
        boolean be = false;
        boolean have = false;
        int i = at;
        for (; i < end && i < at + LONGEST; i++) {
            Word word = reading.word(i);
            if (word != null && word.doubtful) {
                break;
            }
            if (word == null) {
                if (!adverb(i)) {
                    break;
                }
                continue;
            }
            negated |= word.is(Word.NOT);
            if (word.is(Word.WILL)) {
                mood = VerbGroup.Mood.FUTURE;
            } else if (word.is(Word.MAY)) {
                mood = VerbGroup.Mood.MAYBE;
            } else if (word.is(Word.MUST)) {
                mood = VerbGroup.Mood.DUTY;
            } else if (word.is(Word.TO) && i > at && i + 1 < end && reading.is(i + 1, Word.BASE | Word.BE)) {
                mood = have ? VerbGroup.Mood.MAYBE : mood == VerbGroup.Mood.DUTY ? mood : VerbGroup.Mood.FUTURE;
                be = false;
            } else if (word.is(Word.BE)) {
                be = true;
            } else if (word.is(Word.HAVE) && !be) {
                have = true;
            } else if (!word.is(Word.DO | Word.NOT) && !adverb(i)) {
                break;
            }
        }
        if (i >= end) {
            return new VerbGroup(at, -1, i, false, negated, mood);
        }
        return headed(at, i, be, negated, mood);
    }

    private VerbGroup headed(int at, int i, boolean be, boolean negated, VerbGroup.Mood mood) {
        Word word = reading.word(i);
        if (word != null && word.doubtful || be && negated && word != null && word.foreseen) {
            return new VerbGroup(at, -1, i + 1, false, true, VerbGroup.Mood.FACT);
        }
        if (be && word != null && word.is(Word.WILLING | Word.UNWILLING)) {
            boolean willing = word.is(Word.WILLING) && mood != VerbGroup.Mood.DUTY;
            VerbGroup.Mood would = willing != negated ? VerbGroup.Mood.WILLING : VerbGroup.Mood.UNWILLING;
            return new VerbGroup(at, -1, i + 1, false, false, would);
        }
        boolean known = word != null && word.is(Word.VERB);
        if (!known) {
            // "had a telephone conversation": no auxiliary, but the verb.
            boolean has = reading.is(i - 1, Word.HAVE) && reading.word(i - 1).phrases.length > 0;
            return new VerbGroup(at, has ? i - 1 : -1, i, false, negated, mood);
        }
        boolean passive = be && word.is(Word.PARTICIPLE) && !word.is(Word.STATIVE);
        boolean fits = passive || word.is(be ? Word.ING | Word.STATIVE : Word.PARTICIPLE | Word.BASE);
        return new VerbGroup(at, fits ? i : -1, i + (fits ? 1 : 0), passive, negated, mood);
    }

    /** A word of the shape of a past tense that the lists do not know; it only keeps others from being the verb. */
    private boolean unknown(int at, int subject, int end) {
        int length = tokens.length(at);
        if (reading.word(at) != null && reading.word(at).kinds != 0
                || length < 5
                || tokens.capitalised(at)
                || !tokens.isWord(at)) {
            return false;
        }
        int stop = tokens.end(at);
        boolean ed = tokens.text().charAt(stop - 1) == 'd' && tokens.text().charAt(stop - 2) == 'e';
        return ed && reading.noun(at) == null && tokens.text().charAt(stop - 3) != 'e' && past(at, subject, end);
    }

    private boolean past(int at, int subject, int end) {
        if (at == subject || hyphenated(at) || reading.is(at, Word.ADJECTIVE) || at + 1 < end && attribute(at)) {
            return false;
        }
        int before = at - 1;
        while (before > subject && adverb(before) && !reading.is(before, Word.DAY)) {
            before--;
        }
        if (reading.is(before, Word.DETERMINER | Word.PREPOSITION | Word.TO)) {
            return false;
        }
        if (tokens.kind(before) == Tokens.NUMBER && !reading.is(before, Word.DAY) && !dated(before)) {
            return false;
        }
        return !reduced(at, end);
    }

    /** "the Palestinian armed groups", "Israeli occupied land": a participle between a nationality and its noun. */
    private boolean attribute(int at) {
        boolean nation =
                reading.entity(at - 1) != null && reading.entity(at - 1).type() == Entity.Type.NORP;
        if (!nation || reading.is(at + 1, Word.DETERMINER | Word.PREPOSITION | Word.TO) || tokens.capitalised(at + 1)) {
            return false;
        }
        String nationality = tokens.surface(at - 1);
        return !nationality.endsWith("s") && !nationality.endsWith("h") && !nationality.endsWith("ese");
    }

    /** "met with", "called for": the preposition is the verb's own. */
    private boolean takes(int verb, int preposition) {
        Word word = reading.word(verb);
        if (word == null || word.needsObject) {
            return false;
        }
        for (Phrase phrase : word.phrases) {
            if (phrase.rest().length > 0 && phrase.rest()[0].word() == tokens.lower(preposition)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no object follows: "killed in", "kidnapped Tuesday in". */
    private boolean without(int from, int end) {
        int at = from;
        while (at < end && reading.is(at, Word.DAY)) {
            at++;
        }
        for (int i = at; i < end && i < at + SINCE; i++) {
            if (tokens.lower(i) == AGO) {
                return true;
            }
        }
        return at < end && reading.is(at, Word.PREPOSITION | Word.SUBORDINATOR) && !(at + 2 < end && counted(at + 1));
    }

    /** "killed at least five", "killed about 30". */
    private boolean counted(int at) {
        return tokens.kind(at) == Tokens.NUMBER || tokens.kind(at + 1) == Tokens.NUMBER || tokens.lower(at) == LEAST;
    }

    /** "U.S.-backed", "Serb-held". */
    private boolean hyphenated(int at) {
        return tokens.is(at - 1, '-') && tokens.end(at - 1) == tokens.start(at);
    }

    private boolean dated(int number) {
        return number > 0 && tokens.capitalised(number - 1);
    }

    /** "Protesters arrested in Minsk were …", "a ship seized by": what is told of a noun, not of the subject. */
    private boolean reduced(int at, int end) {
        if (at + 1 >= end || !reading.is(at, Word.PARTICIPLE) && reading.word(at) != null) {
            return false;
        }
        boolean headline = reading.word(at) != null && reading.word(at).needsObject && without(at + 1, end);
        if (headline) {
            return true;
        }
        if (reading.is(at + 1, Word.BY)) {
            return at + 2 >= end || !reading.is(at + 2, Word.ING);
        }
        if (!reading.is(at + 1, Word.PREPOSITION | Word.TO) || reading.says(at) || takes(at, at + 1)) {
            return false;
        }
        for (int i = at + 2; i < end && i < at + REDUCED; i++) {
            if (reading.comma(i) || reading.is(i, Word.AND | Word.SUBORDINATOR | Word.THAT | Word.RELATIVE)) {
                return false;
            }
            if (reading.is(i, Word.AUXILIARY)) {
                return true;
            }
            boolean verb = reading.is(i, Word.PAST) && reading.noun(i) == null && !tokens.capitalised(i);
            boolean by = i + 1 < end && reading.is(i + 1, Word.BY);
            if (verb && !by && !reading.is(i - 1, Word.DETERMINER | Word.PREPOSITION | Word.TO)) {
                return true;
            }
        }
        return false;
    }

    /** "Iran rejects talks": after a name or a body, and before an object where the word may be a noun. */
    private boolean present(int at, int subject, int end) {
        if (at == subject || at + 1 >= end || reading.isCompound(at)) {
            return false;
        }
        if (reading.says(at)) {
            return true;
        }
        boolean after = reading.entity(at - 1) != null
                || reading.sector(at - 1) != null
                || tokens.capitalised(at - 1)
                || reading.is(at - 1, Word.ADVERB | Word.PRONOUN);
        if (!after || reading.is(at + 1, Word.AUXILIARY)) {
            return false;
        }
        return reading.sector(at) == null && (reading.noun(at) == null || object(at + 1));
    }

    /** "Farmers block roads": after a plural body only. */
    private boolean base(int at, int subject, int end) {
        if (at == subject || at + 1 >= end || reading.isCompound(at)) {
            return false;
        }
        if (reading.sector(at - 1) == null && reading.entity(at - 1) == null && !reading.says(at)) {
            return false;
        }
        char last = tokens.text().charAt(tokens.end(at - 1) - 1);
        boolean plural = last == 's' || tokens.lower(at - 1) == POLICE || tokens.lower(at - 1) == PEOPLE;
        return plural
                && (reading.says(at)
                        || !reading.is(at + 1, Word.AUXILIARY) && object(at + 1) && reading.sector(at) == null);
    }

    private boolean object(int at) {
        return tokens.capitalised(at)
                || tokens.kind(at) == Tokens.NUMBER
                || reading.is(at, Word.DETERMINER | Word.TO)
                || reading.noun(at) != null
                || reading.sector(at) != null;
    }

    private boolean adverb(int at) {
        if (reading.is(at, Word.ADVERB | Word.NOT)) {
            return true;
        }
        int length = tokens.length(at);
        int stop = tokens.end(at);
        return tokens.isWord(at)
                && length > 3
                && !tokens.capitalised(at)
                && tokens.text().charAt(stop - 1) == 'y'
                && tokens.text().charAt(stop - 2) == 'l'
                && !reading.is(at, Word.VERB);
    }

    private static final long LEAST = TextHash.word("least");
    private static final long POLICE = TextHash.word("police");
    private static final long PEOPLE = TextHash.word("people");
}
