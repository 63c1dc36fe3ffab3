package io.dateline.ingest.extract;

import org.jsoup.nodes.Element;

/**
 * One paragraph, heading, list item or table row as a reader sees it.
 *
 * @param element what it stands in
 * @param text    its text; a line end where the page has one
 * @param linked  how many of its characters are linked
 * @param kind    what it is
 */
record Block(Element element, String text, int linked, Kind kind) {
    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW
    }

    int length() {
        return text.length();
    }

    /** 0 to 1. */
    double linkDensity() {
        return Math.min(1, (double) linked / Math.max(1, text.length()));
    }

    /** Ends as sentences do, whatever the script. */
    boolean sentence() {
        int end = text.length() - 1;
        while (end > 0 && "\"'”’»)]“".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return ".!?…。！？:;।؟".indexOf(text.charAt(end)) >= 0;
    }

    /** A sentence of some length that is not mostly links. */
    boolean copy() {
        return kind != Kind.HEADING && Measures.length(text) >= Measures.COPY && linkDensity() < 0.5 && sentence();
    }
}
