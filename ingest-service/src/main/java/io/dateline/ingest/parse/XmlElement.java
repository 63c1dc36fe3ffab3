package io.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Entities;

/**
 * An element as both XML passes build it. The name is lower-case, with our own prefix where the vocabulary has one, and
 * interned: so many are compared with so many that identity pays. What is asked for is a constant, and so interned too.
 */
final class XmlElement {
    private static final Set<String> EMPTY =
            Set.of("br", "hr", "img", "input", "wbr", "col", "area", "source", "embed");

    /** Ten thousand items are read, and a hundred of anything else: what goes far beyond would only take memory. */
    static final int CHILDREN = 20_000;

    final String name;
    final XmlElement parent;
    /** Whether it hangs on the root: beyond {@link #CHILDREN} of its parent it is read and forgotten. */
    final boolean kept;
    /** Elements and strings in document order. */
    private final List<Object> children;
    /** Name, value, name, value ...; null where there is none, as in most elements. */
    private List<String> attributes;

    XmlElement(String name, XmlElement parent) {
        this.name = name;
        this.parent = parent;
        // Items have a dozen, what is in them mostly one.
        this.children =
                new ArrayList<>(parent == null || parent.parent == null || parent.parent.parent == null ? 16 : 2);
        this.kept = parent == null || parent.kept && parent.children.size() < CHILDREN;
        if (parent != null && kept) {
            parent.children.add(this);
        }
    }

    void add(String text) {
        if (children.size() < CHILDREN) {
            children.add(text);
        }
    }

    /** The first attribute of a name is the one that counts. */
    void attribute(String of, String value) {
        if (attributes == null) {
            attributes = new ArrayList<>(4);
        }
        attributes.add(of);
        attributes.add(value);
    }

    /** The value as written, or null. */
    String attribute(String wanted) {
        for (int i = 0; attributes != null && i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(wanted)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }

    /** The value of an attribute that is inherited, such as {@code xml:lang}; null where none is, or the nearest is empty. */
    String inherited(String wanted) {
        for (XmlElement at = this; at != null; at = at.parent) {
            String found = at.attribute(wanted);
            if (found != null) {
                return found.isBlank() ? null : found.strip();
            }
        }
        return null;
    }

    /** Its children of any of the names, in the order of the names, then of the document. */
    List<XmlElement> all(String... names) {
        List<XmlElement> found = new ArrayList<>();
        for (String wanted : names) {
            for (Object child : children) {
                if (child instanceof XmlElement element && element.name == wanted) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    /** Its children of any of the names, as they stand in the document. */
    List<XmlElement> inOrder(Set<String> names) {
        List<XmlElement> found = new ArrayList<>();
        for (Object child : children) {
            if (child instanceof XmlElement element && names.contains(element.name)) {
                found.add(element);
            }
        }
        return found;
    }

    /** The first child of the first of the names that is there, or null. */
    XmlElement first(String... names) {
        return first(any -> true, names);
    }

    /** The first child of the first of the names that holds anything, or null. */
    XmlElement firstFilled(String... names) {
        return first(XmlElement::filled, names);
    }

    private XmlElement first(Predicate<XmlElement> wanted, String... names) {
        for (String name : names) {
            for (Object child : children) {
                if (child instanceof XmlElement element && element.name == name && wanted.test(element)) {
                    return element;
                }
            }
        }
        return null;
    }

    /** The text of the first of the names that holds any, stripped; null where none does. */
    String text(String... names) {
        for (String wanted : names) {
            for (Object child : children) {
                if (child instanceof XmlElement element && element.name == wanted) {
                    String found = element.text();
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** Its own text and that of everything in it, stripped. */
    String text() {
        if (children.size() == 1 && children.get(0) instanceof String only) {
            return only.strip();
        }
        StringBuilder out = new StringBuilder();
        collect(this, out, false);
        return out.toString().strip();
    }

    /** Elements and strings in document order; not to be changed. */
    List<Object> children() {
        return children;
    }

    /** Its own text alone, stripped. */
    String ownText() {
        StringBuilder out = new StringBuilder();
        for (Object child : children) {
            if (child instanceof String text) {
                out.append(text);
            }
        }
        return out.toString().strip();
    }

    boolean hasElements() {
        for (Object child : children) {
            if (child instanceof XmlElement) {
                return true;
            }
        }
        return false;
    }

    private boolean filled() {
        for (Object child : children) {
            if (child instanceof XmlElement || !((String) child).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** What it holds, as HTML: of text constructs whose markup was not escaped. */
    String markup() {
        StringBuilder out = new StringBuilder();
        collect(this, out, true);
        return out.toString().strip();
    }

    private static void collect(XmlElement from, StringBuilder out, boolean markup) {
        for (Object child : from.children) {
            if (child instanceof XmlElement element) {
                String tag = element.name.substring(element.name.indexOf(':') + 1);
                out.append(markup ? "<" + tag + ">" : "");
                collect(element, out, markup);
                out.append(markup && !EMPTY.contains(tag) ? "</" + tag + ">" : "");
            } else {
                out.append(markup ? Entities.escape((String) child) : (String) child);
            }
        }
    }
}
