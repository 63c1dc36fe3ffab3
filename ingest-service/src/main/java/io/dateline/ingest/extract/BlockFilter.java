package io.dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/** Keeps, of the blocks in the article's place, those that are its text. */
final class BlockFilter {
    static List<Block> all = new ArrayList<>();
    private static final int NOTE = 400;
    private static final int LINK_LINE = 25;
    private static final int HEAD_LINE = 90;

    private final Labels labels;
    private final String title;

    BlockFilter(Labels labels, String title) {
        this.labels = labels;
        this.title = title;
    }

    List<Block> keep(List<Block> blocks) {
        all = blocks;
        List<Block> kept = new ArrayList<>();
        java.util.Set<String> seen = new java.util.HashSet<>();
        int total = blocks.stream().filter(Block::copy).mapToInt(b -> b.text().length()).sum();
        int passed = 0;
        boolean announced = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (passed > 0.5 * total && labels.ends(block.text())) {
                break;
            }
            passed += block.copy() ? block.text().length() : 0;
            if (block.copy() && block.kind() == Block.Kind.PARAGRAPH && !seen.add(block.text())) {
                continue;
            }
            boolean announces = !block.copy() && labels.leads(block.text())
                    || block.linkDensity() > 0.3 && labels.leads(block.text());
            if (announces) {
                announced = true;
            } else if (announced && other(block)) {
                continue;
            } else {
                announced = false;
                if (!noise(block, kept.isEmpty(), i + 1 < blocks.size() ? blocks.get(i + 1) : null)) {
                    kept.add(block);
                }
            }
        }
        return ends(withoutLinkLists(kept));
    }

    /** Part of a list of other stories. */
    private static boolean other(Block block) {
        return block.linkDensity() > 0.5 || block.kind() == Block.Kind.ITEM && block.linkDensity() > 0.2;
    }

    private boolean noise(Block block, boolean kept0, Block next) {
        String text = block.text();
        if (labels.alone(text) || text.length() <= NOTE && labels.note(text)) {
            return true;
        }
        boolean title = block.kind() == Block.Kind.HEADING && (sameAsTitle(text) || block.element().normalName().equals("h1") && kept0);
        return title || linkLine(block, next);
    }

    /** A line that is a link and no sentence leads elsewhere; an address written out, and a headline over text, do not. */
    private static boolean linkLine(Block block, Block next) {
        if (block.linkDensity() < 0.5 || block.text().length() < LINK_LINE) {
            return false;
        }
        return switch (block.kind()) {
            case PARAGRAPH -> !block.text().startsWith("http") && words(block.text()) >= 4
                    && (block.linkDensity() > 0.9 || !block.sentence());
            case HEADING -> next == null || next.linkDensity() > 0.5;
            case ITEM, ROW -> false;
        };
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private boolean sameAsTitle(String text) {
        return title != null && text.equalsIgnoreCase(title);
    }

    /** What stands before the first sentence and after the last: credits, dates, lists of links. */
    private List<Block> ends(List<Block> kept) {
        int from = 0;
        int to = kept.size();
        while (to > 0 && tail(kept.get(to - 1))) {
            to--;
        }
        List<Block> result = new ArrayList<>();
        boolean begun = false;
        for (Block block : kept.subList(from, to == 0 ? kept.size() : to)) {
            begun |= block.copy();
            if (begun || !head(block)) {
                result.add(block);
            }
        }
        return result;
    }

    private boolean tail(Block block) {
        return block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.ITEM && block.linkDensity() > 0.3 && !block.sentence();
    }

    private boolean head(Block block) {
        String text = block.text();
        return text.length() <= HEAD_LINE && (sameAsTitle(text) || !block.sentence() && CREDIT.matcher(text).find());
    }

    private static final java.util.regex.Pattern CREDIT = java.util.regex.Pattern.compile(
            "^\\W{0,3}(by|por|par|von|di|door|av|текст|автор|oleh)\\b:? \\S|\\b(19|20)\\d\\d\\b|\\b\\d{1,2}:\\d\\d\\b|^\\W{0,3}(photo|photograph|image|foto|credit|source|author)\\b",
            java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE | java.util.regex.Pattern.UNICODE_CHARACTER_CLASS);

    /** Three links in a row, as items of a list, lead elsewhere. */
    private static List<Block> withoutLinkLists(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        int i = 0;
        while (i < blocks.size()) {
            int end = i;
            while (end < blocks.size() && blocks.get(end).kind() == Block.Kind.ITEM && blocks.get(end).linkDensity() > 0.8) {
                end++;
            }
            if (end - i < 3) {
                end = Math.max(end, i + 1);
                kept.addAll(blocks.subList(i, end));
            }
            i = end;
        }
        return kept;
    }
}
