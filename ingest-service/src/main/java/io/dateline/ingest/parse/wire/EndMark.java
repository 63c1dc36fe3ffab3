package io.dateline.ingest.parse.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines say that a story ends there, and which are the last word of a sentence: "the strike came to an / end." */
final class EndMark {
    private static final Pattern MARK = Pattern.compile(
            "^(?i:[-=/*(\\[\\s]*(?:ends?|eom|nnnn)[-=/*)\\]\\s.]*|\\(ends\\)|-{1,3}\\s*3?0\\s*-{1,3}|=\\s*30\\s*=|#{3,})$");
    /** The word alone, as it may stand in any sentence. */
    private static final Pattern WORD = Pattern.compile("(?i)ends?(\\.?)");

    private static final String SENTENCE_END = ".!?:;\u2026\"\u201d\u2019')]=*_-";
    /** As long as lines are that were wrapped; a shorter one ends by itself. */
    private static final int WRAPPED = 40;

    private EndMark() {}

    /** Whether a line has the form of one, wherever it stands. */
    static boolean is(String line) {
        return MARK.matcher(line.strip()).matches();
    }

    /** Whether a line between two others ends a story. */
    static boolean between(String above, String line, String below) {
        if (!is(line)) {
            return false;
        }
        Matcher word = WORD.matcher(line.strip());
        if (!word.matches()) {
            return true;
        }
        String before = above.strip();
        boolean open = !before.isEmpty() && SENTENCE_END.indexOf(before.charAt(before.length() - 1)) < 0;
        if (!word.group(1).isEmpty()) {
            return !open;
        }
        String after = below.strip();
        boolean goesOn = !after.isEmpty() && Character.isLowerCase(after.charAt(0)) && !CopyLines.isTrailer(after);
        return !(open && goesOn && before.length() >= WRAPPED);
    }

    /**
     * Whether one of the lines of a single story ends it. With a full stop the word is a sentence sooner than a mark, so with
     * copy below it, it is none.
     *
     * @param belowCopy whether no copy stands below
     */
    static boolean at(List<String> lines, int index, boolean belowCopy) {
        String line = lines.get(index);
        Matcher word = WORD.matcher(line.strip());
        return between(
                        index == 0 ? "" : lines.get(index - 1),
                        line,
                        index + 1 == lines.size() ? "" : lines.get(index + 1))
                && (belowCopy || !word.matches() || word.group(1).isEmpty());
    }
}
