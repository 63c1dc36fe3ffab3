package io.dateline.store.query;

import io.dateline.store.query.ArticlePage.Counted;
import java.util.List;

/**
 * Topics of the newest matches, each below the broader one.
 *
 * @param counted over what; never null
 * @param items   the widest, most articles first; never null
 */
public record TopicTree(Counted counted, List<Node> items) {
    public TopicTree {
        items = List.copyOf(items);
    }

    /**
     * @param id       what the parameter {@code topic} takes; never null
     * @param label    for a person; never null
     * @param count    articles about it or something narrower
     * @param narrower most articles first; never null
     */
    public record Node(String id, String label, long count, List<Node> narrower) {
        public Node {
            narrower = List.copyOf(narrower);
        }
    }
}
