package io.dateline.ingest.parse.wire;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines among a story's copy that say whose it is and whom to ring. Where a line could as well be copy ({@code (c)} of a
 * list, {@code Contact with the plane}), it is taken for copy: a contact too many in a body is a blemish, a sentence
 * that is missing falsifies it.
 */
final class Imprint {
    private static final String MARK = "[-\\s]*(?:\u00a9|\\([cC]\\)|(?:Copyright|COPYRIGHT)\\b)";
    /** Words of a name: each begins with a capital, but for those that join them. */
    private static final String NAME =
            "(?:(?:by|of) )?(?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}.&'\u2019-]{0,40}(?:,? (?:[&\\p{Lu}][\\p{L}\\p{N}.&'\u2019-]{0,40}|of|and|for|the)){0,9}";

    private static final String YEAR = "(?:19|20)\\d{2}(?:\\s?[-\u2013/]\\s?\\d{2,4})?";
    /** A year or two marks in a row leave no doubt. */
    private static final Pattern COPYRIGHT =
            Pattern.compile("^(?:[-\\s]*\u00a9|" + MARK + "[\\s,:]*(?:\u00a9|\\([cC]\\))|"
                    + MARK + "[\\s,:]*" + YEAR + "(?:[\\s,.:-]*$|[\\s,.:-]{1,4}(?:by |\u00a9|\\p{Lu}))|" + MARK
                    + "[\\s,:]*" + NAME
                    + "[\\s,(]{1,3}" + YEAR + "\\b).{0,200}$");
    /** No more than a mark and a name: only below the copy. */
    private static final Pattern BARE_COPYRIGHT = Pattern.compile("^" + MARK + "[\\s,:]*(?:" + NAME
            + "\\.?(?:\\s*(?i:all rights reserved)\\.?)?|.{0,150}\\b(?i:rights reserved)\\b.{0,40})$");

    private static final String KEYWORD = "[-*\\s(]*(?i:tel|telephone|phone|ph|fax|e-?mail|contacts?|media contacts?"
            + "|press contacts?|newsroom|mob|mobile)\\b\\.?";
    private static final String MAIL = "[\\w.+-]{1,64}@[\\w-]{1,60}\\.[\\w.-]{2,40}";
    /** As it is dialled: from abroad, from within the country, or in North America. A sum or an hour is none. */
    private static final String DIALLED =
            "(?<![\\d.,])(?:\\+\\d[\\d() ./-]{5,24}|\\(?0\\d[\\d() /-]{4,22}\\d(?![.,]?\\d)"
                    + "|\\(?\\d{3}[) .-]{1,2}\\d{3}[ .-]\\d{4}(?!\\d))";

    private static final Pattern CONTACT = Pattern.compile("^" + KEYWORD
            + "(?:\\s*(?:\\([^)]{1,20}\\))?\\s*:[^@\\d]{0,60}?(?:" + MAIL + "|[+(]{0,2}\\d[\\d() ./-]{5,24})|\\s*"
            + DIALLED
            + "|\\s*\\d{3}[ -]?\\d{4}(?!\\d)|\\s*" + MAIL + ").{0,120}$"
            + "|^[<(]?" + MAIL + "[>)]?$|^(?:\\+|00)[\\d() ./-]{7,22}$");
    /** Words before the number: only below the copy. */
    private static final Pattern BARE_CONTACT =
            Pattern.compile("^" + KEYWORD + "[^@\\d+]{0,60}?(?:" + MAIL + "|" + DIALLED + ").{0,120}$");

    /** As long as lines are that were wrapped; a shorter one ends by itself. */
    private static final int WRAPPED = 40;

    /** No such line is longer, and patterns would take long over it. */
    private static final int LONGEST = 500;

    private final List<String> lines;
    private final int tail;
    /** How many lines above each begin with (b), and how many with (c). */
    private final int[] seconds;

    private final int[] thirds;

    /** @param lines of the copy; never null */
    Imprint(List<String> lines) {
        this.lines = lines.stream().map(String::strip).toList();
        int below = lines.size();
        while (below > 0 && CopyLines.isTrailer(this.lines.get(below - 1))) {
            below--;
        }
        this.tail = below;
        this.seconds = begun("(b)");
        this.thirds = begun("(c)");
    }

    /** Whether nothing but what ends stories stands from there on. */
    boolean belowCopy(int index) {
        return index >= tail;
    }

    boolean copyright(int index) {
        String line = lines.get(index);
        boolean form = line.length() <= LONGEST
                && (sureCopyright(line)
                        || index >= tail && BARE_COPYRIGHT.matcher(line).matches());
        return form && !(line.matches("^[-\\s]*\\([cC]\\).*") && inList(index)) && !goesOnFrom(index);
    }

    boolean contact(int index) {
        String line = lines.get(index);
        boolean form = line.length() <= LONGEST
                && (CONTACT.matcher(line).matches()
                        || index >= tail && BARE_CONTACT.matcher(line).matches());
        return form && !goesOnFrom(index) && !goesOnBelow(index);
    }

    /** Whether the line below is another part of the same sentence. */
    boolean goesOnBelow(int index) {
        return index + 1 < lines.size()
                && lines.get(index + 1).matches("^\\p{Ll}.*")
                && !CopyLines.isTrailer(lines.get(index + 1));
    }

    /** Whether the line above is copy that was wrapped in the middle of a sentence. */
    private boolean goesOnFrom(int index) {
        String above = index == 0 ? "" : lines.get(index - 1);
        return above.length() >= WRAPPED
                && !above.matches(".*[.!?:;\u2026\"\u201d\u2019')\\]=*_-]$")
                && !isLine(above)
                && !CopyLines.isTrailer(above);
    }

    /** Whether it is the third of (a), (b) and (c). */
    private boolean inList(int index) {
        return seconds[index] > thirds[index];
    }

    private int[] begun(String item) {
        int[] above = new int[lines.size()];
        for (int i = 1; i < above.length; i++) {
            boolean begins = lines.get(i - 1).regionMatches(true, 0, item, 0, item.length());
            above[i] = above[i - 1] + (begins ? 1 : 0);
        }
        return above;
    }

    private static boolean sureCopyright(String line) {
        return COPYRIGHT.matcher(line).matches();
    }

    /** Whether a line has the form of one, wherever it stands. */
    static boolean isLine(String line) {
        return line.length() <= LONGEST && hasForm(line);
    }

    private static boolean hasForm(String line) {
        return sureCopyright(line)
                || BARE_COPYRIGHT.matcher(line).matches()
                || CONTACT.matcher(line).matches()
                || BARE_CONTACT.matcher(line).matches();
    }
}
