package io.dateline.systemtests.faults;

import java.nio.charset.StandardCharsets;

/** Finds in the answers of one connection the one that is to be lost, also where a word comes in two pieces. Not thread-safe. */
final class AnswerWatch {
    private String rest = "";
    private boolean prepared;

    /** Whether this piece holds the word of a loss, and what must come before has come. */
    boolean meets(Loss loss, byte[] piece, int length) {
        String text = rest + new String(piece, 0, length, StandardCharsets.ISO_8859_1);
        boolean meets = false;
        int from = 0;
        for (int at = text.indexOf(loss.word()); at >= 0 && !meets; at = text.indexOf(loss.word(), from)) {
            meets = prepared || text.substring(from, at).contains(loss.before());
            from = at + loss.word().length();
            prepared = false;
        }
        prepared |= !loss.before().isEmpty() && text.indexOf(loss.before(), from) >= 0;
        int longest = Math.max(loss.word().length(), loss.before().length());
        rest = text.substring(Math.max(from, text.length() - longest + 1));
        return meets;
    }
}
