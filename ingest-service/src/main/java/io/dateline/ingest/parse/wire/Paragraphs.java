package io.dateline.ingest.parse.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes paragraphs of lines that were wrapped at a column: a paragraph ends at a blank line or where the next line is
 * indented; a line's end within it is a space, unless the next word would have fitted. Tables keep their lines.
 */
public final class Paragraphs {
    /** Lines longer than this were not wrapped by a wire. */
    private static final int WIDEST = 100;
    /** Shorter copy has too few lines to tell what its width is. */
    private static final int NARROWEST = 45;
    /** How far from the widest line a wrapped line may end. */
    private static final int SLACK = 6;
    /** How far back a word's spelling is looked for, in characters. */
    private static final int NEAR = 2_000;

    private static final Pattern TABULAR = Pattern.compile("\\S(?: {3,}|\\t+)\\S.*\\S(?: {2,}|\\t+)\\S|^\\s*\\|.*\\|");
    private static final Pattern LIST_ITEM = Pattern.compile("^\\s*(?:[-*\u2022\u25cf]|\\d{1,2}[.)])\\s+.*");
    /** First halves of words that keep their hyphen. */
    private static final Set<String> COMPOUNDS = Set.of(
            "self", "ex", "vice", "well", "so", "all", "half", "high", "low", "long", "short", "full", "part", "two",
            "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second", "third", "mid", "non",
            "anti", "pro", "co", "post", "pre", "year", "old", "right", "left", "north", "south", "east", "west");

    private Paragraphs() {}

    /** Paragraphs parted by a blank line; never null. */
    public static String of(List<String> lines) {
        List<String> even = dedented(lines);
        int width = even.stream()
                .mapToInt(line -> line.stripTrailing().length())
                .max()
                .orElse(0);
        boolean wrapped = width >= NARROWEST && width <= WIDEST;
        boolean blanks = even.stream().dropWhile(String::isBlank).anyMatch(String::isBlank);
        // Without any blank line, long lines are the paragraphs.
        boolean linesAreParagraphs = width > WIDEST && !blanks;
        StringBuilder out = new StringBuilder();
        String before = "";
        for (String line : even) {
            String text = line.strip();
            if (!text.isEmpty()) {
                append(out, before, line, text, wrapped, linesAreParagraphs, width);
            }
            before = line;
        }
        return out.toString().strip();
    }

    private static void append(
            StringBuilder out,
            String before,
            String line,
            String text,
            boolean wrapped,
            boolean linesAreParagraphs,
            int width) {
        boolean table = tabular(line) && tabular(before);
        if (out.isEmpty()) {
            out.append(text);
        } else if (before.isBlank()
                || linesAreParagraphs
                || indented(line) && !table && !indented(before)
                || line.startsWith("\t") && !table) {
            out.append("\n\n").append(text);
        } else if (!wrapped
                || table
                || tabular(line)
                || LIST_ITEM.matcher(line).matches()
                || fits(before, text, width)) {
            out.append('\n').append(table || tabular(line) ? line.stripTrailing() : text);
        } else {
            join(out, text);
        }
    }

    private static boolean fits(String before, String next, int width) {
        int space = next.indexOf(' ');
        int word = space < 0 ? next.length() : space;
        return before.stripTrailing().length() + 1 + word <= width - SLACK;
    }

    private static void join(StringBuilder out, String next) {
        int start = lastWord(out);
        String last = out.substring(start);
        boolean cut = last.length() > 1
                && last.endsWith("-")
                && Character.isLowerCase(last.charAt(last.length() - 2))
                && Character.isLowerCase(next.charAt(0));
        if (!cut) {
            out.append(last.endsWith("-") && last.length() > 1 && !last.endsWith("--") ? "" : " ")
                    .append(next);
            return;
        }
        String half = last.substring(0, last.length() - 1);
        int word = 0;
        while (word < next.length() && Character.isLetter(next.charAt(word))) {
            word++;
        }
        String whole = half + next.substring(0, word);
        boolean compound = half.contains("-")
                || COMPOUNDS.contains(half.toLowerCase(Locale.ROOT))
                || before(out, last + next.substring(0, word)) && !before(out, whole);
        if (!compound) {
            out.setLength(out.length() - 1);
        }
        out.append(next);
    }

    /** Where the last word begins; of one longer than any, near its end. */
    private static int lastWord(StringBuilder out) {
        int nearest = Math.max(0, out.length() - NEAR);
        int start = out.length();
        while (start > nearest && out.charAt(start - 1) != ' ' && out.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /** Whether the copy used the word shortly before. */
    private static boolean before(StringBuilder out, String word) {
        return out.indexOf(word, Math.max(0, out.length() - NEAR)) >= 0;
    }

    private static boolean indented(String line) {
        return line.startsWith("\t") || line.startsWith("  ");
    }

    private static boolean tabular(String line) {
        return TABULAR.matcher(line.length() > 400 ? line.substring(0, 400) : line)
                .find();
    }

    /** Where every line begins with the same white space, it means nothing. */
    private static List<String> dedented(List<String> lines) {
        boolean tabs = lines.stream().filter(line -> !line.isBlank()).allMatch(line -> line.startsWith("\t"));
        boolean table = tabs && lines.stream().filter(Paragraphs::tabular).count() > lines.size() / 2;
        int common = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        List<String> even = new ArrayList<>(lines.size());
        for (String line : lines) {
            even.add(line.isBlank() || common == 0 || tabs && !table ? line : line.substring(common));
        }
        return even;
    }
}
