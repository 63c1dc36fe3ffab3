package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.parse.wire.TextStories;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Plain wire copy: any header lines, a headline where there is one, paragraphs; one story or many. Where there is no
 * headline, the first sentence stands in. The dateline stays in the body; here it only tells which agency sent the story.
 */
final class WireTextFormat implements DocumentFormat {
    @Override
    public String name() {
        return "wire-text";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        boolean markup = head.startsWith("<") || head.startsWith("{") || head.startsWith("[{");
        return mediaType.equals("text/plain") && !markup;
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        String text = document.text();
        if (text.isBlank()) {
            return new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "The document holds no text.");
        }
        if (text.indexOf('\0') >= 0 && text.chars().filter(c -> c == 0).count() > text.length() / 10) {
            return new ParseResult.Refused(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This is not text.");
        }
        byte[] bytes = bytes(document, text);
        return new WireDrafts(document, name(), now, bytes == document.bytes())
                .finish(TextStories.read(bytes, now, ItemCollector.ITEMS));
    }

    /** Where every byte decodes alike, each story is decoded for itself; else the document's own charset holds. */
    private static byte[] bytes(Document document, String text) {
        boolean own = text.length() != document.bytes().length && !isUtf8(document.bytes())
                || document.contentType() != null && document.contentType().contains("charset");
        return own ? text.getBytes(StandardCharsets.UTF_8) : document.bytes();
    }

    private static boolean isUtf8(byte[] bytes) {
        return Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }
}
