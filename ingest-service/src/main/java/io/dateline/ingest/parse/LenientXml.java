package io.dateline.ingest.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** The second pass, for XML that is not well-formed: as a browser would, it makes the best of what is there. */
final class LenientXml {
    private LenientXml() {}

    /** The first element of the document that looks like the root of a feed, or null. */
    static XmlElement read(String xml) {
        Parser parser = Parser.xmlParser().setMaxDepth(StrictXml.DEPTH);
        Document document = parser.parseInput(xml, "");
        for (Element element : document.children()) {
            String name = local(element.tagName()).toLowerCase(Locale.ROOT);
            if (name.equals("rss") || name.equals("rdf") || name.equals("feed")) {
                return convert(element, null, new HashMap<>());
            }
        }
        return null;
    }

    private static XmlElement convert(Element from, XmlElement parent, Map<String, String> outer) {
        Map<String, String> namespaces = declared(from, outer);
        XmlElement element = new XmlElement(name(from.tagName(), namespaces, true), parent);
        for (Attribute attribute : from.attributes()) {
            element.attributes.putIfAbsent(name(attribute.getKey(), namespaces, false), attribute.getValue());
        }
        for (Node child : from.childNodes()) {
            if (child instanceof TextNode text) {
                element.children.add(text.getWholeText());
            } else if (child instanceof Element inner) {
                element.children.add(convert(inner, element, namespaces));
            }
        }
        return element;
    }

    private static Map<String, String> declared(Element from, Map<String, String> outer) {
        Map<String, String> namespaces = outer;
        for (Attribute attribute : from.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                namespaces = namespaces == outer ? new HashMap<>(outer) : namespaces;
                namespaces.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
            }
        }
        return namespaces;
    }

    private static String name(String tag, Map<String, String> namespaces, boolean element) {
        int colon = tag.indexOf(':');
        String prefix = colon < 0 ? "" : tag.substring(0, colon).toLowerCase(Locale.ROOT);
        if (prefix.isEmpty() && !element) {
            return tag.toLowerCase(Locale.ROOT);
        }
        String uri = namespaces.get(prefix);
        return uri == null ? Vocabulary.undeclared(prefix, local(tag)) : Vocabulary.name(uri, local(tag));
    }

    private static String local(String tag) {
        return tag.substring(tag.indexOf(':') + 1);
    }
}
