package io.dateline.ingest.parse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.http.ProblemCode;
import java.util.List;

/** What reading a document came to. */
public sealed interface ParseResult {
    /**
     * Articles, good ones, and what was wrong with the rest.
     *
     * @param format   short name of the form it was read as; never null
     * @param feed     what the document says about itself; never null
     * @param articles in document order; never null
     * @param faults   items that could not be read, and the document's own faults; never null
     */
    record Articles(String format, FeedHead feed, List<ParsedArticle> articles, List<Fault> faults)
            implements ParseResult {
        public Articles {
            articles = List.copyOf(articles);
            faults = List.copyOf(faults);
        }

        /** Of documents that are no feeds. */
        public Articles(String format, List<ParsedArticle> articles, List<Fault> faults) {
            this(format, FeedHead.UNKNOWN, articles, faults);
        }
    }

    /**
     * Nothing of it can be read.
     *
     * @param code   never null
     * @param detail a sentence; never document text
     */
    record Refused(ProblemCode code, String detail) implements ParseResult {}

    /**
     * @param at     line of an NDJSON document or ordinal of an item, from 1; 0 for the document as a whole
     * @param code   stable
     * @param detail a sentence; never document text
     * @param offset of the item's first byte in the document, or null where it is not known
     * @param length of the item in bytes, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(int at, String code, String detail, Integer offset, Integer length) {
        public Fault(int at, String code, String detail) {
            this(at, code, detail, null, null);
        }
    }
}
