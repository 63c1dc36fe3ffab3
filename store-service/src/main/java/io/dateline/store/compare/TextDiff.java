package io.dateline.store.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What changed in a text, word by word. Holds plain text: escaping is the template's.
 *
 * @param state  never null
 * @param pieces in reading order; empty unless the state is {@code CHANGED}
 */
public record TextDiff(State state, List<Piece> pieces) {
    /** Words and the gaps between them of both texts together. Comparing takes time with the square of what differs. */
    public static final int LARGEST = 12_000;
    /** Characters of both together: so many may be shown, whatever stands for a word. */
    static final int LONGEST = 200_000;
    /** Where less than this share of words is in both, marking the others tells a reader nothing. */
    static final double LEAST_ALIKE = 0.2;

    private static final Pattern TOKEN = Pattern.compile("\\S+|\\s+");

    /** {@code SAME} to {@code TOO_LARGE}, as templates ask for it. */
    public enum State {
        @JsonProperty("same")
        SAME,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("too-different")
        TOO_DIFFERENT,
        @JsonProperty("too-large")
        TOO_LARGE
    }

    /** @param how {@code same}, {@code added} or {@code removed} */
    public record Piece(String text, String how) {}

    /** Null stands for an empty text. */
    public static TextDiff of(String before, String after) {
        if (length(before) + length(after) > LONGEST) {
            return new TextDiff(empty(before).equals(empty(after)) ? State.SAME : State.TOO_LARGE, List.of());
        }
        List<String> old = tokens(before);
        List<String> young = tokens(after);
        if (old.equals(young)) {
            return new TextDiff(State.SAME, List.of());
        }
        if (old.size() + young.size() > LARGEST) {
            return new TextDiff(State.TOO_LARGE, List.of());
        }
        Marking marking = new Marking();
        int done = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, young, new MeyersDiffWithLinearSpace<>()).getDeltas()) {
            marking.same(old.subList(done, delta.getSource().getPosition()));
            marking.changed(delta.getSource().getLines(), delta.getTarget().getLines());
            done = delta.getSource().getPosition() + delta.getSource().size();
        }
        marking.same(old.subList(done, old.size()));
        List<Piece> pieces = marking.pieces();
        return alike(pieces, old, young) < LEAST_ALIKE
                ? new TextDiff(State.TOO_DIFFERENT, List.of())
                : new TextDiff(State.CHANGED, pieces);
    }

    public boolean same() {
        return state == State.SAME;
    }

    public boolean changed() {
        return state == State.CHANGED;
    }

    public boolean tooLarge() {
        return state == State.TOO_LARGE;
    }

    /** Of a text without words before or after nothing is said to be alike, and nothing too different. */
    private static double alike(List<Piece> pieces, List<String> old, List<String> young) {
        long longest = Math.max(words(old), words(young));
        if (words(old) == 0 || words(young) == 0) {
            return 1;
        }
        long kept = pieces.stream()
                .filter(piece -> piece.how().equals("same"))
                .mapToLong(piece -> words(tokens(piece.text())))
                .sum();
        return (double) kept / longest;
    }

    private static long words(List<String> tokens) {
        return tokens.stream().filter(token -> !token.isBlank()).count();
    }

    private static String empty(String text) {
        return text == null ? "" : text;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static List<String> tokens(String text) {
        return text == null
                ? List.of()
                : TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Gathers what changed up to the next word that did not, so that a changed phrase reads as one. */
    private static final class Marking {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        void same(List<String> tokens) {
            String text = String.join("", tokens);
            if (text.equals(" ") && removed.length() + added.length() > 0) {
                removed.append(text);
                added.append(text);
            } else if (!text.isEmpty()) {
                flush();
                pieces.add(new Piece(text, "same"));
            }
        }

        void changed(List<String> old, List<String> young) {
            old.forEach(removed::append);
            young.forEach(added::append);
        }

        List<Piece> pieces() {
            flush();
            return List.copyOf(pieces);
        }

        private void flush() {
            if (removed.length() > 0) {
                pieces.add(new Piece(removed.toString(), "removed"));
            }
            if (added.length() > 0) {
                pieces.add(new Piece(added.toString(), "added"));
            }
            removed.setLength(0);
            added.setLength(0);
        }
    }
}
