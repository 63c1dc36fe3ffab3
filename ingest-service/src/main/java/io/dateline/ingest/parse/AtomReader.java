package io.dateline.ingest.parse;

import io.dateline.contracts.article.Media;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Entries of Atom 1.0 (RFC 4287) and 0.3; also where a broken document forgot the namespace. */
final class AtomReader {
    private final Document document;
    private final XmlElement feed;

    AtomReader(Document document, XmlElement feed) {
        this.document = document;
        this.feed = feed;
    }

    ParseResult read(Instant now, ParseResult.Fault broken, boolean cutOff) {
        List<XmlElement> entries = new ArrayList<>(
                Stream.concat(feed.all("atom:entry"), feed.all("entry")).toList());
        if (cutOff && !entries.isEmpty()) {
            entries.remove(entries.size() - 1);
        }
        String site = link(feed, base(feed), "alternate");
        List<ArticleDraft> drafts = entries.stream().map(this::draft).toList();
        return new ItemCollector(document, "atom")
                .finish(drafts, site, broken == null ? List.of() : List.of(broken), now);
    }

    private ArticleDraft draft(XmlElement entry) {
        ArticleDraft draft = new ArticleDraft();
        String base = base(entry);
        draft.guid = text(entry, "id");
        draft.url = link(entry, base, "alternate");
        draft.title = construct(first(entry, "title"));
        Markup summary = construct(first(entry, "summary"));
        XmlElement element = first(entry, "content");
        // Content that is only an address is fetched by no one here; the summary is what there is.
        Markup content = element == null || element.attribute("src") != null ? null : construct(element);
        draft.fullText = content != null;
        draft.body = content != null ? content : summary;
        draft.summary = content != null ? summary : null;
        draft.updated = any(entry, "updated", "modified");
        String published = any(entry, "published", "issued", "created");
        draft.published = published != null ? published : draft.updated;
        draft.language = entry.inherited("xml:lang");
        XmlElement author = first(entry, "author");
        (author != null ? all(entry, "author") : all(feed, "author"))
                .map(one -> text(one, "name"))
                .filter(name -> name != null)
                .forEach(draft.authors::add);
        all(entry, "category").forEach(category -> {
            String label = category.attribute("label");
            String term = label == null || label.isBlank() ? category.attribute("term") : label;
            if (term != null && !term.isBlank()) {
                draft.categories.add(term);
            }
        });
        all(entry, "link")
                .filter(link -> "enclosure".equals(link.attribute("rel")))
                .forEach(link -> {
                    String url = Links.absolute(base, link.attribute("href"));
                    if (url != null) {
                        draft.media.add(new Media(url, link.attribute("type"), link.attribute("title")));
                    }
                });
        return draft;
    }

    /** A text construct: text, html, xhtml; Atom 0.3 says it with a MIME type and a mode. */
    private static Markup construct(XmlElement element) {
        if (element == null) {
            return null;
        }
        String type = element.attribute("type") == null
                ? "text"
                : element.attribute("type").strip().toLowerCase(Locale.ROOT);
        if ("base64".equals(element.attribute("mode"))) {
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(element.text());
                return Markup.guess(new String(bytes, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        if (element.hasElements()) {
            return Markup.html(element.markup());
        }
        boolean html = type.contains("html") || "escaped".equals(element.attribute("mode"));
        return html ? Markup.html(element.text()) : Markup.plain(element.text());
    }

    private String base(XmlElement element) {
        String declared = element.inherited("xml:base");
        if (declared == null) {
            return document.url();
        }
        String absolute = Links.absolute(document.url(), declared);
        return absolute == null ? document.url() : absolute;
    }

    private static String link(XmlElement element, String base, String wanted) {
        return all(element, "link")
                .filter(link ->
                        link.attribute("rel") == null || link.attribute("rel").equals(wanted))
                .map(link -> Links.absolute(base, link.attribute("href")))
                .filter(url -> url != null)
                .findFirst()
                .orElse(null);
    }

    private static Stream<XmlElement> all(XmlElement element, String name) {
        return Stream.concat(element.all("atom:" + name), element.all(name));
    }

    private static XmlElement first(XmlElement element, String name) {
        return element.first("atom:" + name, name);
    }

    private static String text(XmlElement element, String name) {
        return element.text("atom:" + name, name);
    }

    private static String any(XmlElement element, String... names) {
        return Stream.of(names)
                .map(name -> text(element, name))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }
}
