package io.dateline.enrich.entity;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The offices of a person as the text gives them: a title before the name ("Prime Minister"), a title with its "of"
 * ("Speaker of the Milli Majlis"), or an apposition before or after it (", Prosecutor General of …,").
 */
final class Roles {
    private static final int LONGEST_BEFORE = 9;
    private static final int LONGEST_AFTER = 16;
    /** An office has its title among its first words. */
    private static final int EARLY = 3;

    private static final long WHO = TextHash.word("who");
    private static final WordSet BE = WordSet.of("is was");
    private static final WordSet LINKS = WordSet.of(Words.OF, Words.FOR, Words.AT, Words.TO, Words.AND, Words.THE);
    /** What may follow an apposition that no comma closes: "a lawyer from Leeds". */
    private static final WordSet CLOSING = WordSet.of("from in with who based");

    private Roles() {}

    /** In text order; empty where the text names no office beside the name {@code [from, to)}. */
    static List<Range> of(Tokens tokens, int from, int to) {
        List<Range> roles = new ArrayList<>();
        Range before = from > 0 ? before(tokens, from) : null;
        if (before == null && from > 1 && tokens.is(from - 1, ',')) {
            before = apposedBefore(tokens, from, to);
        }
        if (before != null) {
            roles.add(before);
        }
        Range after = to + 1 < tokens.size() ? after(tokens, to) : null;
        if (after != null) {
            split(tokens, after, roles);
        }
        return roles;
    }

    private static Range before(Tokens tokens, int name) {
        int i = name - 1;
        int sentence = tokens.sentence(name);
        int from = -1;
        while (i >= 0 && i >= name - LONGEST_BEFORE && tokens.sentence(i) == sentence) {
            long word = tokens.lower(i);
            boolean linked = word == Words.OF || word == Words.THE || word == Words.POSSESSIVE;
            if (Titles.isOffice(tokens, i, i + 1)) {
                from = Titles.isTitle(tokens, i) || from >= 0 ? i : from;
            } else if (!linked && !tokens.capitalised(i) || linked && i == name - 1) {
                break;
            }
            i--;
        }
        return from < 0 || !officeIn(tokens, from, name) ? null : new Range(from, name);
    }

    /** "Acme's chief executive, Ann Lee, …": only behind a possessive or an article, and closed by a comma. */
    private static Range apposedBefore(Tokens tokens, int name, int end) {
        int comma = name - 1;
        int from = comma;
        while (from > 0 && from > comma - LONGEST_BEFORE && Titles.isOffice(tokens, from - 1, from)) {
            from--;
        }
        boolean closed = end < tokens.size() && (tokens.is(end, ',') || tokens.is(end, '.'));
        boolean known = from > 0 && (tokens.lower(from - 1) == Words.POSSESSIVE || tokens.lower(from - 1) == Words.THE);
        boolean same = tokens.sentence(Math.max(0, from - 1)) == tokens.sentence(name);
        return closed && known && same && officeIn(tokens, from, comma) ? new Range(from, comma) : null;
    }

    private static Range after(Tokens tokens, int end) {
        if (tokens.is(end, '(')) {
            int close = stretch(tokens, end + 1);
            boolean closed = close < tokens.size() && tokens.is(close, ')') && officeIn(tokens, end + 1, close);
            return closed ? new Range(end + 1, close) : null;
        }
        if (!tokens.is(end, ',')) {
            return null;
        }
        int i = end + 1;
        if (i + 2 < tokens.size() && tokens.kind(i) == Tokens.NUMBER && tokens.is(i + 1, ',')) {
            i += 2;
        }
        boolean clause = i + 2 < tokens.size() && tokens.lower(i) == WHO && BE.contains(tokens.lower(i + 1));
        i += clause ? 2 : 0;
        if (i < tokens.size()
                && (tokens.lower(i) == Words.THE || tokens.lower(i) == Words.A || tokens.lower(i) == Words.AN)) {
            i++;
        }
        if (i >= tokens.size() || tokens.sentence(i) != tokens.sentence(end)) {
            return null;
        }
        int stop = stretch(tokens, i);
        boolean early = officeIn(tokens, i, Math.min(stop, i + EARLY));
        // An apposition ends with a comma or a full stop; what merely goes on is another clause.
        boolean closed = clause
                || stop < tokens.size()
                        && (tokens.is(stop, ',') || tokens.is(stop, '.') || CLOSING.contains(tokens.lower(stop)));
        return early && closed && stop > i ? new Range(i, stop) : null;
    }

    private static int stretch(Tokens tokens, int from) {
        int stop = from;
        while (stop < tokens.size()
                && stop < from + LONGEST_AFTER
                && tokens.sentence(stop) == tokens.sentence(from)
                && goesOn(tokens, stop)) {
            stop++;
        }
        return stop;
    }

    /** "chief executive of Shell | and | former head of BP". */
    private static void split(Tokens tokens, Range range, List<Range> into) {
        int from = range.from();
        for (int i = from + 1; i < range.to() - 1; i++) {
            if (tokens.lower(i) == Words.AND
                    && officeIn(tokens, from, i)
                    && Titles.isOffice(tokens, i + 1, i + 2)
                    && officeIn(tokens, i + 1, Math.min(range.to(), i + 1 + EARLY))) {
                into.add(new Range(from, i));
                from = i + 1;
            }
        }
        into.add(new Range(from, range.to()));
    }

    private static boolean goesOn(Tokens tokens, int i) {
        boolean word = tokens.isWord(i)
                && (tokens.capitalised(i) || Titles.isOffice(tokens, i, i + 1) || LINKS.contains(tokens.lower(i)));
        return word || tokens.lower(i) == Words.POSSESSIVE;
    }

    private static boolean officeIn(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Titles.isHeld(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Tokens {@code [from, to)}. */
    record Range(int from, int to) {}
}
