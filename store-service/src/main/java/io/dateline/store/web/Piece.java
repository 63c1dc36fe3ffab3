package io.dateline.store.web;

import io.dateline.store.query.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a headline or an excerpt. Holds plain text: escaping is the template's.
 *
 * @param text  never empty
 * @param found whether it is one of the words that were asked for
 */
public record Piece(String text, boolean found) {
    private static final String LEFT_OUT = "…";

    static List<Piece> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
    }

    /** The title with what was found in it marked. */
    static List<Piece> title(String title, List<Excerpt> excerpts) {
        return excerpts.stream()
                // One that reads otherwise was cut or cleaned on the way, and the article's own is what it is called.
                .filter(one -> one.field().equals("title") && one.text().equals(title))
                .findFirst()
                .map(one -> of(one, "", ""))
                .orElseGet(() -> plain(title));
    }

    /** The piece of the body with most of the words, or how the article begins where the body has none of them. */
    static List<Piece> lead(String beginning, List<Excerpt> excerpts) {
        return excerpts.stream()
                .filter(one -> one.field().equals("body"))
                // The first of the best: max would take the last.
                .min(Comparator.comparingInt(one -> -one.spans().size()))
                .map(one -> of(one, begins(beginning, one.text()) ? "" : LEFT_OUT + " ", " " + LEFT_OUT))
                .orElseGet(() -> plain(beginning));
    }

    /** A snippet has its lines joined, an excerpt has them as the body does. */
    private static boolean begins(String beginning, String excerpt) {
        return beginning.startsWith(excerpt.strip().replaceAll("\\s+", " "));
    }

    private static List<Piece> of(Excerpt excerpt, String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        String text = excerpt.text();
        int done = 0;
        String plain = before;
        for (Excerpt.Place place : excerpt.spans()) {
            add(pieces, plain + text.substring(done, place.start()), false);
            add(pieces, text.substring(place.start(), place.end()), true);
            plain = "";
            done = place.end();
        }
        add(pieces, text.substring(done) + after, false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }
}
