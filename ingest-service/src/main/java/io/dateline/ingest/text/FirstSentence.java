package io.dateline.ingest.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for a headline that the copy does not have. */
public final class FirstSentence {
    private static final int ABBREVIATION = 4;
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");

    private FirstSentence() {}

    /** The first sentence of the first paragraph that is longer than a dateline; on one line, never null. */
    public static String of(String text, int limit) {
        // Telling sentences from abbreviations costs the length squared: what is looked through is bounded.
        String start = text.stripLeading();
        start = start.substring(0, Math.min(start.length(), limit * 2));
        Matcher end = PARAGRAPH_END.matcher(start);
        String line = CleanText.oneLine(end.find() ? start.substring(0, end.start()) : start);
        return CleanText.cut(sentence(line), limit);
    }

    private static String sentence(String line) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        int end = sentences.next();
        while (end != BreakIterator.DONE
                && end < line.length()
                && endsInAbbreviation(line.substring(0, end).strip())) {
            end = sentences.next();
        }
        return end == BreakIterator.DONE ? line : line.substring(0, end).strip();
    }

    /** "Mr.", "St.", "J." and the like: a short capitalised word before the full stop is no end of a sentence. */
    private static boolean endsInAbbreviation(String head) {
        if (!head.endsWith(".")) {
            return false;
        }
        String word = head.substring(head.lastIndexOf(' ') + 1, head.length() - 1);
        return !word.isEmpty() && word.length() < ABBREVIATION && Character.isUpperCase(word.charAt(0));
    }
}
