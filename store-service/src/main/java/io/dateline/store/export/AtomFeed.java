package io.dateline.store.export;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Topic;
import io.dateline.store.query.ArticleReading;
import io.dateline.store.query.StoredArticle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Articles as Atom 1.0 (RFC 4287), page by page (RFC 5005). */
@ApplicationScoped
public class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
    /** What XML 1.0 cannot hold, even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final ArticleReading articles;
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    AtomFeed(ArticleReading articles) {
        this.articles = articles;
    }

    /** The page as a document in UTF-8; articles are read while it is written. */
    public StreamingOutput of(FeedPage page) {
        return out -> {
            try {
                write(page, out);
            } catch (XMLStreamException e) {
                throw new IOException("the feed could not be written", e);
            }
        };
    }

    private void write(FeedPage page, OutputStream out) throws XMLStreamException {
        XMLStreamWriter xml = factory.createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(ATOM);
        xml.writeStartElement(ATOM, "feed");
        xml.writeDefaultNamespace(ATOM);
        text(xml, "id", page.links().feed());
        text(xml, "title", page.title());
        text(xml, "updated", page.updated().toString());
        text(xml, "generator", "Dateline");
        link(xml, "self", page.links().self(), "application/atom+xml");
        link(xml, "first", page.links().feed(), "application/atom+xml");
        if (page.links().next() != null) {
            link(xml, "next", page.links().next(), "application/atom+xml");
        }
        page.each(articles, article -> entry(xml, page, article));
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void entry(XMLStreamWriter xml, FeedPage page, StoredArticle stored) throws XMLStreamException {
        EnrichedArticle enriched = stored.document();
        RawArticle article = enriched.article();
        xml.writeStartElement(ATOM, "entry");
        String language = enriched.language().code();
        if (!"und".equals(language)) {
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language);
        }
        text(xml, "id", ArticleUri.of(article.id()));
        text(xml, "title", article.title());
        text(xml, "updated", stored.stored().storedAt().toString());
        if (article.publishedAt() != null) {
            text(xml, "published", article.publishedAt().toString());
        }
        List<String> authors =
                article.authors().isEmpty() ? List.of(article.source().name()) : article.authors();
        for (String author : authors) {
            xml.writeStartElement(ATOM, "author");
            text(xml, "name", author);
            xml.writeEndElement();
        }
        link(xml, "alternate", page.links().page(article), null);
        link(xml, "related", page.links().data(article), "application/json");
        categories(xml, enriched);
        source(xml, article);
        text(xml, "summary", FeedPage.summary(article));
        if (page.full()) {
            text(xml, "content", article.body());
        }
        xml.writeEndElement();
    }

    private static void categories(XMLStreamWriter xml, EnrichedArticle enriched) throws XMLStreamException {
        for (Topic topic : enriched.topics()) {
            xml.writeEmptyElement(ATOM, "category");
            xml.writeAttribute("term", topic.id().substring(topic.id().indexOf(':') + 1));
            xml.writeAttribute("scheme", MEDIA_TOPICS);
            xml.writeAttribute("label", xmlText(topic.label()));
        }
        for (String category : enriched.article().categories()) {
            xml.writeEmptyElement(ATOM, "category");
            xml.writeAttribute("term", xmlText(category));
        }
    }

    private static void source(XMLStreamWriter xml, RawArticle article) throws XMLStreamException {
        xml.writeStartElement(ATOM, "source");
        text(xml, "title", article.source().name());
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String address, String type) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", xmlText(address));
        if (type != null) {
            xml.writeAttribute("type", type);
        }
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(xmlText(text));
        xml.writeEndElement();
    }

    private static String xmlText(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }
}
