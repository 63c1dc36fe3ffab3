package io.dateline.enrich.quote;

import io.dateline.enrich.text.Tokens;

/** What somebody is said to have said without quotation marks: "Doe said that …", "…, Doe said." */
final class ReportedSpeech {
    private static final int FEWEST = 4;
    private static final int TAIL = 8;
    private static final int ASIDES = 8;

    private final Tokens tokens;
    private final Attribution attribution;

    ReportedSpeech(Tokens tokens, Attribution attribution) {
        this.tokens = tokens;
        this.attribution = attribution;
    }

    /**
     * @param from first token of a sentence without quotation marks
     * @param to   one past its last
     * @return null where nobody is told to have said something
     */
    Found find(int from, int to) {
        int end = to;
        while (end > from && !tokens.isWord(end - 1) && tokens.kind(end - 1) != Tokens.NUMBER) {
            end--;
        }
        for (int verb = from + 1; verb < end; verb++) {
            boolean says = Speech.VERBS.contains(tokens.lower(verb));
            if (!says || Speech.NOT_SAID.contains(tokens.lower(verb - 1))) {
                continue;
            }
            Found found = verb + TAIL >= end ? trailing(from, verb) : null;
            found = found == null ? leading(from, verb, end) : found;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** "Doe said on Monday that …". Verbs that take other objects too need their "that". */
    private Found leading(int from, int verb, int end) {
        int start = verb + 1;
        int that = start;
        while (that < end && that < start + ASIDES && tokens.lower(that) != Speech.THAT) {
            that++;
        }
        boolean said = that < end && that < start + ASIDES && tokens.lower(that) == Speech.THAT;
        if (said) {
            start = that + 1;
        } else if (!Speech.PLAIN.contains(tokens.lower(verb)) || start >= end || !opensClause(start)) {
            return null;
        }
        if (end - start < FEWEST) {
            return null;
        }
        Speaker speaker = attribution.subject(from, verb, "reported");
        return speaker.from() < 0 ? null : new Found(start, end, speaker);
    }

    /** Without its "that", a clause opens with a pronoun, an article or a name. */
    private boolean opensClause(int start) {
        long word = tokens.lower(start);
        return Speech.PRONOUNS.contains(word) || word == Speech.THE || tokens.capitalised(start);
    }

    /** "…, Doe said on Monday." */
    private Found trailing(int from, int verb) {
        int comma = verb - 1;
        while (comma > from && verb - comma < TAIL && !tokens.is(comma, ',')) {
            comma--;
        }
        if (!tokens.is(comma, ',') || comma - from < FEWEST || !Speech.PLAIN.contains(tokens.lower(verb))) {
            return null;
        }
        Speaker speaker = attribution.subject(comma + 1, verb, "reported-trailing");
        return speaker.from() < 0 ? null : new Found(from, comma, speaker);
    }

    /**
     * Words {@code [from, to)} and who said them.
     *
     * @param speaker never null
     */
    record Found(int from, int to, Speaker speaker) {}
}
