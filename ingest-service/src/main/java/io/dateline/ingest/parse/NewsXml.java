package io.dateline.ingest.parse;

import io.dateline.ingest.parse.wire.Paragraphs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** Finds its way in news XML by local names: senders use the namespaces of NITF, NewsML-G2 and XHTML, or none. */
final class NewsXml {
    private static final Set<String> OURS = Set.of("", "nar", "nitf", "xhtml", "atom");
    private static final Map<String, String> AS_HTML =
            Map.of("hl1", "h2", "hl2", "h2", "block", "div", "bq", "blockquote", "nitf-table", "table", "fn", "p");
    private static final Set<String> NOT_COPY =
            Set.of("media", "note", "script", "style", "head", "object", "nitf-table-metadata");
    /** A paragraph that holds a whole wire text, wrapped and indented. */
    private static final Pattern WRAPPED = Pattern.compile("\\n[^\\n]{30,90}\\n[^\\n]{30,90}\\n[^\\n]+\\n");

    private NewsXml() {}

    /** The name without its namespace; empty for names of vocabularies that are not news. */
    static String local(XmlElement element) {
        int colon = element.name.indexOf(':');
        String prefix = colon < 0 ? "" : element.name.substring(0, colon);
        return OURS.contains(prefix) ? element.name.substring(colon + 1) : "";
    }

    static Stream<XmlElement> elements(XmlElement element) {
        return element.children().stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    static Stream<XmlElement> all(XmlElement element, String name) {
        return elements(element).filter(child -> local(child).equals(name));
    }

    /** The first element along the path, or null. */
    static XmlElement find(XmlElement element, String... path) {
        return every(element, path).findFirst().orElse(null);
    }

    /** All elements at the end of the path, through every branch. */
    static Stream<XmlElement> every(XmlElement element, String... path) {
        Stream<XmlElement> at = Stream.of(element);
        for (String name : path) {
            at = at.flatMap(one -> all(one, name));
        }
        return at;
    }

    /** The first text along the path that is not blank, or null. */
    static String text(XmlElement element, String... path) {
        return every(element, path)
                .map(XmlElement::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** An attribute of the first element along the path that has it, or null. */
    static String attribute(XmlElement element, String name, String... path) {
        return every(element, path)
                .map(one -> one.attribute(name))
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    /** The copy of an element as HTML, its own vocabulary translated, pictures and notes left out. */
    static String html(XmlElement element) {
        StringBuilder out = new StringBuilder();
        html(element, out);
        return out.toString().strip();
    }

    private static void html(XmlElement from, StringBuilder out) {
        for (Object child : from.children()) {
            if (child instanceof XmlElement element) {
                String name = local(element);
                String tag = AS_HTML.getOrDefault(name, name);
                if (NOT_COPY.contains(name)) {
                    continue;
                }
                String text = element.hasElements() ? "" : wholeText(element);
                if ((tag.equals("p") || tag.equals("pre"))
                        && WRAPPED.matcher(text).find()) {
                    unwrapped(text, out);
                } else if (tag.matches("[a-z][a-z0-9]{0,15}")) {
                    out.append('<').append(tag).append('>');
                    html(element, out);
                    out.append(tag.equals("br") ? "" : "</" + tag + ">");
                } else {
                    html(element, out);
                }
            } else {
                out.append(Entities.escape((String) child));
            }
        }
    }

    private static String wholeText(XmlElement element) {
        StringBuilder text = new StringBuilder();
        element.children().forEach(child -> text.append(child instanceof String string ? string : ""));
        return text.toString();
    }

    private static void unwrapped(String text, StringBuilder out) {
        for (String paragraph : Paragraphs.of(List.of(text.split("\\R"))).split("\\n\\n")) {
            out.append("<p>")
                    .append(Entities.escape(paragraph).replace("\n", "<br>"))
                    .append("</p>");
        }
    }
}
