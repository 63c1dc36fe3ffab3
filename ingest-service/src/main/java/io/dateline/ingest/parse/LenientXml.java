package io.dateline.ingest.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** The second pass, for XML that is not well-formed: as a browser would, it makes the best of what is there. */
final class LenientXml {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "entry", "channel", "urlset", "sitemapindex");

    /** Characters that a name may have. */
    private static final int NAME = 256;

    private LenientXml() {}

    /** The first element of the document that looks like the root of a feed, or null. */
    static XmlElement read(String xml) {
        Parser parser = Parser.xmlParser().setMaxDepth(StrictXml.DEPTH);
        Document document = parser.parseInput(withoutEndlessNames(beginning(xml)), "");
        for (Element element : document.children()) {
            String name = local(element.tagName()).toLowerCase(Locale.ROOT);
            if (ROOTS.contains(name)) {
                return convert(element, new Vocabulary(), null, new HashMap<>());
            }
        }
        return null;
    }

    /** The first {@link StrictXml#ELEMENTS} elements: a tree of all that may be there would take many times its size. */
    static String beginning(String xml) {
        int elements = 0;
        for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
            if (!xml.startsWith("</", at) && ++elements > StrictXml.ELEMENTS) {
                return xml.substring(0, at);
            }
        }
        return xml;
    }

    /** A name that does not end is no name, and costs the tokenizer its length squared. */
    private static String withoutEndlessNames(String xml) {
        StringBuilder out = null;
        int copied = 0;
        for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
            int end = at + 1;
            while (end < xml.length() && end - at <= NAME && inName(xml.charAt(end))) {
                end++;
            }
            if (end - at > NAME) {
                out = out == null ? new StringBuilder(xml.length() + NAME) : out;
                out.append(xml, copied, at).append("&lt;");
                copied = at + 1;
            }
        }
        return out == null ? xml : out.append(xml, copied, xml.length()).toString();
    }

    private static boolean inName(char c) {
        return c > ' ' && c != '/' && c != '>' && c != '!' && c != '?';
    }

    private static XmlElement convert(
            Element from, Vocabulary vocabulary, XmlElement parent, Map<String, String> outer) {
        Map<String, String> namespaces = declared(from, outer);
        XmlElement element = new XmlElement(name(from.tagName(), vocabulary, namespaces, parent == null), parent);
        // jsoup makes attributes for every element that is asked for them, and a copy of the children.
        if (from.attributesSize() > 0) {
            for (Attribute attribute : from.attributes()) {
                element.attribute(attributeName(attribute.getKey(), vocabulary, namespaces), attribute.getValue());
            }
        }
        for (int i = 0; i < from.childNodeSize(); i++) {
            Node child = from.childNode(i);
            if (child instanceof TextNode text) {
                element.add(text.getWholeText());
            } else if (child instanceof Element inner) {
                convert(inner, vocabulary, element, namespaces);
            }
        }
        // Both trees at once would take twice the memory.
        from.empty();
        return element;
    }

    private static Map<String, String> declared(Element from, Map<String, String> outer) {
        Map<String, String> namespaces = outer;
        if (from.attributesSize() == 0) {
            return namespaces;
        }
        for (Attribute attribute : from.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                namespaces = namespaces == outer ? new HashMap<>(outer) : namespaces;
                namespaces.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
            }
        }
        return namespaces;
    }

    private static String name(String tag, Vocabulary vocabulary, Map<String, String> namespaces, boolean root) {
        String prefix = prefix(tag);
        String uri = namespaces.get(prefix);
        if (uri == null) {
            return Vocabulary.undeclared(prefix, local(tag));
        }
        return root ? vocabulary.root(uri, local(tag)) : vocabulary.name(uri, local(tag));
    }

    private static String attributeName(String key, Vocabulary vocabulary, Map<String, String> namespaces) {
        return prefix(key).isEmpty() ? key.toLowerCase(Locale.ROOT) : name(key, vocabulary, namespaces, false);
    }

    private static String prefix(String tag) {
        int colon = tag.indexOf(':');
        return colon < 0 ? "" : tag.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static String local(String tag) {
        return tag.substring(tag.indexOf(':') + 1);
    }
}
