package io.dateline.ingest.parse;

import io.dateline.contracts.article.Original;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.text.Hashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Finishes the items of one document; an item that cannot be accepted becomes a fault and disturbs no other. */
final class ItemCollector {
    static final int ITEMS = 10_000;
    private static final Logger LOG = Logger.getLogger(ItemCollector.class);

    private final Document document;
    private final String format;

    ItemCollector(Document document, String format) {
        this.document = document;
        this.format = format;
    }

    /** What a document is remembered by. */
    static Original original(Document document) {
        return new Original(document.mediaType(), Hashes.sha256(document.bytes()), document.bytes().length);
    }

    /** Of a document that is no feed. */
    ParseResult finish(List<ArticleDraft> drafts, String site, List<ParseResult.Fault> known, Instant now) {
        return finish(new FeedHead(null, null, site, null), drafts, known, now);
    }

    ParseResult finish(FeedHead head, List<ArticleDraft> drafts, List<ParseResult.Fault> known, Instant now) {
        List<ParseResult.Fault> faults = new ArrayList<>(known);
        List<ArticleDraft> within = drafts;
        if (drafts.size() > ITEMS) {
            within = drafts.subList(0, ITEMS);
            faults.add(new ParseResult.Fault(ITEMS + 1, "too-large", "Only the first " + ITEMS + " items are read."));
        }
        Links.judge(within, head.site(), document.url());
        Guids.judge(within);
        ArticleFinisher finisher = new ArticleFinisher(false, now, original(document));
        List<ParsedArticle> articles = new ArrayList<>();
        int at = 0;
        for (ArticleDraft draft : within) {
            at++;
            try {
                articles.add(finisher.finish(draft));
            } catch (RefusedArticle e) {
                faults.add(new ParseResult.Fault(at, e.code().code(), e.getMessage()));
            } catch (RuntimeException e) {
                // A fault of ours over one item must not cost the others. The message may quote text.
                StackTraceElement[] trace = e.getStackTrace();
                LOG.errorf(
                        "item %d of a document (%s) cannot be read: %s at %s",
                        at, format, e.getClass().getSimpleName(), trace.length == 0 ? "" : trace[0]);
                faults.add(new ParseResult.Fault(
                        at, ProblemCode.INTERNAL.code(), "We fail at this item; the log says more."));
            }
        }
        return new ParseResult.Articles(format, head, articles, faults);
    }
}
