package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.ingest.text.CleanText;

/** What the head of a feed says of it. */
final class HeadReader {
    private HeadReader() {}

    /** @param head the channel or the feed; {@link FeedHead#UNKNOWN} where it is null */
    static FeedHead of(XmlElement head, Document document) {
        if (head == null) {
            return FeedHead.UNKNOWN;
        }
        XmlElement description = head.firstFilled(
                "description",
                "atom:subtitle",
                "atom:tagline",
                "subtitle",
                "tagline",
                "abstract",
                "dc:description",
                "itunes:summary",
                "itunes:subtitle");
        String declared = head.text("language", "dc:language");
        String language = declared != null ? declared : head.inherited("xml:lang");
        return new FeedHead(
                line(TextConstruct.of(head.firstFilled("title", "atom:title", "dc:title")), ArticleLimits.TITLE),
                line(TextConstruct.of(description), ArticleLimits.SUMMARY),
                site(head, document.url()),
                line(Markup.plain(language == null ? null : language.replace('_', '-')), ArticleLimits.SHORT_TEXT));
    }

    private static String site(XmlElement head, String document) {
        for (XmlElement link : head.all("link", "atom:link")) {
            String rel = link.attribute("rel");
            String url = rel == null || rel.equals("alternate") ? ItemMedia.address(link, document) : null;
            if (url != null) {
                return url;
            }
        }
        return Links.absolute(BaseUrl.of(head, document), head.attribute("href"));
    }

    /** On one line and within the limit; null where nothing is left. */
    static String line(Markup markup, int limit) {
        String text = markup == null
                ? ""
                : CleanText.cut(CleanText.line(markup.line()).text(), limit);
        return text.isEmpty() ? null : text;
    }
}
