package io.dateline.ingest.extract;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What every element of a page holds, counted in one walk. */
final class Measures {
    private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template", "select", "option");
    /** From how many characters on a block reads like copy. */
    static final int COPY = 60;

    /** Characters; white space runs count as one. */
    static final class Measure {
        /** All text. */
        int text;
        /** Text within links. */
        int linked;
        /** Text of blocks long enough to be copy, without their links. */
        int copy;
        /** Links. */
        int links;
        /** Images. */
        int images;

        private int ownText;
        private int ownLinked;
    }

    private static final Measure NOTHING = new Measure();
    private final Map<Element, Measure> measures = new IdentityHashMap<>();

    private final Set<Node> pruned;

    private Measures(Set<Node> pruned) {
        this.pruned = pruned;
    }

    /** @param pruned what is not counted */
    static Measures take(Element top, Set<Node> pruned) {
        Measures all = new Measures(pruned);
        all.measure(top, false);
        return all;
    }

    Measure of(Element element) {
        return measures.getOrDefault(element, NOTHING);
    }

    double linkDensity(Element element) {
        Measure m = of(element);
        return (double) m.linked / Math.max(1, m.text);
    }

    private Measure measure(Element element, boolean inLink) {
        Measure own = new Measure();
        String tag = element.normalName();
        if (SILENT.contains(tag)) {
            return own;
        }
        boolean link = tag.equals("a");
        own.links = link ? 1 : 0;
        own.images = tag.equals("img") || tag.equals("picture") || tag.equals("amp-img") ? 1 : 0;
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                int length = length(text.getWholeText());
                own.ownText += length;
                own.ownLinked += inLink || link ? length : 0;
            } else if (child instanceof Element inner && !pruned.contains(inner)) {
                add(own, measure(inner, inLink || link), inner.isBlock());
            }
        }
        own.text += own.ownText;
        own.linked += own.ownLinked;
        if (element.isBlock() && own.ownText - own.ownLinked >= COPY) {
            own.copy += own.ownText - own.ownLinked;
        }
        measures.put(element, own);
        return own;
    }

    private static void add(Measure own, Measure inner, boolean block) {
        own.links += inner.links;
        own.images += inner.images;
        own.copy += inner.copy;
        if (block) {
            own.text += inner.text;
            own.linked += inner.linked;
        } else {
            own.text += inner.text - inner.ownText;
            own.linked += inner.linked - inner.ownLinked;
            own.ownText += inner.ownText;
            own.ownLinked += inner.ownLinked;
        }
    }

    /** Of a block's own text, without that of blocks within it. */
    int ownCopy(Element element) {
        Measure m = of(element);
        return m.ownText - m.ownLinked;
    }

    /** Characters, runs of white space as one, and the signs of East Asian scripts, which say more, as two. */
    static int length(String text) {
        int n = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            boolean white = Character.isWhitespace(text.charAt(i));
            n += white && space ? 0 : wide(text.charAt(i)) ? 2 : 1;
            space = white;
        }
        return n;
    }

    private static boolean wide(char c) {
        return c >= 0x3040 && c <= 0x9fff || c >= 0xac00 && c <= 0xd7af;
    }
}
