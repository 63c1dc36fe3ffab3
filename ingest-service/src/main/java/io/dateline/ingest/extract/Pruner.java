package io.dateline.ingest.extract;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Marks what is no copy whichever page it is on: scripts, navigation, captions, what is hidden and what is named so. */
final class Pruner {
    /** Elements that hold no text a reader sees. */
    private static final Set<String> NEVER_COPY = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "canvas",
            "video",
            "audio",
            "select",
            "textarea",
            "input",
            "button",
            "link",
            "meta",
            "map",
            "amp-ad");
    /** Elements that hold something else than the article, unless they hold most of the page. */
    private static final Set<String> BESIDE =
            Set.of("nav", "menu", "footer", "aside", "dialog", "form", "figcaption", "label");

    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "complementary",
            "contentinfo",
            "search",
            "dialog",
            "menu",
            "menubar",
            "alert",
            "toolbar",
            "tooltip");
    private static final Set<String> NEVER_NAMED = Set.of("html", "body", "main", "article", "p", "h1");
    private static final Set<String> NAMES = Set.of(
            "share",
            "sharing",
            "sharedaddy",
            "social",
            "related",
            "recommended",
            "recommendations",
            "recirc",
            "recirculation",
            "readmore",
            "popular",
            "trending",
            "outbrain",
            "taboola",
            "newsletter",
            "signup",
            "subscribe",
            "subscription",
            "promo",
            "promoted",
            "sponsor",
            "sponsored",
            "ad",
            "ads",
            "advert",
            "advertisement",
            "adsense",
            "sidebar",
            "comments",
            "comment",
            "disqus",
            "respond",
            "breadcrumb",
            "breadcrumbs",
            "pagination",
            "pager",
            "footer",
            "nav",
            "navbar",
            "navigation",
            "menu",
            "masthead",
            "toolbar",
            "widget",
            "dropdown",
            "tags",
            "taglist",
            "byline",
            "bio",
            "dateline",
            "timestamp",
            "caption",
            "credit",
            "carousel",
            "slideshow",
            "popup",
            "modal",
            "tooltip",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "login",
            "print",
            "disclaimer");
    /** Named so by what is only shown later, and, as "overflow-hidden", by whole pages: of those without copy it is true. */
    private static final Set<String> UNSEEN = Set.of("hidden", "invisible", "offscreen");

    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final double BULK = 0.8;
    private static final int FIGURE = 400;
    private static final int CAPTION = 150;

    private final Element body;
    private final Measures measures;
    private final boolean gentle;

    /** @param gentle takes no notice of names: for pages that are named in a way of their own */
    Pruner(Element body, Measures measures, boolean gentle) {
        this.body = body;
        this.measures = measures;
        this.gentle = gentle;
    }

    /** The topmost elements that are no copy. They stay where they are: taking many children out one by one is slow. */
    Set<Node> pruned() {
        Set<Node> pruned = Collections.newSetFromMap(new IdentityHashMap<>());
        Node node = body;
        while (node != null) {
            boolean drop = node instanceof Element element && element != body && boilerplate(element);
            if (drop) {
                pruned.add(node);
            }
            node = next(node, body, !drop);
        }
        return pruned;
    }

    private boolean boilerplate(Element element) {
        String tag = element.normalName();
        if (NEVER_COPY.contains(tag)) {
            return true;
        }
        Measures.Measure m = measures.of(element);
        if (NEVER_NAMED.contains(tag)) {
            return tag.equals("p") && hidden(element);
        }
        if (m.copy > BULK * measures.of(body).copy) {
            return false;
        }
        return hidden(element)
                || BESIDE.contains(tag)
                || tag.equals("figure") && m.text < FIGURE
                || ROLES.contains(element.attr("role"))
                || !gentle && NameWords.any(element, NAMES)
                || !gentle && m.copy == 0 && NameWords.any(element, UNSEEN)
                || popUp(element, m)
                || caption(element, m);
    }

    private static boolean hidden(Element element) {
        return element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find();
    }

    /** Links in a heap within a sentence: what a script would show when the reader points at a name. */
    private static boolean popUp(Element element, Measures.Measure m) {
        return !element.isBlock()
                && m.links >= 3
                && m.linked > 0.8 * m.text
                && element.children().stream()
                                .filter(child -> child.normalName().equals("a"))
                                .count()
                        >= 3
                && element.closest("p") != null;
    }

    /** A picture and a few words, or more of them that stand in no paragraph. */
    private static boolean caption(Element element, Measures.Measure m) {
        return element.isBlock()
                && m.images == 1
                && m.text > 0
                && (m.text < CAPTION && m.copy < 100 || m.text < FIGURE && element.selectFirst("p,br,li,td") == null);
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
