package io.dateline.ingest.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An item of RSS and CDF or an entry of Atom. The vocabularies mix in the wild, so each field has one list of the names
 * it goes by, own names before those of modules.
 */
final class FeedItem {
    private static final String[] CONTENT = {
        "content:encoded", "atom:content", "fullitem", "xhtml:body", "xhtml:div", "body", "content"
    };
    private static final String[] SUMMARY = {
        "description", "atom:summary", "abstract", "dc:description", "summary", "itunes:summary", "media:description"
    };
    private static final String[] PUBLISHED = {
        "pubdate",
        "atom:published",
        "published",
        "dcterms:issued",
        "atom:issued",
        "issued",
        "atom:created",
        "dcterms:created",
        "created",
        "dc:date"
    };
    private static final String[] UPDATED = {
        "atom:updated", "updated", "dcterms:modified", "atom:modified", "modified", "dc:date"
    };

    private static final Set<String> LISTS = Set.of("tags", "itunes:keywords", "media:keywords");
    private static final Set<String> CATEGORIES = Set.of(
            "category",
            "atom:category",
            "dc:subject",
            "media:category",
            "itunes:category",
            "tags",
            "itunes:keywords",
            "media:keywords");

    private final XmlElement item;
    private final Inherited feed;
    private final String document;
    private final String base;

    /**
     * What items have from their feed. Found once: feeds have many items.
     *
     * @param language or null
     * @param authors  of Atom's feed; never null
     */
    record Inherited(String language, List<XmlElement> authors) {
        /** @param feed the channel, or Atom's feed; null where there is none */
        static Inherited of(XmlElement feed) {
            return feed == null
                    ? new Inherited(null, List.of())
                    : new Inherited(feed.text("language", "dc:language"), feed.all("atom:author"));
        }
    }

    FeedItem(XmlElement item, Inherited feed, Document document, String site) {
        this.item = item;
        this.feed = feed;
        this.document = document.url() == null ? site : document.url();
        this.base = BaseUrl.of(item, this.document);
    }

    ArticleDraft draft() {
        ArticleDraft draft = new ArticleDraft();
        XmlElement guid = item.firstFilled("guid", "atom:id", "id");
        draft.guid = guid == null ? about() : guid.text();
        draft.url = link(guid);
        XmlElement group = item.first("media:group");
        draft.title =
                TextConstruct.of(item.firstFilled("title", "atom:title", "dc:title", "media:title", "itunes:title"));
        if (draft.title == null && group != null) {
            draft.title = TextConstruct.of(group.firstFilled("media:title"));
        }
        texts(draft, group);
        draft.updated = item.text(UPDATED);
        if (draft.updated == null) {
            draft.updated = item.attribute("lastmod");
        }
        draft.published = item.text(PUBLISHED);
        if (draft.published == null) {
            draft.published = draft.updated;
            draft.publishedIsUpdated = true;
        }
        authors(draft);
        categories(draft);
        new ItemMedia(draft.media).of(item, document);
        return draft;
    }

    private String about() {
        String about = item.attribute("rdf:about");
        return about == null ? item.attribute("about") : about;
    }

    /** The page; behind FeedBurner, the publisher's own address of it. */
    private String link(XmlElement guid) {
        String original = Links.absolute(base, item.text("feedburner:origlink"));
        if (original != null) {
            return original;
        }
        String link = first(one -> "alternate".equals(rel(one)));
        if (link == null) {
            link = Links.absolute(base, item.attribute("href"));
        }
        if (link == null && guid != null && guid.name.equals("guid")) {
            link = permanent(guid);
        }
        return link == null && guid == null ? Links.absolute(base, about()) : link;
    }

    /** A guid that does not say what it is, is an address only where it is a whole one: "4711" leads nowhere. */
    private String permanent(XmlElement guid) {
        String said = guid.attribute("ispermalink");
        if (said != null && said.strip().equalsIgnoreCase("false")) {
            return null;
        }
        boolean declared = said != null && said.strip().equalsIgnoreCase("true");
        return Links.absolute(declared ? base : null, guid.text());
    }

    private String first(Predicate<XmlElement> wanted) {
        for (XmlElement link : item.all("link", "atom:link")) {
            String url = wanted.test(link) ? ItemMedia.address(link, document) : null;
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    /** RFC 4287, 4.2.7.2: without a relation it is the page. */
    private static String rel(XmlElement link) {
        String rel = link.attribute("rel");
        return rel == null || rel.isBlank() ? "alternate" : rel.strip();
    }

    private void texts(ArticleDraft draft, XmlElement group) {
        XmlElement described = item.firstFilled(SUMMARY);
        if (described == null && group != null) {
            described = group.firstFilled("media:description");
        }
        XmlElement content = item.firstFilled(CONTENT);
        // Content that is only an address is fetched by no one here; the summary is what there is.
        if (content == null || content.attribute("src") != null) {
            boolean both = described != null && described.name.equals("description");
            content = both ? item.firstFilled("summary", "atom:summary") : null;
        }
        Markup summary = TextConstruct.of(described);
        Markup body = TextConstruct.of(content);
        draft.fullText = body != null;
        draft.body = body != null ? body : summary;
        draft.summary = body != null ? summary : null;
        draft.language = language(body != null ? content : described);
    }

    private String language(XmlElement text) {
        String written = written(text);
        return written == null ? null : written.replace('_', '-');
    }

    private String written(XmlElement text) {
        String own = item.text("dc:language");
        if (own != null) {
            return own;
        }
        String inherited = (text == null ? item : text).inherited("xml:lang");
        return inherited != null ? inherited : feed.language;
    }

    private void authors(ArticleDraft draft) {
        List<XmlElement> found = item.all("atom:author", "author", "dc:creator", "dc:author");
        if (found.isEmpty()) {
            found = item.all("itunes:author");
        }
        if (found.isEmpty()) {
            // RFC 4287, 4.2.1: the source's, then the feed's.
            XmlElement source = item.first("atom:source");
            found = source == null ? List.of() : source.all("atom:author");
            found = found.isEmpty() ? feed.authors : found;
        }
        Set<String> names = new LinkedHashSet<>();
        for (XmlElement author : found) {
            String name = Person.name(author);
            if (name != null && !name.isBlank()) {
                names.add(name);
            }
        }
        draft.authors.addAll(names);
    }

    private void categories(ArticleDraft draft) {
        Set<String> found = new LinkedHashSet<>();
        for (XmlElement category : item.inOrder(CATEGORIES)) {
            if (LISTS.contains(category.name)) {
                for (String word : category.text().split(",")) {
                    add(found, word);
                }
            } else {
                add(found, named(category));
                category.all("itunes:category").forEach(inner -> add(found, named(inner)));
            }
        }
        draft.categories.addAll(found);
    }

    /** What readers are to see of a category. */
    private static String named(XmlElement category) {
        for (String attribute : List.of("label", "term", "text")) {
            String value = category.attribute(attribute);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return category.ownText();
    }

    private static void add(Set<String> found, String written) {
        if (!written.isBlank()) {
            found.add(Markup.guess(written).line().strip());
        }
    }
}
