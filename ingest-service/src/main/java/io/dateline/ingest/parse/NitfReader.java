package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One NITF document (3.x, with or without its namespace). */
final class NitfReader {
    private static final String HEAD = "head";
    private static final String DOCDATA = "docdata";

    private NitfReader() {}

    static ArticleDraft draft(Document document, XmlElement nitf) {
        ArticleDraft draft = new ArticleDraft();
        docdata(nitf, draft);
        XmlElement head = NewsXml.find(nitf, "body", "body.head");
        if (head != null) {
            bodyHead(head, draft);
        }
        content(nitf, head, draft);
        media(document, nitf, draft);
        NewsStatus.settle(draft);
        return draft;
    }

    private static void docdata(XmlElement nitf, ArticleDraft draft) {
        draft.publisherId = NewsXml.attribute(nitf, "id-string", HEAD, DOCDATA, "doc-id");
        String issued = NewsXml.attribute(nitf, "norm", HEAD, DOCDATA, "date.issue");
        draft.published = WireDates.date(issued);
        draft.edition = Edition.of(NewsXml.attribute(nitf, "version", HEAD, DOCDATA, "du-key"), draft.published);
        draft.urgency = NewsStatus.urgency(NewsXml.attribute(nitf, "ed-urg", HEAD, DOCDATA, "urgency"));
        draft.language = nitf.inherited("xml:lang");
        String holder = NewsXml.attribute(nitf, "holder", HEAD, DOCDATA, "doc.copyright");
        String rights = NewsXml.attribute(nitf, "owner", HEAD, DOCDATA, "doc.rights");
        draft.sourceName = holder != null
                ? holder
                : rights != null ? rights : NewsXml.attribute(nitf, "regsrc", HEAD, DOCDATA, "doc-id");
        slug(nitf, draft);
        NewsXml.every(nitf, HEAD, "tobject", "tobject.subject")
                .map(subject -> first(
                        subject.attribute("tobject.subject.detail"),
                        subject.attribute("tobject.subject.matter"),
                        subject.attribute("tobject.subject.type"),
                        subject.attribute("tobject.subject.refnum")))
                .filter(subject -> subject != null)
                .forEach(draft.categories::add);
        NewsStatus notes = new NewsStatus(draft);
        NewsXml.every(nitf, HEAD, DOCDATA, "correction").forEach(one -> notes.correction(one.attribute("info")));
        NewsXml.every(nitf, HEAD, DOCDATA, "ed-msg")
                .map(one -> one.attribute("info"))
                .forEach(notes::note);
        status(nitf, draft);
    }

    private static void slug(XmlElement nitf, ArticleDraft draft) {
        draft.slugline = NewsXml.every(nitf, HEAD, "meta")
                .filter(meta -> "anpa-keyword".equalsIgnoreCase(meta.attribute("name")))
                .map(meta -> meta.attribute("content"))
                .filter(keyword -> keyword != null && !keyword.isBlank())
                .findFirst()
                .orElse(null);
        List<String> keywords = NewsXml.every(nitf, HEAD, DOCDATA, "key-list", "keyword")
                .map(keyword -> first(keyword.attribute("key"), keyword.text()))
                .filter(keyword -> keyword != null)
                .toList();
        if (draft.slugline == null && !keywords.isEmpty()) {
            draft.slugline = keywords.get(0);
            keywords = keywords.subList(1, keywords.size());
        }
        keywords.stream().filter(keyword -> !keyword.equals(draft.slugline)).forEach(draft.categories::add);
    }

    private static void status(XmlElement nitf, ArticleDraft draft) {
        String written = NewsXml.attribute(nitf, "management-status", HEAD, DOCDATA);
        String status = written == null ? "" : written.toLowerCase(Locale.ROOT);
        String release = WireDates.embargo(NewsXml.attribute(nitf, "norm", HEAD, DOCDATA, "date.release"));
        if (status.equals("embargoed") || release != null && !release.equals(WireDates.embargo(draft.published))) {
            draft.embargoUntil = release;
        }
        draft.status = switch (status) {
            case "canceled", "cancelled", "killed" -> ArticleStatus.CANCELED;
            case "withheld" -> ArticleStatus.WITHHELD;
            case "embargoed" -> release == null ? ArticleStatus.WITHHELD : null;
            default -> null;
        };
    }

    private static void bodyHead(XmlElement head, ArticleDraft draft) {
        draft.title = Markup.plain(first(NewsXml.text(head, "hedline", "hl1"), NewsXml.text(head, "hedline")));
        XmlElement byline = NewsXml.find(head, "byline");
        if (byline != null) {
            String title = NewsXml.text(byline, "byttl");
            String whole = byline.text().replaceAll("\\s+", " ");
            String name = title == null
                    ? whole
                    : whole.replace(title.replaceAll("\\s+", " "), "").strip();
            draft.byline = Markup.plain(title == null ? name : name + ", " + title);
            NewsXml.all(byline, "person").map(XmlElement::text).forEach(draft.authors::add);
        }
        draft.summary = Markup.plain(NewsXml.text(head, "abstract"));
        draft.agency = NewsXml.text(head, "distributor");
        draft.sourceName = draft.sourceName != null ? draft.sourceName : draft.agency;
    }

    private static void content(XmlElement nitf, XmlElement head, ArticleDraft draft) {
        String html =
                NewsXml.every(nitf, "body", "body.content").map(NewsXml::html).collect(Collectors.joining());
        XmlElement dateline = head == null ? null : NewsXml.find(head, "dateline");
        draft.body = NewsStatus.withDateline(Markup.html(html), dateline == null ? null : line(dateline), draft);
        draft.fullText = true;
    }

    /** As it is printed: place, then date. */
    private static String line(XmlElement dateline) {
        String place = NewsXml.text(dateline, "location");
        String date = NewsXml.text(dateline, "story.date");
        return place == null ? dateline.text() : date == null ? place : place + ", " + date;
    }

    private static void media(Document document, XmlElement nitf, ArticleDraft draft) {
        Stream<XmlElement> found = Stream.concat(
                NewsXml.every(nitf, "body", "body.content", "media"),
                NewsXml.every(nitf, "body", "body.content", "block", "media"));
        found.forEach(media -> {
            String caption = NewsXml.text(media, "media-caption");
            NewsXml.all(media, "media-reference").forEach(reference -> {
                String url = Links.absolute(document.url(), reference.attribute("source"));
                if (url != null) {
                    draft.media.add(new Media(url, reference.attribute("mime-type"), caption));
                }
            });
        });
    }

    private static String first(String... candidates) {
        return Stream.of(candidates)
                .filter(one -> one != null && !one.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }
}
