package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of IPTC 7901: source and number, priority, category, word count; slug lines to {@code STX}; a headline that
 * ends with {@code =}; wrapped copy; what is not for publication; {@code ETX} and the time.
 */
final class Iptc7901Message {
    private static final Pattern HEADER = Pattern.compile(
            "^[\\s\\x00\\x16\\x7f]{0,200}\\x01?\\s{0,4}([a-zA-Z]{2,8})(\\d{3,5}) ([0-9]) ([a-zA-Z]{1,3}) +(\\d{1,5})\\b([^\\r\\n\\x02]{0,80})");
    private static final int HEAD_LINES = 6;

    private final String message;
    private final Instant now;
    private final StoryBuilder story = new StoryBuilder();

    Iptc7901Message(String message, Instant now) {
        this.message = message;
        this.now = now;
    }

    static boolean begins(String message) {
        return HEADER.matcher(message).find();
    }

    /** Null where there is no header. */
    StoryBuilder read() {
        Matcher header = HEADER.matcher(message);
        if (!header.find()) {
            return null;
        }
        story.agency = header.group(1).equals(header.group(1).toUpperCase(java.util.Locale.ROOT))
                ? header.group(1)
                : header.group(1).toLowerCase(java.util.Locale.ROOT);
        int priority = Integer.parseInt(header.group(3));
        story.urgency = priority >= 1 ? priority : null;
        story.categories.add(header.group(4).toLowerCase(java.util.Locale.ROOT));
        int text = message.indexOf(CodedMessages.STX, header.end());
        int end = message.indexOf(CodedMessages.ETX, header.end());
        int textEnd = end < 0 ? message.length() : end;
        List<String> lines = new ArrayList<>();
        int slugs = 0;
        if (text >= 0 && text < textEnd) {
            lines.addAll(WireBytes.lines(message.substring(header.end(), text)));
            slugs = lines.size();
            lines.addAll(WireBytes.lines(message.substring(text + 1, textEnd)));
        } else {
            // The control codes were lost: the slug lines end with a slash.
            lines.addAll(WireBytes.lines(message.substring(header.end(), textEnd)));
            while (slugs < lines.size()
                    && (lines.get(slugs).isBlank() || lines.get(slugs).strip().endsWith("/"))) {
                slugs++;
            }
        }
        List<String> all = EmbargoLines.take(lines, story.embargoes, now);
        slugs(copy(all.subList(0, slugs)));
        List<String> body = copy(all.subList(slugs, all.size()));
        if (end >= 0) {
            stamp(WireBytes.lines(message.substring(end + 1)));
        }
        story.copy(body.subList(heads(body), body.size()), now);
        return story;
    }

    private static List<String> copy(List<String> lines) {
        return lines.stream().filter(Objects::nonNull).toList();
    }

    private void slugs(List<String> lines) {
        StringBuilder slug = new StringBuilder();
        for (String line : lines) {
            String text = line.strip();
            Marks marks = Marks.ofLine(text);
            if (marks.any() && marks.text().isEmpty()) {
                story.mark(marks);
            } else if (!text.isEmpty()) {
                slug.append(slug.isEmpty() ? "" : " ").append(text);
            }
        }
        if (!slug.isEmpty()) {
            story.slug(slug.toString());
        }
    }

    /** How many lines the headline and byline take; they end with {@code =} or above a blank line. */
    private int heads(List<String> lines) {
        int at = 0;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        int end = at;
        boolean marked = false;
        int last = at;
        for (int i = at;
                i < lines.size() && i < at + HEAD_LINES && !lines.get(i).isBlank();
                i++) {
            if (lines.get(i).strip().endsWith("=")) {
                marked = true;
                last = i + 1;
            }
            end = i + 1;
        }
        boolean above = end < lines.size()
                && lines.get(end).isBlank()
                && end - at < HEAD_LINES
                && AgencyLine.of(String.join("\n", lines.subList(at, end))) == null;
        int heads = marked ? last : above ? end : at;
        StringBuilder headline = new StringBuilder();
        for (String line : lines.subList(at, heads)) {
            String text = LineEnds.withoutOne(line, "=");
            if (text.matches("(?:By|Von|Par|Por|Di) \\p{Lu}.{2,90}") && !headline.isEmpty()) {
                story.byline = text;
            } else if (!text.isEmpty()) {
                headline.append(headline.isEmpty() ? "" : " ").append(text);
            }
        }
        if (!headline.isEmpty()) {
            story.headline(headline.toString());
        }
        return heads;
    }

    private void stamp(List<String> lines) {
        lines.stream()
                .map(line -> WireTimes.stamp(line, now))
                .filter(at -> at != null)
                .findFirst()
                .ifPresent(story::sentAt);
    }
}
