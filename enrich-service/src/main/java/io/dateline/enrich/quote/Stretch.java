package io.dateline.enrich.quote;

/**
 * Words between quotation marks.
 *
 * @param open      the opening mark
 * @param close     the closing mark, or the end of its paragraph where the next paragraph goes on with the quotation
 * @param continues whether it goes on from the paragraph before
 */
record Stretch(int open, int close, boolean continues) {
    /** First token inside. */
    int from() {
        return open + 1;
    }
}
