package io.dateline.ingest.parse;

import io.dateline.contracts.article.Media;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.extract.ExtractedPage;
import io.dateline.ingest.extract.Extraction;
import io.dateline.ingest.extract.PageExtractor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A web page that holds one article. */
final class HtmlPageFormat implements DocumentFormat {
    private final PageExtractor extractor = new PageExtractor();

    @Override
    public String name() {
        return "html-page";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        if (mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml")) {
            return true;
        }
        String start = head.substring(0, Math.min(head.length(), 20)).toLowerCase(Locale.ROOT);
        boolean undeclared = mediaType.equals("application/octet-stream");
        return undeclared && (start.startsWith("<!doctype html") || start.startsWith("<html"));
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        Extraction extraction = extractor.extract(document.bytes(), document.contentType(), document.url());
        if (extraction instanceof Extraction.Nothing nothing) {
            return switch (nothing.reason()) {
                case NO_TEXT ->
                    new ParseResult.Refused(
                            ProblemCode.MALFORMED_DOCUMENT, "The page holds no article that was found.");
                case TOO_LARGE ->
                    new ParseResult.Refused(
                            ProblemCode.TOO_LARGE, "A page has at most " + PageExtractor.BYTES + " bytes.");
            };
        }
        ArticleFinisher finisher = new ArticleFinisher(false, now, ItemCollector.original(document));
        try {
            ArticleDraft draft = draft(((Extraction.Found) extraction).page(), document);
            return new ParseResult.Articles(name(), List.of(finisher.finish(draft)), List.of());
        } catch (RefusedArticle e) {
            return new ParseResult.Refused(e.code(), e.getMessage());
        }
    }

    private static ArticleDraft draft(ExtractedPage page, Document document) {
        ArticleDraft draft = new ArticleDraft();
        // Unlike a link to a feed's own address, a page's address is the article's.
        draft.url = page.canonicalUrl() != null ? page.canonicalUrl() : Links.absolute(null, document.url());
        draft.sourceName = page.siteName();
        draft.title = Markup.plain(page.title());
        draft.summary = Markup.plain(page.summary());
        draft.body = Markup.plain(page.text());
        draft.fullText = true;
        draft.byline = Markup.plain(page.byline());
        draft.authors.addAll(page.authors());
        draft.language = page.language();
        draft.published = page.published();
        draft.updated = page.updated();
        if (page.imageUrl() != null) {
            draft.media.add(new Media(page.imageUrl(), null, null));
        }
        return draft;
    }
}
