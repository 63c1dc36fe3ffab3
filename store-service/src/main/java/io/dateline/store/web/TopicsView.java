package io.dateline.store.web;

import io.dateline.store.query.TopicTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The top of the tree of topics.
 *
 * @param counted over how many articles, in words; never null
 * @param topics  most articles first; never null
 */
public record TopicsView(String counted, List<Top> topics) {
    private static final int NARROWER = 8;

    /**
     * @param narrower those with most articles; never null
     * @param more     how many there are besides
     */
    public record Top(Counted topic, List<Counted> narrower, int more) {}

    public record Counted(String label, String count, String href) {}

    static TopicsView of(TopicTree tree) {
        return new TopicsView(
                (tree.counted().approximate() ? "the newest " : "")
                        + EntityView.articles(tree.counted().newest()),
                tree.items().stream()
                        .map(node -> new Top(
                                counted(node),
                                node.narrower().stream()
                                        .limit(NARROWER)
                                        .map(TopicsView::counted)
                                        .toList(),
                                Math.max(0, node.narrower().size() - NARROWER)))
                        .toList());
    }

    /** Articles by the id of every topic of a tree. */
    static Map<String, Long> counts(TopicTree tree) {
        Map<String, Long> counts = new HashMap<>();
        count(tree.items(), counts);
        return counts;
    }

    private static void count(List<TopicTree.Node> nodes, Map<String, Long> counts) {
        for (TopicTree.Node node : nodes) {
            counts.put(node.id(), node.count());
            count(node.narrower(), counts);
        }
    }

    private static Counted counted(TopicTree.Node node) {
        return new Counted(node.label(), Figures.number(node.count()), Addresses.topic(node.id()));
    }
}
