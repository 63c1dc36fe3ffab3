package io.dateline.ingest.parse;

import io.dateline.contracts.article.Media;

/** One page of a Google News sitemap: its address, title and date; its text is on the page alone. */
final class NewsSitemapItem {
    private final XmlElement url;
    private final String document;

    NewsSitemapItem(XmlElement url, String document) {
        this.url = url;
        this.document = document;
    }

    ArticleDraft draft() {
        ArticleDraft draft = new ArticleDraft();
        XmlElement news = url.first("news:news");
        draft.url = Links.absolute(document, url.text("loc"));
        draft.title = Markup.guess(news.text("news:title"));
        draft.published = news.text("news:publication_date");
        draft.updated = url.text("lastmod");
        draft.published = draft.published == null ? draft.updated : draft.published;
        XmlElement publication = news.first("news:publication");
        draft.language = publication == null ? null : publication.text("news:language");
        for (String list : new String[] {news.text("news:keywords"), news.text("news:stock_tickers")}) {
            for (String word : list == null ? new String[0] : list.split(",")) {
                if (!word.isBlank()) {
                    draft.categories.add(Markup.guess(word).line().strip());
                }
            }
        }
        for (XmlElement image : url.all("image:image")) {
            String picture = Links.absolute(document, image.text("image:loc"));
            if (picture != null) {
                draft.media.add(new Media(picture, null, image.text("image:caption", "image:title")));
            }
        }
        return draft;
    }
}
