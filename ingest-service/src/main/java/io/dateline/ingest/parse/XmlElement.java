package io.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** An element as both XML passes build it. The name is lower-case, with our own prefix where the vocabulary has one. */
final class XmlElement {
    final String name;
    final XmlElement parent;
    final Map<String, String> attributes = new HashMap<>();
    /** Elements and strings in document order. */
    final List<Object> children = new ArrayList<>();

    XmlElement(String name, XmlElement parent) {
        this.name = name;
        this.parent = parent;
    }

    Stream<XmlElement> elements() {
        return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    Stream<XmlElement> all(String wanted) {
        return elements().filter(child -> child.name.equals(wanted));
    }

    /** The first of the names that is there, or null. */
    XmlElement first(String... names) {
        for (String wanted : names) {
            XmlElement found = all(wanted).findFirst().orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The text of the first of the names that holds any, stripped; null where none does. */
    String text(String... names) {
        for (String wanted : names) {
            String found = all(wanted)
                    .map(XmlElement::text)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Its own text and that of everything in it, stripped. */
    String text() {
        StringBuilder out = new StringBuilder();
        collect(this, out, false);
        return out.toString().strip();
    }

    boolean hasElements() {
        return elements().findAny().isPresent();
    }

    /** What it holds, as HTML: of text constructs whose markup was not escaped. */
    String markup() {
        StringBuilder out = new StringBuilder();
        collect(this, out, true);
        return out.toString().strip();
    }

    String attribute(String wanted) {
        return attributes.get(wanted);
    }

    /** The value of an attribute that is inherited, such as {@code xml:base}, or null. */
    String inherited(String wanted) {
        for (XmlElement at = this; at != null; at = at.parent) {
            String found = at.attributes.get(wanted);
            if (found != null && !found.isBlank()) {
                return found.strip();
            }
        }
        return null;
    }

    private static void collect(XmlElement from, StringBuilder out, boolean markup) {
        for (Object child : from.children) {
            if (child instanceof XmlElement element) {
                String tag = element.name.substring(element.name.indexOf(':') + 1);
                out.append(markup ? "<" + tag + ">" : "");
                collect(element, out, markup);
                out.append(markup ? "</" + tag + ">" : "");
            } else {
                out.append(markup ? Entities.escape((String) child) : (String) child);
            }
        }
    }
}
