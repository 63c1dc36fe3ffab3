package io.dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads elements as blocks of text, in document order. */
final class BlockReader {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final int BLOCKS = 5_000;
    private static final Set<String> CELLS = Set.of("td", "th");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int linked;

    private final Set<Node> pruned;

    private BlockReader(Set<Node> pruned) {
        this.pruned = pruned;
    }

    /** At most 5,000. */
    static List<Block> read(List<Element> roots, Set<Node> pruned) {
        BlockReader reader = new BlockReader(pruned);
        for (Element root : roots) {
            reader.element(root, root, false);
            reader.end(root);
        }
        return reader.blocks;
    }

    private void element(Element element, Element block, boolean inLink) {
        for (int i = 0; i < element.childNodeSize() && blocks.size() < BLOCKS; i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                append(text.getWholeText(), inLink);
            } else if (child instanceof Element inner && !pruned.contains(inner)) {
                String tag = inner.normalName();
                if (tag.equals("br")) {
                    lineEnd(block);
                } else if (CELLS.contains(tag)) {
                    append(" ", false);
                    element(inner, block, inLink);
                    append(" ", false);
                } else if (inner.isBlock()) {
                    end(block);
                    element(inner, inner, inLink);
                    end(inner);
                } else {
                    element(inner, block, inLink || tag.equals("a"));
                }
            }
        }
    }

    private void append(String text, boolean inLink) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0') {
                line.append(c);
                linked += inLink ? 1 : 0;
            } else if (!line.isEmpty() && !Character.isWhitespace(line.charAt(line.length() - 1))) {
                line.append(' ');
                linked += inLink ? 1 : 0;
            }
        }
    }

    /** A second line end in a row parts paragraphs. */
    private void lineEnd(Element block) {
        int length = line.length();
        while (length > 0 && line.charAt(length - 1) == ' ') {
            length--;
        }
        line.setLength(length);
        if (length > 0 && line.charAt(length - 1) == '\n') {
            end(block);
        } else if (length > 0) {
            line.append('\n');
        }
    }

    private void end(Element block) {
        String text = line.toString().strip();
        if (text.chars().anyMatch(Character::isLetterOrDigit) || text.length() >= 3) {
            blocks.add(new Block(block, text, Math.min(linked, text.length()), kind(block)));
        }
        line.setLength(0);
        linked = 0;
    }

    private static Block.Kind kind(Element block) {
        for (Element at = block; at != null && !at.normalName().equals("body"); at = at.parent()) {
            String tag = at.normalName();
            if (HEADINGS.contains(tag)) {
                return Block.Kind.HEADING;
            }
            if (tag.equals("li") || tag.equals("dd") || tag.equals("dt")) {
                return Block.Kind.ITEM;
            }
            if (tag.equals("tr")) {
                return Block.Kind.ROW;
            }
        }
        return Block.Kind.PARAGRAPH;
    }
}
