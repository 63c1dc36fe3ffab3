package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.ingest.parse.wire.Paragraphs;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One newsItem of NewsML-G2. */
final class NewsMlReader {
    private static final String META = "itemmeta";
    private static final String CONTENT = "contentmeta";

    private NewsMlReader() {}

    /** Whether the item is text; where it does not say, it is. */
    static boolean isText(XmlElement item) {
        String itemClass = code(NewsXml.find(item, META, "itemclass"));
        return itemClass == null || itemClass.endsWith("text") || itemClass.endsWith("composite");
    }

    static ArticleDraft draft(Document document, XmlElement item) {
        ArticleDraft draft = new ArticleDraft();
        draft.publisherId = item.attribute("guid");
        String created = WireDates.date(NewsXml.text(item, META, "versioncreated"));
        draft.edition = Edition.of(item.attribute("version"), created);
        draft.updated = created;
        draft.published = Stream.of(
                        NewsXml.text(item, CONTENT, "contentcreated"),
                        NewsXml.text(item, META, "firstcreated"),
                        created)
                .filter(date -> date != null)
                .map(WireDates::date)
                .findFirst()
                .orElse(null);
        String language = NewsXml.attribute(item, "tag", CONTENT, "language");
        draft.language = language != null ? language : item.inherited("xml:lang");
        people(item, draft);
        describe(item, draft);
        status(item, draft);
        copy(item, draft);
        NewsXml.every(item, "contentset", "remotecontent").forEach(remote -> {
            String url = Links.absolute(document.url(), remote.attribute("href"));
            if (url != null) {
                draft.media.add(new Media(url, remote.attribute("contenttype"), null));
            }
        });
        NewsStatus.settle(draft);
        return draft;
    }

    private static void people(XmlElement item, ArticleDraft draft) {
        draft.sourceName = name(NewsXml.find(item, META, "provider"));
        String source = name(NewsXml.find(item, CONTENT, "infosource"));
        draft.agency = source != null ? source : draft.sourceName;
        draft.sourceName = draft.sourceName != null ? draft.sourceName : source;
        draft.byline = Markup.plain(NewsXml.text(item, CONTENT, "by"));
        NewsXml.every(item, CONTENT, "creator")
                .map(creator -> NewsXml.text(creator, "name"))
                .filter(name -> name != null)
                .forEach(draft.authors::add);
    }

