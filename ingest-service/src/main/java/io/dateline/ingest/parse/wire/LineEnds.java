package io.dateline.ingest.parse.wire;

/** Takes signs off the end of a line, from its end: a pattern that looks for the last run of blanks tries every one. */
final class LineEnds {
    private LineEnds() {}

    /** Without white space at its ends, and without white space and any of the signs at its end. */
    static String without(String line, String signs) {
        int end = line.length();
        while (end > 0 && (Character.isWhitespace(line.charAt(end - 1)) || signs.indexOf(line.charAt(end - 1)) >= 0)) {
            end--;
        }
        return line.substring(0, end).strip();
    }

    /** Without white space at its ends, and without the last sign where it is one of these. */
    static String withoutOne(String line, String signs) {
        String text = line.strip();
        boolean marked = !text.isEmpty() && signs.indexOf(text.charAt(text.length() - 1)) >= 0;
        return marked ? text.substring(0, text.length() - 1).strip() : text;
    }
}
