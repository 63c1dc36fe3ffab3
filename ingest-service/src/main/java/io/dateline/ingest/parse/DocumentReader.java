package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import java.time.InstantSource;
import java.util.List;

/** Tells what form a document has, and reads it. Thread-safe. */
public final class DocumentReader {
    private final List<DocumentFormat> formats;
    private final InstantSource clock;

    private DocumentReader(List<DocumentFormat> formats, InstantSource clock) {
        this.formats = formats;
        this.clock = clock;
    }

    /** Reads every form we know: for previews and watched folders. */
    public static DocumentReader ofEverything(InstantSource clock) {
        // Order matters: what can be told by its first characters comes before plain text, which anything could be.
        return new DocumentReader(
                List.of(
                        new CodedWireFormat(),
                        new NewsXmlFormat(),
                        new XmlFeedFormat(),
                        new JsonFeedFormat(),
                        new PushFormat(),
                        new HtmlPageFormat(),
                        new WireTextFormat()),
                clock);
    }

    /** Reads feeds only: an HTML error page or a text answered at a feed's address is not copy. */
    public static DocumentReader ofFeeds(InstantSource clock) {
        return new DocumentReader(List.of(new XmlFeedFormat(), new JsonFeedFormat()), clock);
    }

    /** Never throws for what a document holds. */
    public ParseResult read(Document document) {
        if (document.bytes().length == 0) {
            return new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "The document is empty.");
        }
        String mediaType = document.mediaType();
        String head = document.head();
        return formats.stream()
                .filter(format -> format.reads(mediaType, head))
                .findFirst()
                .map(format -> format.parse(document, clock.instant()))
                .orElseGet(() -> new ParseResult.Refused(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This is none of the document types that can be read."));
    }
}
