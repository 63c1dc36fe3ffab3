package io.dateline.enrich.quote;

import io.dateline.enrich.text.Tokens;
import java.util.List;

/**
 * Tells quotations from titles and from words that are only held at arm's length: a quotation has a verb of saying
 * beside it, or goes on from one.
 */
final class DirectSpeech {
    private static final int CLAUSE = 40;
    private static final int VERB_TO_MARK = 10;
    private static final int FEWEST_WORDS = 2;
    private static final String ENDS = ",.?!";

    private final Tokens tokens;
    private final int[] paragraph;
    private final Attribution attribution;

    DirectSpeech(Tokens tokens, int[] paragraph, Attribution attribution) {
        this.tokens = tokens;
        this.paragraph = paragraph;
        this.attribution = attribution;
    }

    /**
     * @param stretches all of the text, in order
     * @param number    the one asked about
     * @param last      whose words the stretch before was, or null where it was no quotation
     * @return null where it is no quotation
     */
    Speaker speaker(List<Stretch> stretches, int number, Speaker last) {
        Stretch stretch = stretches.get(number);
        Stretch earlier = number == 0 ? null : stretches.get(number - 1);
        int words = words(stretch);
        boolean atEnd = isEnd(stretch);
        if (words == 0 || words < FEWEST_WORDS && !atEnd || isTitle(stretch, words)) {
            return null;
        }
        int end = number + 1 < stretches.size() ? stretches.get(number + 1).open() : tokens.size();
        end = Math.min(end, sameParagraphEnd(stretch.close()));
        int behind = behind(stretch);
        Speaker after = atEnd && behind < end ? attribution.after(behind, end) : null;
        // "…," Doe said. "…" — the second stretch's words before it belong to the first.
        boolean takenBefore = earlier != null && last != null && paragraph[earlier.open()] == paragraph[stretch.open()];
        Speaker before = before(stretch, earlier);
        boolean announced = stretch.open() > 0 && tokens.is(stretch.open() - 1, ':');
        if (takenBefore && before != null && !announced && last.verb() == before.verb()) {
            return last.goesOn();
        }
        if (before != null) {
            return before;
        }
        if (after != null) {
            return after;
        }
        if (words < FEWEST_WORDS) {
            return null;
        }
        boolean follows = takenBefore
                && stretch.open() - earlier.close() < CLAUSE
                && (isSentence(stretch) || tokens.sentence(earlier.close()) == tokens.sentence(stretch.open()));
        return last != null && (stretch.continues() || follows) ? last.goesOn() : null;
    }

    /** The last verb of saying between the start of the clause and the opening mark. */
    private Speaker before(Stretch stretch, Stretch earlier) {
        int open = tokens.is(stretch.open(), '`') ? stretch.open() - 1 : stretch.open();
        int from = earlier == null ? 0 : earlier.close() + 1;
        from = Math.max(from, open - CLAUSE);
        // "Doe said:" may stand in a paragraph of its own.
        int own = open > 0 && tokens.is(open - 1, ':') ? paragraph[open - 1] : paragraph[open];
        while (from < open && paragraph[from] != own) {
            from++;
        }
        for (int i = from; i < open; i++) {
            if (".?!".indexOf(tokens.first(i)) >= 0 && tokens.length(i) == 1) {
                from = i + 1;
            }
        }
        Speaker colon = open > 0 && tokens.is(open - 1, ':') ? attribution.beforeColon(from, open - 1) : null;
        if (colon != null) {
            return colon;
        }
        for (int verb = open - 1; verb > from && verb >= open - VERB_TO_MARK; verb--) {
            boolean denied = attribution.isDenied(verb) || attribution.isRequest(verb);
            // called the plan "a disgrace", and not a film called "Disgrace"
            boolean names = Speech.NAMING_VERBS.contains(tokens.lower(verb)) && verb < open - 1;
            if ((attribution.says(verb) || names) && !denied) {
                return attribution.subject(from, verb, "before");
            }
        }
        return null;
    }

    /** Whether a mark of a sentence stands before the closing mark, or as the British set it a comma behind it. */
    private boolean isEnd(Stretch stretch) {
        int next = stretch.close() + 1;
        return ENDS.indexOf(tokens.first(stretch.close() - 1)) >= 0
                || next < tokens.size() && tokens.is(next, ',') && tokens.start(next) == tokens.end(next - 1);
    }

    /** The first token of what follows: past the second of two closing marks, and past the comma. */
    private int behind(Stretch stretch) {
        int at = stretch.close() + 1;
        boolean two = tokens.is(stretch.open(), '`') && at < tokens.size() && tokens.is(at, '\'');
        at += two ? 1 : 0;
        return at < tokens.size() && tokens.is(at, ',') ? at + 1 : at;
    }

    private int sameParagraphEnd(int token) {
        int end = token;
        while (end < tokens.size() && end < token + CLAUSE && paragraph[end] == paragraph[token]) {
            end++;
        }
        return end;
    }

    private int words(Stretch stretch) {
        int words = 0;
        for (int i = stretch.from(); i < stretch.close(); i++) {
            words += tokens.isWord(i) ? 1 : 0;
        }
        return words;
    }

    /** Every longer word capitalised, and no mark of a sentence at its end. */
    private boolean isTitle(Stretch stretch, int words) {
        int capitals = 0;
        int longer = 0;
        for (int i = stretch.from(); i < stretch.close(); i++) {
            if (tokens.isWord(i) && tokens.length(i) > 3) {
                longer++;
                capitals += tokens.capitalised(i) ? 1 : 0;
            }
        }
        boolean named = stretch.open() > 0 && Speech.NAMING.contains(tokens.lower(stretch.open() - 1));
        return longer > 0 && capitals == longer && (words > 2 || named);
    }

    private boolean isSentence(Stretch stretch) {
        boolean ends = ",.?!".indexOf(tokens.first(stretch.close() - 1)) >= 0;
        return ends && (tokens.capitalised(stretch.from()) || tokens.is(stretch.open() - 1, ','));
    }
}
