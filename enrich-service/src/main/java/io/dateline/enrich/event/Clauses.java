package io.dateline.enrich.event;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Cuts a sentence into clauses: one walk, subject by subject and verb by verb. Belongs to one sentence at a time. */
final class Clauses {
    private static final long WHETHER = TextHash.word("whether");
    private static final long UNTIL = TextHash.word("until");
    private static final long AS = TextHash.word("as");
    private static final int ASIDE = 30;
    private static final int THAT = 8;
    private static final int TAIL = 18;
    private static final int MOST = 12;
    private static final int DATELINE = 14;

    private final Reading reading;
    private final Tokens tokens;
    private final VerbGroups groups;

    private List<Clause> found;
    private int subject;
    private boolean pending;
    private Clause.Kind kind;
    private Clause speaker;
    private int and;
    private int relative;
    private int end;

    Clauses(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.groups = new VerbGroups(reading);
    }

    /** The clauses of sentence {@code [from, to)} in text order; those beyond the first dozen are left out. */
    List<Clause> of(int from, int to) {
        found = new ArrayList<>();
        int tail = trailing(from, to);
        end = tail < 0 ? to : tail;
        subject = lead(dateline(from, end), end);
        pending = true;
        kind = Clause.Kind.MAIN;
        speaker = tail < 0 ? null : new Clause(Clause.Kind.MAIN, tail + 1, to, NO_VERB, to, null);
        and = -1;
        int skip = 0;
        relative = -1;
        for (int i = subject; i < end && found.size() < MOST; ) {
            int aside = pending ? aside(i) : -1;
            if (aside > 0) {
                i = aside;
                continue;
            }
            if (reading.is(i, Word.RELATIVE) || pending && reading.is(i, Word.THAT) && i > subject) {
                skip = 1;
            } else if (reading.is(i, Word.SUBORDINATOR)
                    && (i > subject || kind == Clause.Kind.CONTENT && reading.is(i, Word.IF))
                    && opens(i)) {
                under(i);
            } else if (reading.is(i, Word.AND)) {
                and = i;
            }
            VerbGroup group = groups.at(i, pending ? subject : Math.max(subject, i - 1), end);
            if (group == null || skip > 0) {
                skip -= group == null ? 0 : 1;
                relative = group == null ? relative : group.to();
                i = group == null ? i + 1 : Math.max(i + 1, group.to());
                continue;
            }
            take(group);
            i = Math.max(i + 1, pending ? Math.max(subject, group.to()) : group.to());
        }
        return found;
    }

    private static final VerbGroup NO_VERB = new VerbGroup(0, -1, 0, false, false, VerbGroup.Mood.FACT);

    private void under(int at) {
        boolean unsaid = reading.is(at, Word.IF) || tokens.lower(at) == WHETHER || tokens.lower(at) == UNTIL;
        if (pending && kind != Clause.Kind.UNDER && kind != Clause.Kind.IF && !unsaid) {
            return;
        }
        cut(at);
        subject = at + 1;
        pending = true;
        kind = unsaid ? Clause.Kind.IF : Clause.Kind.UNDER;
        speaker = null;
        and = -1;
    }

    /** "as" opens a clause only where a verb follows: not in "held as hostages". */
    private boolean opens(int at) {
        if (tokens.lower(at) != AS) {
            return true;
        }
        for (int i = at + 1; i < end && i < at + ASIDE / 2; i++) {
            if (groups.at(i, at + 1, end) != null) {
                return true;
            }
        }
        return false;
    }

    private void take(VerbGroup group) {
        if (pending) {
            add(new Clause(kind, subject, group.from(), group, end, speaker), group);
        } else if (and >= 0 && relative >= 0 && and - relative < THAT && !crosses(relative, and)) {
            // "who was struck and killed": still told of somebody else.
            relative = group.to();
        } else if (and >= 0 && onlyAdverbs(and + 1, group.from())) {
            Clause last = found.get(found.size() - 1);
            cut(and);
            add(
                    new Clause(Clause.Kind.SHARED, last.subjectFrom(), last.subjectTo(), group, end, last.speaker()),
                    group);
        } else if (and >= 0 && somebody(and + 1, group.from())) {
            cut(and);
            Clause last = found.get(found.size() - 1);
            Clause.Kind same = last.kind() == Clause.Kind.SHARED ? Clause.Kind.MAIN : last.kind();
            add(new Clause(same, and + 1, group.from(), group, end, last.speaker()), group);
        }
    }

