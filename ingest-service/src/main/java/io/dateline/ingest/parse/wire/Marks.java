package io.dateline.ingest.parse.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a slug line or a headline says about the version it stands over: a new lead or update, a correction, a kill, a
 * further take, and how urgent it is.
 *
 * @param text       the line without its marks; never null
 * @param update     a new lead, writethru or update
 * @param correction a correction or refiled story
 * @param kill       the story is withdrawn
 * @param add        a further take: its text continues the story
 * @param number     of the lead, update or take; null where none is given
 * @param urgency    1 (flash) to 3 (urgent), or null
 * @param said       the marks as written; never null
 */
public record Marks(
        String text,
        boolean update,
        boolean correction,
        boolean kill,
        boolean add,
        Integer number,
        Integer urgency,
        List<String> said) {
    static final Marks NONE = new Marks("", false, false, false, false, null, null, List.of());

    private static final String ORDINAL = "(?:(\\d{1,2})(?:st|nd|rd|th)?|(first|second|third|fourth|fifth))";
    private static final String LEAD =
            "(?i:" + ORDINAL + "[ -]?(?:ld|lead)(?:[ -]?writethr(?:u|ough))?|writethr(?:u|ough))";
    private static final String TAKE = "(?i:" + ORDINAL + "[ -]?(?:add|take)|(?:add|take)[ -]?(\\d{1,2}))";
    private static final String UPDATE = "(?:UPDATE|Update)(?:D|d)?[ -]?(\\d{1,2})?";
    private static final String CORRECTION =
            "(?:CORRECTED|CORRECTION|CORRECTIVE|CORRECTS|REFILE|RECAST|Corrected|Correction|Corrective|Corrects)";
    private static final String KILL = "(?:(?:MANDATORY |BULLETIN |STORY )?KILL(?:ED)?(?: ADVISORY| NOTICE)?"
            + "|Mandatory Kill|(?:STORY )?WITHDRAWN|(?:STORY )?WITHDRAWAL|(?:STORY )?RETRACTED|RETRACTION)";
    private static final String URGENCY = "(?:FLASH|BULLETIN|ALERT|SNAP|URGENT|EXTRA)";
    private static final Map<String, Integer> URGENCIES =
            Map.of("FLASH", 1, "BULLETIN", 2, "ALERT", 2, "SNAP", 2, "URGENT", 3, "EXTRA", 3);
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    private static final String ANY =
            "(?:" + String.join("|", LEAD, TAKE, UPDATE, CORRECTION, "Kill", KILL, URGENCY) + ")";
    /** Behind a slug: after a comma, a slash, a space or in brackets. A hyphen belongs to the slug. */
    private static final Pattern BEHIND_SLUG = Pattern.compile("(?:[\\s,/]+\\(?|\\()(" + ANY + ")\\)?$");

    private static final Pattern WORD_COUNT = Pattern.compile(",\\s*\\d{2,5}$");
    private static final Pattern PAGE = Pattern.compile("[\\s,]+[-/=](\\d{1,2})[-/=]?$");
    /** Before a headline: with a dash, a colon, or alone on the line. */
    private static final Pattern BEFORE_LINE =
            Pattern.compile("^\\(?(" + ANY + ")\\)?(?:\\s*(?:[-:\u2013\u2014]+|\\.{3}|=)\\s*|\\s*$)");

    private static final Pattern LEAD_BEFORE = Pattern.compile("^\\(?((?:\\d{1,2})(?:ST|ND|RD|TH|st|nd|rd|th) "
            + "(?:LEAD|LD|Lead|Ld)(?:-(?:WRITETHRU|Writethru))?)\\)?\\s+(?=\\S)");
    private static final Pattern IN_BRACKETS_BEFORE = Pattern.compile("^[\\[(](" + ANY + ")[\\])]\\s*");
    private static final Pattern IN_BRACKETS_BEHIND = Pattern.compile("\\s*[\\[(](" + ANY + ")[\\])]$");
    private static final int LONGEST = 300;

    /** Of a slug line or keyword: marks stand behind it. */
    public static Marks ofSlug(String line) {
        String text = line.strip();
        Marks marks = NONE;
        if (text.length() > LONGEST) {
            return NONE.withText(text);
        }
        Marks before = ofLine(text);
        text = before.text();
        marks = marks.and(before);
        while (true) {
            String bare = WORD_COUNT.matcher(text).replaceFirst("");
            Matcher behind = BEHIND_SLUG.matcher(bare);
            Matcher page = PAGE.matcher(bare);
            if (behind.find()) {
                marks = read(behind.group(1)).and(marks);
                text = bare.substring(0, behind.start()).strip();
            } else if (page.find()) {
                marks = take(Integer.valueOf(page.group(1)), page.group().strip())
                        .and(marks);
                text = bare.substring(0, page.start()).strip();
            } else {
                return marks.withText(bare.replaceAll("[\\s/,]+$", ""));
            }
        }
    }

    /** Of a headline, or of a line that holds only marks. */
    public static Marks ofLine(String line) {
        String text = line.strip();
        Marks marks = NONE;
        if (text.length() > LONGEST) {
            return NONE.withText(text);
        }
        boolean found = true;
        while (found) {
            found = false;
            for (Pattern pattern : List.of(BEFORE_LINE, LEAD_BEFORE, IN_BRACKETS_BEFORE, IN_BRACKETS_BEHIND)) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    marks = marks.and(read(matcher.group(1)));
                    text = (text.substring(0, matcher.start()) + text.substring(matcher.end())).strip();
                    found = !text.isEmpty();
                    break;
                }
            }
        }
        return marks.withText(text);
    }

    /** Whether anything was said. */
    public boolean any() {
        return !said.isEmpty();
    }

    /** Whether it belongs to a story that came before: takes join only so. */
    public boolean follows() {
        return update || correction || kill;
    }

    /** The marks as written, without those that only tell the urgency. */
    List<String> forEditors() {
        Map<String, String> found = new LinkedHashMap<>();
        said.stream()
                .filter(mark -> !URGENCIES.containsKey(mark))
                .forEach(mark -> found.putIfAbsent(mark.toLowerCase(Locale.ROOT).replaceAll("[ -]", ""), mark));
        return List.copyOf(found.values());
    }

    /** Both; the text of this one. */
    public Marks and(Marks other) {
        return new Marks(
                text,
                update || other.update,
                correction || other.correction,
                kill || other.kill,
                add || other.add,
                number != null ? number : other.number,
                urgency != null ? urgency : other.urgency,
                Stream.concat(said.stream(), other.said.stream()).distinct().toList());
    }

    private Marks withText(String bare) {
        return new Marks(bare, update, correction, kill, add, number, urgency, said);
    }

    private static Marks take(Integer number, String said) {
        return new Marks("", false, false, false, number > 1, number, null, List.of(said));
    }

    private static Marks read(String mark) {
        List<String> said = List.of(mark);
        if (URGENCIES.containsKey(mark)) {
            return new Marks("", false, false, false, false, null, URGENCIES.get(mark), said);
        }
        Integer number = number(mark);
        if (mark.matches(LEAD) || mark.matches(UPDATE)) {
            return new Marks("", true, false, false, false, number, null, said);
        }
        if (Pattern.matches(TAKE, mark)) {
            boolean further = !mark.toLowerCase(Locale.ROOT).contains("take") || number != null && number > 1;
            return new Marks("", false, false, false, further, number, null, said);
        }
        boolean correction = Pattern.matches(CORRECTION, mark);
        return new Marks("", false, correction, !correction, false, null, null, said);
    }

    private static Integer number(String mark) {
        Matcher digits = Pattern.compile("\\d{1,2}").matcher(mark);
        if (digits.find()) {
            return Integer.valueOf(digits.group());
        }
        String lower = mark.toLowerCase(Locale.ROOT);
        List<Integer> found = new ArrayList<>();
        ORDINALS.stream().filter(lower::startsWith).forEach(word -> found.add(ORDINALS.indexOf(word) + 1));
        return found.isEmpty() ? null : found.get(0);
    }
}
