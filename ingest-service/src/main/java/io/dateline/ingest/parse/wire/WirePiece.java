package io.dateline.ingest.parse.wire;

/**
 * A stretch of a wire document: a story, or what is wrong with it.
 *
 * @param offset of its first byte in the document
 * @param length in bytes
 * @param story  null where it cannot be read
 * @param fault  a sentence that quotes no text; null where there is a story
 */
public record WirePiece(int offset, int length, WireStory story, String fault) {
    /** All that is left of a document that holds too many. */
    static WirePiece beyond(int start, int end) {
        return new WirePiece(start, end - start, null, "There is more than is read.");
    }
}
