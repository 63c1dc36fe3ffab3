package io.dateline.store.web;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Enrichment;
import io.dateline.contracts.enriched.Entity;
import io.dateline.store.query.StoredArticle;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One revision of an article on its own page.
 *
 * @param lang       for the attribute of that name
 * @param dir        {@code ltr}, {@code rtl} or {@code auto}
 * @param title      never null
 * @param paragraphs never null, empty for an article without a body
 * @param kinds      the kinds of tags that the text shows, for the legend; never null
 * @param sent       authors, keywords and the like, as filters; never null
 * @param original   address of the publisher's copy where it is one a reader may follow, or null
 * @param dateline   place and what is known of it, or null
 * @param topics     never null
 * @param entities   never null
 * @param events     who did what to whom, in text order; never null
 * @param dates      dates the text names; never null
 * @param quotes     who said what, in text order; never null
 * @param newest     address of the head where this is not it, or null
 * @param provenance where it came from and what made the tags; never null
 */
public record ArticleView(
        String id,
        String lang,
        String dir,
        List<Segment> title,
        List<List<Segment>> paragraphs,
        Set<String> kinds,
        RawArticle article,
        String byline,
        List<AsSent> sent,
        StoryView.Link source,
        Moment published,
        Moment updated,
        Moment fetched,
        Moment stored,
        String original,
        Place dateline,
        Tongue language,
        List<TagDetail.EntityDetail> entities,
        List<TagDetail.TopicDetail> topics,
        List<Happening> events,
        List<Dated> dates,
        List<Said> quotes,
        List<RevisionLine> revisions,
        String newest,
        Provenance provenance) {

    /** @param coordinates {@code 40.38° N, 49.89° E}, or null */
    public record Place(
            String printed, String name, String id, String coordinates, String href, Moment date, String agency) {}

    /** @param confidence 0 to 100, rounded down: nothing short of certain shows as certain */
    public record Tongue(String name, String href, long confidence, String by) {
        public boolean known() {
            return !Languages.UNKNOWN.equals(name);
        }
    }

    public record RevisionLine(int revision, Moment stored, String status, boolean shown, String href) {}

    public record Provenance(StoredArticle.Revision stored, Enrichment enrichment) {}

    static ArticleView of(StoredArticle found, Instant now) {
        EnrichedArticle document = found.document();
        RawArticle article = document.article();
        List<Mark> marks = Marks.of(document);
        List<Segment> title = Highlighter.line("title", article.title(), marks);
        List<List<Segment>> paragraphs = Highlighter.paragraphs("body", article.body(), marks);
        String language = document.language().code();
        Map<String, String> names = document.entities().stream()
                .collect(Collectors.toMap(Entity::id, Entity::name, (first, second) -> first));
        boolean head = found.head() == found.stored().revision();
        return new ArticleView(
                article.id(),
                Languages.tag(language),
                Languages.direction(language),
                title,
                paragraphs,
                TagDetail.kinds(title, paragraphs),
                article,
                byline(article),
                AsSent.of(article),
                new StoryView.Link(
                        "source",
                        article.source().name(),
                        SearchUrl.to("source", article.source().id())),
                "day".equals(article.publishedPrecision())
                        ? Moment.ofDay(article.publishedAt())
                        : Moment.of(article.publishedAt(), now),
                Moment.of(article.updatedAt(), now),
                Moment.of(article.fetchedAt(), now),
                Moment.of(found.stored().storedAt(), now),
                followable(article.url()),
                place(document.dateline()),
                new Tongue(
                        Languages.name(language),
                        SearchUrl.to("lang", language),
                        (long) (document.language().confidence() * 100),
                        document.language().by()),
                document.entities().stream()
                        .map(entity -> TagDetail.of(entity, names))
                        .toList(),
                document.topics().stream().map(TagDetail::of).toList(),
                Happening.of(document),
                Dated.of(document.dates()),
                Said.of(document),
                found.revisions().stream()
                        .map(revision -> line(article.id(), revision, found, now))
                        .toList(),
                head ? null : "/articles/" + article.id(),
                new Provenance(found.stored(), document.enrichment()));
    }

    private static String byline(RawArticle article) {
        if (article.byline() != null) {
            return article.byline();
        }
        return article.authors().isEmpty() ? null : "By " + String.join(", ", article.authors());
    }

    private static RevisionLine line(String id, StoredArticle.Revision revision, StoredArticle found, Instant now) {
        return new RevisionLine(
                revision.revision(),
                Moment.of(revision.storedAt(), now),
                revision.status().name().toLowerCase(Locale.ROOT),
                revision.revision() == found.stored().revision(),
                "/articles/" + id + "?revision=" + revision.revision());
    }

    private static Place place(Dateline dateline) {
        if (dateline == null || dateline.placeText() == null && dateline.place() == null) {
            return null;
        }
        if (dateline.place() == null) {
            String printed = dateline.placeText();
            return new Place(
                    printed, printed, null, null, SearchUrl.to("place", printed), date(dateline), dateline.agency());
        }
        var place = dateline.place();
        return new Place(
                dateline.placeText(),
                Marks.placeName(place),
                place.id(),
                TagDetail.coordinates(place),
                SearchUrl.to("place", place.id()),
                date(dateline),
                dateline.agency());
    }

    private static Moment date(Dateline dateline) {
        return dateline.date() == null
                ? null
                : Moment.ofDay(dateline.date().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** An address that strangers sent is only ever a link to a web page, never a script or a file. */
    static String followable(String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
