package io.dateline.ingest.parse;

import io.dateline.contracts.article.Media;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Items of RSS 0.9x, 1.0 (RDF) and 2.0 with the Dublin Core, Content and Media RSS modules. */
final class RssReader {
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\(([^)]+)\\)");

    private final Document document;
    private final XmlElement root;
    private final XmlElement channel;

    RssReader(Document document, XmlElement root) {
        this.document = document;
        this.root = root;
        this.channel = root.first("channel");
    }

    ParseResult read(Instant now, ParseResult.Fault broken, boolean cutOff) {
        // RSS 1.0 has its items beside the channel, the others in it.
        List<XmlElement> items =
                new ArrayList<>(Stream.concat(channel == null ? Stream.empty() : channel.all("item"), root.all("item"))
                        .toList());
        if (cutOff && !items.isEmpty()) {
            items.remove(items.size() - 1);
        }
        String site = channel == null ? null : Links.absolute(document.url(), channel.text("link"));
        List<ArticleDraft> drafts =
                items.stream().map(item -> draft(item, site)).toList();
        return new ItemCollector(document, "rss")
                .finish(drafts, site, broken == null ? List.of() : List.of(broken), now);
    }

    private ArticleDraft draft(XmlElement item, String site) {
        ArticleDraft draft = new ArticleDraft();
        String base = item.inherited("xml:base") != null ? item.inherited("xml:base") : base(site);
        XmlElement guid = item.first("guid");
        draft.guid = guid == null ? item.attribute("rdf:about") : blankToNull(guid.text());
        draft.url = Links.absolute(base, link(item, guid));
        draft.title = Markup.guess(item.text("title", "dc:title", "media:title"));
        Markup description = markup(item.first("description", "dc:description", "media:description"));
        Markup content = markup(item.first("content:encoded", "xhtml:body", "atom:content"));
        draft.fullText = content != null;
        draft.body = content != null ? content : description;
        draft.summary = content != null ? description : null;
        draft.published = item.text("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published");
        draft.updated = item.text("dcterms:modified", "atom:updated");
        draft.language = language(item);
        Stream.of("dc:creator", "author", "atom:author")
                .flatMap(item::all)
                .map(RssReader::person)
                .filter(name -> !name.isEmpty())
                .forEach(draft.authors::add);
        Stream.of("category", "dc:subject")
                .flatMap(item::all)
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .forEach(draft.categories::add);
        media(item, base, draft);
        return draft;
    }

    private String base(String site) {
        return document.url() != null ? document.url() : site;
    }

    private static String link(XmlElement item, XmlElement guid) {
        String link = item.text("link");
        if (link == null) {
            link = item.all("atom:link")
                    .filter(atom -> atom.attribute("rel") == null
                            || atom.attribute("rel").equals("alternate"))
                    .map(atom -> atom.attribute("href"))
                    .findFirst()
                    .orElse(null);
        }
        boolean permanent = guid != null && !"false".equalsIgnoreCase(guid.attribute("ispermalink"));
        return link != null || !permanent ? link : guid.text();
    }

    /** Some leave the tags of their HTML unescaped, which makes them elements. */
    private static Markup markup(XmlElement element) {
        if (element == null) {
            return null;
        }
        return element.hasElements() ? Markup.html(element.markup()) : Markup.guess(element.text());
    }

    private String language(XmlElement item) {
        String own = item.text("dc:language");
        String inherited = own != null ? own : item.inherited("xml:lang");
        return inherited != null || channel == null ? inherited : channel.text("language", "dc:language");
    }

    private static String person(XmlElement element) {
        String written = element.hasElements() ? element.text("atom:name", "name") : element.text();
        if (written == null) {
            return "";
        }
        Matcher mail = MAIL_AND_NAME.matcher(written);
        return mail.matches() ? mail.group(1).strip() : written;
    }

    private static void media(XmlElement item, String base, ArticleDraft draft) {
        Stream.concat(
                        Stream.of("enclosure", "media:content").flatMap(item::all),
                        item.all("media:group").flatMap(group -> group.all("media:content")))
                .forEach(one -> {
                    String url = Links.absolute(base, one.attribute("url"));
                    if (url != null) {
                        draft.media.add(
                                new Media(url, one.attribute("type"), one.text("media:description", "media:title")));
                    }
                });
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
