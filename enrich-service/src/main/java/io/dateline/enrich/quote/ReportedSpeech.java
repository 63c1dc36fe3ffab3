package io.dateline.enrich.quote;

import io.dateline.enrich.text.Tokens;

/** What somebody is said to have said without quotation marks: "Doe said that …", "…, Doe said." */
final class ReportedSpeech {
    private static final int FEWEST = 4;
    private static final int TAIL = 8;
    private static final int ASIDES = 8;
    private static final int NEAR = 5;
    private static final int LONGEST_SOURCE = 14;
    private static final int SOON = 10;

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
        Found according = according(from, end);
        if (according != null) {
            return according;
        }
        for (int verb = from + 1; verb < end; verb++) {
            boolean thinks = Speech.THINKING.contains(tokens.lower(verb));
            boolean says = thinks || attribution.says(verb);
            if (!says
                    || Speech.DENYING.contains(tokens.lower(verb))
                    || attribution.isDenied(verb)
                    || attribution.isRequest(verb)) {
                continue;
            }
            Found found = verb + TAIL >= end ? trailing(from, verb, end) : null;
            found = found == null ? leading(from, verb, end) : found;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** "Doe said on Monday that …". Verbs that take other objects too need their "that". */
    private Found leading(int from, int verb, int end) {
        int start = Math.min(end, attribution.pastHearer(verb, end));
        int that = start;
        while (that < end && that < start + ASIDES && tokens.lower(that) != Speech.THAT) {
            that++;
        }
        boolean said = that < end
                && that < start + ASIDES
                && tokens.lower(that) == Speech.THAT
                && !isRelative(verb, start, that);
        if (said) {
            start = that + 1;
        } else if (!Speech.PLAIN.contains(tokens.lower(verb)) || start >= end || !opensClause(start, end)) {
            return null;
        } else if ((Speech.ADDING.contains(tokens.lower(verb)) || tokens.kind(start) == Tokens.NUMBER)
                && !hasVerb(start, Math.min(end, start + SOON))) {
            return null;
        }
        if (end - start < FEWEST) {
            return null;
        }
        Speaker speaker = attribution.subject(from, verb, "reported");
        return speaker.from() < 0 ? null : new Found(start, end, speaker);
    }

    /** "announced a chip that combines …": what stands between is a thing, which the words behind "that" are about. */
    private boolean isRelative(int verb, int start, int that) {
        for (int i = start; i < that; i++) {
            boolean thing = Speech.DETERMINERS.contains(tokens.lower(i))
                    && i + 1 < that
                    && !Speech.ASIDE.contains(tokens.lower(i + 1))
                    && !tokens.capitalised(i + 1);
            boolean hearer = i == start && i + 2 == that && Speech.WARNING.contains(tokens.lower(verb));
            if (thing && !hearer && !Speech.BELONGING.contains(i > 0 ? tokens.lower(i - 1) : 0)) {
                return true;
            }
        }
        return that > start && that + 1 < tokens.size() && Speech.FINITE.contains(tokens.lower(that + 1));
    }

    /** Without its "that", a clause opens with a pronoun, an article, a number or a name, or has its verb soon. */
    private boolean opensClause(int start, int end) {
        for (int i = start + 1; i < end && i < start + NEAR && tokens.isWord(start); i++) {
            if (tokens.kind(i) == Tokens.MARK) {
                break;
            }
            if (Speech.FINITE.contains(tokens.lower(i)) && !Speech.ASIDE.contains(tokens.lower(start))) {
                return true;
            }
        }
        long word = tokens.lower(start);
        return Speech.PRONOUNS.contains(word)
                || Speech.OPENINGS.contains(word)
                || word == Speech.THE
                || tokens.kind(start) == Tokens.NUMBER
                || tokens.capitalised(start) && tokens.sentence(start) == tokens.sentence(start - 1);
    }

    /** Whether a stretch has a word that only a clause has, as far as lists and endings tell. */
    private boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            long word = tokens.lower(i);
            int stop = tokens.end(i);
            boolean past = tokens.length(i) > 3
                    && !tokens.capitalised(i)
                    && tokens.text().charAt(stop - 1) == 'd'
                    && tokens.text().charAt(stop - 2) == 'e'
                    && !Speech.DETERMINERS.contains(tokens.lower(Math.max(0, i - 1)));
            if (past || word == Speech.THAT || Speech.FINITE.contains(word) || Speech.SUBJECTS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** "According to Doe, …" and "…, according to Doe." */
    private Found according(int from, int end) {
        for (int i = from; i + 2 < end; i++) {
            if (tokens.lower(i) != Speech.ACCORDING || tokens.lower(i + 1) != Speech.TO) {
                continue;
            }
            if (i == from) {
                int comma = i + 2;
                while (comma < end && comma < i + LONGEST_SOURCE && !tokens.is(comma, ',')) {
                    comma++;
                }
                boolean leads = comma < end && tokens.is(comma, ',') && end - comma - 1 >= FEWEST;
                Speaker speaker = leads ? attribution.source(i + 2, comma, "according") : null;
                return speaker == null || speaker.from() < 0 ? null : new Found(comma + 1, end, speaker);
            }
            boolean trails = tokens.is(i - 1, ',') && i - 1 - from >= FEWEST && end - i < LONGEST_SOURCE;
            Speaker speaker = trails ? attribution.source(i + 2, end, "according-trailing") : null;
            return speaker == null || speaker.from() < 0 ? null : new Found(from, i - 1, speaker);
        }
        return null;
    }

    /** "…, Doe said on Monday." */
    private Found trailing(int from, int verb, int end) {
        int comma = verb - 1;
        while (comma > from && verb - comma < TAIL && !tokens.is(comma, ',')) {
            comma--;
        }
        if (tokens.lower(verb - 1) == Speech.WHO) {
            return null;
        }
        if (!tokens.is(comma, ',') || comma - from < FEWEST || !Speech.PLAIN.contains(tokens.lower(verb))) {
            return null;
        }
        // "After the talks in Geneva, Doe said she was ready": what stands first is not what was said.
        boolean circumstance = Speech.CIRCUMSTANCE.contains(tokens.lower(from)) && !hasVerb(from, comma);
        if (circumstance || hasVerb(attribution.pastHearer(verb, end), end)) {
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
