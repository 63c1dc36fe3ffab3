package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of ANPA 1312: a header of priority, category, keyword, version, date and word count; heads between
 * {@code ^} and {@code <}; paragraphs that begin with a tab; a trailer of sender and time.
 */
final class AnpaMessage {
    private static final String HEADER = "([a-zA-Z]) ([a-zA-Z])\\s{0,2}[\\x13\\x14]?([\\x11\\x12]?)\\s{0,2}"
            + "((?i:BC|AM|PM|AP)-[^\\r\\n]{1,80}?)[ \\t]+(\\d{1,2})-(\\d{1,2})(?:[ \\t]+(\\d{1,5}))?[ \\t]*";
    private static final Pattern LINE = Pattern.compile("^" + HEADER + "$", Pattern.MULTILINE);
    private static final Pattern BEGINS = Pattern.compile(
            "^[\\s\\x00\\x16\\x7f]{0,200}\\x01?[a-zA-Z]\\d{4}[^\\r\\n]{0,60}\\r?\\n\\r?" + HEADER + "(?:\\r|\\n|$)");
    private static final Map<String, Integer> PRIORITIES = Map.of("f", 1, "u", 2, "b", 3, "r", 4, "d", 5, "z", 6);
    private static final String TABULAR = "\u0012";
    private static final Pattern NOTE = Pattern.compile(
            "^(?:(?i:eds?)\\s*:|EDITORS?\\b|(?i:with ap)|AP (?:Photos?|Video|Graphic)\\b|(?i:advisory))\\s*.*");

    private final String message;
    private final Instant now;
    private final StoryBuilder story = new StoryBuilder();

    AnpaMessage(String message, Instant now) {
        this.message = message;
        this.now = now;
    }

    static boolean begins(String message) {
        return BEGINS.matcher(message).find();
    }

    /** Null where there is no header. */
    StoryBuilder read() {
        Matcher header = LINE.matcher(message);
        if (!header.find()) {
            return null;
        }
        story.urgency = PRIORITIES.get(header.group(1).toLowerCase(Locale.ROOT));
        story.categories.add(header.group(2).toLowerCase(Locale.ROOT));
        boolean tabular = header.group(3).equals(TABULAR);
        String keyword = header.group(4);
        LocalDate day = WireTimes.nearest(Integer.parseInt(header.group(5)), Integer.parseInt(header.group(6)), now);
        int copy = message.indexOf(CodedMessages.STX, header.end());
        int end = message.indexOf(CodedMessages.ETX, header.end());
        int from = copy < 0 ? header.end() : copy + 1;
        String text = message.substring(from, end < from ? message.length() : end);
        trailer(message.substring(from));
        if (story.published == null && day != null) {
            story.published = day.toString();
        }
        List<String> lines = heads(EmbargoLines.take(unwrapped(WireBytes.lines(text)), story.embargoes, now));
        story.slug(keyword);
        story.copy(lines.stream().map(line -> tabular ? line : plain(line)).toList(), now);
        return story;
    }

    private void trailer(String text) {
        WireTimes.Trailer trailer = WireTimes.trailer(text);
        if (trailer != null) {
            story.agency = trailer.source();
            story.sentAt(trailer.at());
        }
    }

    /** Each head, from {@code ^} to {@code <} or {@code =}, in one line. */
    private static List<String> unwrapped(List<String> lines) {
        List<String> all = new ArrayList<>();
        StringBuilder head = null;
        for (String line : lines) {
            boolean begins = line.strip().startsWith("^");
            if (head != null && (begins || line.startsWith("\t"))) {
                all.add(head.toString());
                head = null;
            }
            if (head == null && !begins) {
                all.add(line);
                continue;
            }
            head = head == null
                    ? new StringBuilder(line.strip())
                    : head.append(' ').append(line.strip());
            if (line.strip().matches(".*[<=]")) {
                all.add(head.toString());
                head = null;
            }
        }
        if (head != null) {
            all.add(head.toString());
        }
        return all;
    }

    /** Reads the heads; the other lines are answered. */
    private List<String> heads(List<String> lines) {
        List<String> copy = new ArrayList<>();
        for (String line : lines) {
            if (line != null && line.startsWith("^")) {
                head(line);
            } else if (line != null) {
                boolean trailer = line.length() < 80 && WireTimes.trailer(line) != null;
                if (!trailer && !line.strip().matches("_{2,}|<")) {
                    copy.add(line.replaceFirst("^\\t[ ]+", "\t"));
                }
            }
        }
        return copy;
    }

    private void head(String raw) {
        String text = LineEnds.without(plain(raw).replaceFirst("^[\\s^]+", ""), "<=");
        if (text.isEmpty()) {
            return;
        }
        if (story.slug == null && story.headline == null && TextStory.isSlug(text)) {
            story.slug(text);
        } else if (NOTE.matcher(text).matches()) {
            story.note(text.replaceFirst("^(?i:eds?)\\s*:\\s*", ""));
        } else if (story.byline == null && text.matches("(?i:by) .{2,120}")) {
            story.byline = text;
        } else if (story.byline != null) {
            story.byline = story.byline.contains(",") ? story.byline : story.byline + ", " + text;
        } else if (story.headline == null) {
            Marks marks = Marks.ofLine(text);
            if (marks.any() && marks.text().isEmpty()) {
                story.mark(marks);
            } else {
                story.headline(text);
            }
        } else if (story.summary == null) {
            story.summary = text;
        } else {
            story.note(text);
        }
    }

    /** The typewriter's signs: {@code ``quotes''} and {@code _} for a dash. */
    private static String plain(String line) {
        return line.replace("``", "\u201c")
                .replace("''", "\u201d")
                .replace('`', '\u2018')
                .replaceAll("(?<=[\\s\\p{L}\\p{P}\\p{N}]) _ (?=\\S)", " \u2014 ")
                .replaceAll(" _$", " \u2014");
    }
}
