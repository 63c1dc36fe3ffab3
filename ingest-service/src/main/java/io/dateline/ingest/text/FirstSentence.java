package io.dateline.ingest.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Stands in for a headline that the copy does not have. */
public final class FirstSentence {
    private static final int ABBREVIATION = 4;

    private FirstSentence() {}

    /** The first sentence of the first paragraph that is longer than a dateline; on one line, never null. */
    public static String of(String text, int limit) {
        for (String paragraph : text.split("\\n\\s*\\n")) {
            String line = paragraph.replaceAll("\\s+", " ").strip();
            if (!line.isEmpty()) {
                return CleanText.cut(sentence(line), limit);
            }
        }
        return "";
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
