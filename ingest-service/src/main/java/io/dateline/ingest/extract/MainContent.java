package io.dateline.ingest.extract;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Finds the elements that hold the article: the best one, and what of it stands beside that. */
final class MainContent {
    private static final Set<String> NOT_CREDITED = Set.of("a", "h1", "h2", "h3", "h4", "h5", "h6", "label", "span");
    private static final int LEVELS = 6;
    private static final double SAID_SO = 1.5;
    private static final int SHORTEST = 25;

    private final Element body;
    private final Set<Node> pruned;
    private final Measures measures;
    private final Map<Element, Double> scores = new IdentityHashMap<>();

    MainContent(Element body, Set<Node> pruned) {
        this.body = body;
        this.pruned = pruned;
        this.measures = Measures.take(body, pruned);
    }

    /** In document order, none within another. */
    List<Element> find() {
        Node node = body;
        while (node != null) {
            boolean counted = !pruned.contains(node);
            if (counted && node instanceof Element element && element.isBlock()) {
                credit(element);
            }
            node = Pruner.next(node, body, counted);
        }
        Element best = body;
        double top = 0;
        for (Map.Entry<Element, Double> one : scores.entrySet()) {
            double score = one.getValue() * (1 - measures.linkDensity(one.getKey())) * named(one.getKey());
            if (score > top) {
                top = score;
                best = one.getKey();
            }
        }
        return new Region(best, body, measures).grown();
    }

    private void credit(Element block) {
        int own = measures.ownCopy(block);
        String tag = block.normalName();
        if (own < SHORTEST || NOT_CREDITED.contains(tag)) {
            return;
        }
        double score = 1 + Math.min(own / 100.0, 3) + Math.min(commas(block), 5);
        if (tag.equals("li")) {
            score *= 0.5;
        }
        boolean container = tag.equals("div") || tag.equals("section") || tag.equals("td") || tag.equals("article");
        Element at = container || block == body ? block : block.parent();
        double share = 1;
        for (int level = 0; at != null && level < LEVELS; level++, at = at.parent()) {
            scores.merge(at, score * share, Double::sum);
            if (at == body) {
                break;
            }
            share *= level == 0 ? 0.8 : 0.75;
        }
    }

    private static double named(Element element) {
        return element.attr("itemprop").equals("articleBody") ? SAID_SO : 1;
    }

    private static int commas(Element block) {
        String text = block.ownText();
        int n = 0;
        for (int i = 0; i < text.length() && n < 5; i++) {
            n += ",、，،".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return n;
    }
}
