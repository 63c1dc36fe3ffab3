package io.dateline.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps, of the blocks in the article's place, those that are its text. */
final class BlockFilter {
    private static final int NOTE = 400;
    private static final int HEAD_LINE = 90;
    private static final int LINK_LINE = 25;
    private static final int LINK_LIST = 3;
    /** Dates, times, names and credits, as they stand above the first paragraph. */
    private static final Pattern CREDIT = Pattern.compile(
            "^\\W{0,3}(by|por|par|von|di|door|av|текст|автор|oleh)\\b:? \\S|\\b(19|20)\\d\\d\\b|\\b\\d{1,2}:\\d\\d\\b"
                    + "|^\\W{0,3}(photo|photograph|image|foto|credit|source|author)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Labels labels;
    private final String title;

    /** @param title the headline, which is no part of the text, or null */
    BlockFilter(Labels labels, String title) {
        this.labels = labels;
        this.title = title;
    }

    List<Block> keep(List<Block> blocks) {
        return trimmed(withoutNoise(withoutLinkLists(blocks)));
    }

    private List<Block> withoutNoise(List<Block> blocks) {
        int copy = blocks.stream().filter(Block::copy).mapToInt(Block::length).sum();
        int passed = 0;
        boolean announced = false;
        Set<String> seen = new HashSet<>();
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (2 * passed > copy && labels.ends(block.text())) {
                break;
            }
            passed += block.copy() ? block.length() : 0;
            if (announces(block)) {
                announced = true;
                continue;
            }
            announced &= otherStory(block);
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            boolean repeated = block.copy() && block.kind() == Block.Kind.PARAGRAPH && !seen.add(block.text());
            if (!announced && !repeated && !noise(block, kept.isEmpty(), next)) {
                kept.add(block);
            }
        }
        return kept;
    }

    private boolean announces(Block block) {
        return (!block.copy() || block.linkDensity() > 0.3) && labels.leads(block.text());
    }

    /** Part of a list of other stories. */
    private static boolean otherStory(Block block) {
        return block.linkDensity() > 0.5 || block.kind() == Block.Kind.ITEM && block.linkDensity() > 0.2;
    }

    private boolean noise(Block block, boolean first, Block next) {
        String text = block.text();
        boolean headline = block.kind() == Block.Kind.HEADING
                && (text.equalsIgnoreCase(title)
                        || first && block.element().normalName().equals("h1"));
        return headline
                || labels.alone(text)
                || text.length() <= NOTE && labels.note(text)
                || text.length() >= LINK_LINE && block.linkDensity() >= 0.5 && linkLine(block, next);
    }

    /** A line that is a link and no sentence leads elsewhere; an address written out, and a headline over text, do not. */
    private static boolean linkLine(Block block, Block next) {
        return switch (block.kind()) {
            case PARAGRAPH ->
                !block.text().startsWith("http")
                        && block.text().split("\\s+").length >= 4
                        && (block.linkDensity() > 0.9 || !block.sentence());
            case HEADING -> next == null || next.linkDensity() > 0.5;
            case ITEM, ROW -> false;
        };
    }

    /** Lines that are nothing but links, three or more in a row. */
    private static List<Block> withoutLinkLists(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        int from = 0;
        while (from < blocks.size()) {
            int to = from;
            while (to < blocks.size() && link(blocks.get(to))) {
                to++;
            }
            if (to - from < LINK_LIST) {
                to = Math.max(to, from + 1);
                kept.addAll(blocks.subList(from, to));
            }
            from = to;
        }
        return kept;
    }

    private static boolean link(Block block) {
        return block.linkDensity() > 0.8
                && block.kind() != Block.Kind.HEADING
                && !block.text().startsWith("http");
    }

    /** Without the credits before the first paragraph, and headings and links after the last. */
    private List<Block> trimmed(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && trailing(blocks.get(end - 1))) {
            end--;
        }
        List<Block> kept = new ArrayList<>();
        boolean begun = false;
        for (Block block : blocks.subList(0, end)) {
            begun |= block.copy();
            if (begun || !credit(block)) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean trailing(Block block) {
        return block.kind() == Block.Kind.HEADING
                || block.kind() == Block.Kind.ITEM && block.linkDensity() > 0.3 && !block.sentence();
    }

    private boolean credit(Block block) {
        String text = block.text();
        return text.length() <= HEAD_LINE
                && (text.equalsIgnoreCase(title)
                        || !block.sentence() && CREDIT.matcher(text).find());
    }
}