    private boolean crosses(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.comma(i)) {
                return true;
            }
        }
        return false;
    }

    private void add(Clause clause, VerbGroup group) {
        found.add(clause);
        pending = false;
        and = -1;
        if (group.head() >= 0 && reading.says(group.head())) {
            int that = group.to();
            while (that < end && that < group.to() + THAT && !reading.is(that, Word.THAT)) {
                that++;
            }
            boolean has = that < end && reading.is(that, Word.THAT);
            subject = has ? that + 1 : group.to();
            pending = true;
            kind = Clause.Kind.CONTENT;
            speaker = clause;
        }
    }

    private void cut(int at) {
        if (!found.isEmpty()) {
            found.set(found.size() - 1, found.get(found.size() - 1).until(at));
        }
    }

    private boolean onlyAdverbs(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!reading.is(i, Word.ADVERB)
                    && !(tokens.isWord(i) && tokens.surface(i).endsWith("ly"))) {
                return false;
            }
        }
        return true;
    }

    private boolean somebody(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.isSomebody(i)) {
                return true;
            }
        }
        return false;
    }

    /** Where an aside behind a subject ends (", a body linked to …,", ", who was in Riga,"), or -1. */
    private int aside(int at) {
        if (!reading.comma(at) || at + 1 >= end) {
            return -1;
        }
        boolean opens =
                reading.is(at + 1, Word.RELATIVE | Word.DETERMINER | Word.ING | Word.PREPOSITION | Word.SUBORDINATOR)
                        || reading.is(at + 1, Word.PARTICIPLE) && !reading.is(at + 1, Word.AUXILIARY)
                        || reading.sector(at + 1) != null && at > subject;
        return opens ? pastComma(at + 1, end) : -1;
    }

    /** One past the next comma, or -1 where there is none near. */
    private int pastComma(int from, int limit) {
        for (int i = from; i < limit && i < from + ASIDE; i++) {
            boolean inNumber = i + 1 < limit && tokens.kind(i + 1) == Tokens.NUMBER;
            if (reading.comma(i) && !inNumber) {
                return i + 1;
            }
        }
        return -1;
    }

    /** One past "GAZA (Reuters) -" or "NEW YORK:", where a sentence opens with it. */
    private int dateline(int from, int to) {
        for (int i = from; i < to && i < from + DATELINE; i++) {
            boolean dash = tokens.is(i, '-') || tokens.is(i, '\u2013') || tokens.is(i, '\u2014') || tokens.is(i, '_');
            int last = i;
            while (dash && last + 1 < to && tokens.is(last + 1, '-')) {
                last++;
            }
            boolean apart = i > from
                    && last + 1 < to
                    && tokens.start(i) > tokens.end(i - 1)
                    && tokens.start(last + 1) > tokens.end(last);
            if (dash && apart) {
                return last + 1;
            }
            if (tokens.is(i, ':') && i > from && tokens.end(i - 1) - tokens.start(from) < 60) {
                return i + 1;
            }
            if (tokens.isWord(i) && !tokens.capitalised(i)) {
                return from;
            }
        }
        return from;
    }

    /** Where the main clause starts: past marks and past what stands before it ("In a letter on Monday, …"). */
    private int lead(int from, int to) {
        int at = from;
        while (at < to && !tokens.isWord(at) && tokens.kind(at) != Tokens.NUMBER) {
            at++;
        }
        if (at < to && reading.is(at, Word.PREPOSITION | Word.SUBORDINATOR) && !tokens.isWord(at)) {
            return at;
        }
        if (at < to && reading.is(at, Word.PREPOSITION | Word.SUBORDINATOR | Word.ING)) {
            int past = pastComma(at, to);
            return past < 0 ? at : past;
        }
        return at;
    }

    /** The comma before ", officials said on Thursday", or -1. */
    private int trailing(int from, int to) {
        for (int comma = to - 1; comma > from && comma > to - TAIL; comma--) {
            if (!reading.comma(comma)) {
                continue;
            }
            for (int i = comma + 1; i < to; i++) {
                if (reading.comma(i)) {
                    break;
                }
                if (reading.says(i)
                        && reading.is(i, Word.PAST | Word.PRESENT)
                        && !reading.is(comma + 1, Word.AND | Word.RELATIVE)) {
                    return comma;
                }
            }
        }
        return -1;
    }
}