    private static void describe(XmlElement item, ArticleDraft draft) {
        draft.title = Markup.plain(mainHeadline(item, draft.language));
        draft.slugline = NewsXml.text(item, CONTENT, "slugline");
        draft.urgency = NewsStatus.urgency(NewsXml.text(item, CONTENT, "urgency"));
        NewsXml.every(item, CONTENT, "description")
                .filter(one ->
                        one.attribute("role") == null || one.attribute("role").contains("summary"))
                .map(XmlElement::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .ifPresent(text -> draft.summary = Markup.plain(text));
        NewsXml.every(item, CONTENT, "subject")
                .filter(subject -> subject.attribute("type") == null
                        || subject.attribute("type").endsWith("abstract"))
                .map(subject -> name(subject, draft.language))
                .filter(name -> name != null)
                .forEach(draft.categories::add);
    }

    /** In the item's own language, and without a role or with the main one, where there are several. */
    private static String mainHeadline(XmlElement item, String language) {
        List<XmlElement> headlines = NewsXml.every(item, CONTENT, "headline")
                .filter(one -> !one.text().isBlank())
                .toList();
        return headlines.stream()
                .filter(one -> one.attribute("xml:lang") == null
                        || one.attribute("xml:lang").equalsIgnoreCase(language))
                .filter(one ->
                        one.attribute("role") == null || one.attribute("role").endsWith("main"))
                .findFirst()
                .or(() -> headlines.stream().findFirst())
                .map(XmlElement::text)
                .orElse(null);
    }

    private static void status(XmlElement item, ArticleDraft draft) {
        String code = code(NewsXml.find(item, META, "pubstatus"));
        String status =
                code == null ? "" : code.substring(code.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        draft.status = switch (status) {
            case "canceled", "cancelled" -> ArticleStatus.CANCELED;
            case "withheld" -> ArticleStatus.WITHHELD;
            default -> null;
        };
        XmlElement embargoed = NewsXml.find(item, META, "embargoed");
        if (embargoed != null) {
            draft.embargoUntil = embargoed.text().isBlank() ? null : WireDates.embargo(embargoed.text());
            // The standard: an embargo without a date has no end.
            boolean endless = draft.embargoUntil == null && draft.status == null;
            draft.status = endless ? ArticleStatus.WITHHELD : draft.status;
        }
        NewsStatus notes = new NewsStatus(draft);
        NewsXml.every(item, META, "signal").map(NewsMlReader::code).forEach(signal -> {
            if (signal != null && signal.endsWith(":correction")) {
                notes.correction(null);
            } else if (signal != null && signal.endsWith(":update")) {
                notes.update();
            }
        });
        NewsXml.every(item, META, "ednote").map(XmlElement::text).forEach(notes::note);
    }

    private static void copy(XmlElement item, ArticleDraft draft) {
        draft.fullText = true;
        Markup body = NewsXml.every(item, "contentset", "inlinexml")
                .map(inline -> inline(inline, draft))
                .filter(markup -> markup != null)
                .findFirst()
                .orElse(null);
        if (body == null) {
            body = NewsXml.every(item, "contentset", "inlinedata")
                    .filter(data -> data.attribute("encoding") == null)
                    .map(data -> data(data, draft))
                    .filter(markup -> markup != null)
                    .findFirst()
                    .orElse(null);
        }
        draft.body = NewsStatus.withDateline(body, NewsXml.text(item, CONTENT, "dateline"), draft);
    }

    private static Markup inline(XmlElement inline, ArticleDraft draft) {
        XmlElement nitf = NewsXml.find(inline, "nitf");
        if (nitf != null) {
            XmlElement head = NewsXml.find(nitf, "body", "body.head");
            if (head != null && draft.title == null) {
                draft.title = Markup.plain(NewsXml.text(head, "hedline", "hl1"));
            }
            if (head != null && draft.byline == null) {
                draft.byline = Markup.plain(NewsXml.text(head, "byline"));
            }
            return Markup.html(NewsXml.every(nitf, "body", "body.content")
                    .map(NewsXml::html)
                    .collect(Collectors.joining()));
        }
        XmlElement body = NewsXml.find(inline, "html", "body");
        return Markup.html(NewsXml.html(body != null ? body : inline));
    }

    private static Markup data(XmlElement data, ArticleDraft draft) {
        String type = data.attribute("contenttype") == null ? "" : data.attribute("contenttype");
        if (type.contains("html")) {
            return Markup.html(data.text());
        }
        draft.sentBody = data.text();
        return Markup.plain(Paragraphs.of(List.of(data.text().split("\\R"))));
    }

    private static String code(XmlElement element) {
        if (element == null) {
            return null;
        }
        String qcode = element.attribute("qcode");
        return qcode != null ? qcode : element.attribute("uri");
    }

    private static String name(XmlElement element) {
        return name(element, null);
    }

    /** What an entity is called: its name, in the language where it has several, its literal, or its code. */
    private static String name(XmlElement element, String language) {
        if (element == null) {
            return null;
        }
        List<XmlElement> names = NewsXml.all(element, "name")
                .filter(one -> !one.text().isBlank())
                .toList();
        return names.stream()
                .filter(one -> language != null && language.equalsIgnoreCase(one.attribute("xml:lang")))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(XmlElement::text)
                .or(() -> Stream.of(element.attribute("literal"), element.attribute("qcode"), element.attribute("uri"))
                        .filter(one -> one != null && !one.isBlank())
                        .findFirst())
                .orElse(null);
    }
}
