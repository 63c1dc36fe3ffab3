package io.dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes out of a page what is no copy whichever page it is on: scripts, navigation, what is hidden, and what is named so. */
final class Pruner {
    private static final Set<String> NEVER_COPY = Set.of(
            "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio",
            "select", "textarea", "input", "button", "dialog", "nav", "menu", "math", "link", "meta", "map", "footer",
            "aside", "figcaption", "amp-ad", "label");
    private static final Set<String> ROLES = Set.of(
            "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "menu", "menubar", "alert",
            "toolbar", "tooltip");
    private static final Set<String> NEVER_NAMED = Set.of("html", "body", "main", "article", "p", "h1");
    private static final Set<String> NAMES = Set.of(
            "share", "sharing", "social", "related", "recommended", "recommendations", "recirc", "recirculation", "newsletter", "signup",
            "subscribe", "subscription", "promo", "promoted", "sponsor", "sponsored", "ad", "ads", "advert", "advertisement",
            "adsense", "sidebar", "comments", "comment", "disqus", "respond", "breadcrumb", "breadcrumbs", "pagination", "pager", "footer",
            "nav", "navbar", "navigation", "menu", "masthead", "popular", "trending", "outbrain", "taboola", "tags", "taglist",
            "byline", "bio", "caption", "credit", "toolbar", "widget", "popup", "modal", "cookie", "cookies", "consent",
            "gdpr", "login", "print", "sharedaddy", "tooltip", "hidden", "dateline", "timestamp", "dropdown", "carousel", "slideshow", "readmore", "disclaimer");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final double BULK = 0.5;

    private final Element body;
    private final Measures measures;
    private final boolean gentle;

    /** @param gentle takes names for nothing: for pages that are named in a way of their own */
    Pruner(Element body, Measures measures, boolean gentle) {
        this.body = body;
        this.measures = measures;
        this.gentle = gentle;
    }

    void prune() {
        List<Element> gone = new ArrayList<>();
        Node node = body;
        while (node != null) {
            boolean drop = node instanceof Element element && element != body && boilerplate(element);
            if (drop) {
                gone.add((Element) node);
            }
            node = next(node, body, !drop);
        }
        gone.forEach(Node::remove);
    }

    private boolean boilerplate(Element element) {
        String tag = element.normalName();
        Measures.Measure m = measures.of(element);
        if (NEVER_COPY.contains(tag)) {
            return true;
        }
        if (m.copy > BULK * measures.of(body).copy || NEVER_NAMED.contains(tag)) {
            return tag.equals("p") && hidden(element);
        }
        return hidden(element)
                || tag.equals("form")
                || tag.equals("figure") && m.text < 400
                || ROLES.contains(element.attr("role"))
                || !gentle && NameWords.any(element, NAMES)
                || cluster(element, m)
                || captioned(element, m);
    }

    private static boolean hidden(Element element) {
        return element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find();
    }

    /** Links in a heap within a sentence: a pop-up that scripts would show. */
    private static boolean cluster(Element element, Measures.Measure m) {
        return !element.isBlock()
                && m.links >= 3
                && m.linked > 0.8 * m.text
                && element.children().stream().filter(child -> child.normalName().equals("a")).count() >= 3
                && element.closest("p") != null;
    }

    /** A picture and a few words. */
    private static boolean captioned(Element element, Measures.Measure m) {
        return element.isBlock() && m.images == 1 && m.text > 0
                && (m.text < 150 && m.copy < 100 || m.text < 400 && element.selectFirst("p,br,li,td") == null);
    }

    /** The node after this one in document order, within {@code top}; null at the end. */
    static Node next(Node node, Node top, boolean down) {
        if (down && node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        for (Node at = node; at != top; at = at.parent()) {
            Node sibling = at.nextSibling();
            if (sibling != null) {
                return sibling;
            }
        }
        return null;
    }
}
