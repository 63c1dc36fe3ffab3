package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one story of plain wire text: header lines in any order, a headline where there is one, then the copy. */
final class TextStory {
    /** {@code date 2025-09-23 Baku, September 23, AZERTAC}: a date before the dateline. */
    static final Pattern DATE_PREFIX = Pattern.compile("^\\s*date\\s+(\\d{4}-\\d{2}-\\d{2})(?:\\s+|$)");

    static final Pattern LABEL = Pattern.compile(
            "^(SLUG(?:LINE)?|KEYWORDS?|HEADLINE|HEAD|HED|HL|TITLE|BYLINE|BY|SOURCE|AGENCY|CREDIT|DATE|PUBLISHED|SENT"
                    + "|URGENCY|PRIORITY|CATEGORY|CATEGORIES|SUBJECT|SECTION|Slug(?:line)?|Headline|Byline|Source|Date)"
                    + "\\s*:\\s*(.*)$");
    /** {@code US-FINANCE-FED}, {@code GERMANY-POLITICS/}, {@code BC-EU--Greece-Bailout}. */
    private static final Pattern SLUG = Pattern.compile("^(?:(?:BC|AM|PM)-[\\p{L}\\p{N}][\\p{L}\\p{N} .,'&/-]{1,60}"
            + "|\\p{Lu}[\\p{Lu}\\p{N}.&']{0,24}(?:[-/]{1,2}[\\p{Lu}\\p{N}.&']{1,24}){1,7}/?)$");

    private static final Pattern BYLINE =
            Pattern.compile("^(?:By|BY|by) \\p{Lu}[^.:;!?]{2,90}(?:\\.[^.:;!?]{1,40}){0,2}\\s*=?$");
    private static final int HEADLINE = 200;
    private static final int LONGEST_SLUG = 150;
    private static final int HEADLINE_LINES = 3;

    private final List<String> lines;
    private final Instant now;
    private final StoryBuilder story = new StoryBuilder();
    private int at;
    private boolean headed;

    TextStory(String text, Instant now) {
        List<String> taken = EmbargoLines.take(WireBytes.lines(text), story.embargoes, now);
        this.lines = taken.stream().map(line -> line == null ? "" : line).toList();
        this.now = now;
        // One among the copy makes no header of what stands above it.
        this.headed =
                taken.stream().takeWhile(line -> line == null || line.isBlank()).anyMatch(Objects::isNull);
    }

    /** Null where it holds neither copy nor header. */
    StoryBuilder read() {
        while (at < lines.size() && header(lines.get(at).strip())) {
            at++;
        }
        List<String> copy = lines.subList(Math.min(at, lines.size()), lines.size());
        if (!copy.isEmpty()) {
            Matcher prefix = DATE_PREFIX.matcher(copy.get(0));
            if (prefix.find()) {
                story.published = prefix.group(1);
                copy = new java.util.ArrayList<>(copy);
                copy.set(0, copy.get(0).substring(prefix.end()));
            }
        }
        story.copy(copy, now);
        boolean nothing = story.body.isEmpty() && story.headline == null && story.slug == null && !story.marks.any();
        return nothing ? null : story;
    }

    /** Whether the line at hand was read as part of the header. */
    private boolean header(String line) {
        if (line.isEmpty()) {
            return true;
        }
        if (DATE_PREFIX.matcher(line).find()) {
            return false;
        }
        Matcher label = LABEL.matcher(line);
        if (label.matches()) {
            label(
                    label.group(1).toUpperCase(java.util.Locale.ROOT),
                    label.group(2).strip());
            headed = true;
            return true;
        }
        if (story.slug == null && story.headline == null && isSlug(line)) {
            story.slug(line);
            headed = true;
            return true;
        }
        if (CopyLines.isNote(line)) {
            return note();
        }
        Marks marks = Marks.ofLine(line);
        if (marks.any() && marks.text().isEmpty()) {
            story.mark(marks);
            headed = true;
            return true;
        }
        if (marks.any() && story.slug == null && isSlug(marks.text())) {
            story.slug(line);
            headed = true;
            return true;
        }
        if (story.byline == null
                && BYLINE.matcher(line).matches()
                && (headed || story.headline != null)
                && standsAlone()) {
            story.byline = line.replaceAll("\\s*=$", "");
            return true;
        }
        return story.headline == null && AgencyLine.of(lineAndRest()) == null && headline(line);
    }

    /** A slug, with its marks where it has any; a dateline of two cities looks alike, but names an agency. */
    static boolean isSlug(String line) {
        return line.length() <= LONGEST_SLUG
                && (line.indexOf('-') > 0 || line.indexOf('/') > 0)
                && SLUG.matcher(Marks.ofSlug(line).text()).matches()
                && AgencyLine.of(line + "\n") == null;
    }

    private void label(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        switch (name) {
            case "SLUG", "SLUGLINE", "KEYWORD", "KEYWORDS" -> story.slug(value);
            case "HEADLINE", "HEAD", "HED", "HL", "TITLE" -> story.headline(value);
            case "BYLINE", "BY" -> story.byline = value;
            case "SOURCE", "AGENCY", "CREDIT" -> story.agency = value;
            case "DATE", "PUBLISHED", "SENT" -> story.published = value;
            case "URGENCY", "PRIORITY" ->
                story.urgency = value.matches("[1-9]\\b.*")
                        ? Integer.valueOf(value.substring(0, 1))
                        : Marks.ofLine(value).urgency();
            default ->
                List.of(value.split("[;,]")).forEach(one -> {
                    if (!one.isBlank()) {
                        story.categories.add(one.strip());
                    }
                });
        }
    }

    /** A note in the header: to the next blank line, label or dateline. */
    private boolean note() {
        StringBuilder note = new StringBuilder(lines.get(at).strip());
        while (at + 1 < lines.size() && continuesNote(lines.get(at + 1))) {
            at++;
            note.append(' ').append(lines.get(at).strip());
        }
        String text = note.toString().replaceFirst("^\\(?[\\p{L}' \u2019]{2,30}\\s*[:_-]+\\s*", "");
        story.note(text.endsWith(")") && !text.contains("(") ? text.substring(0, text.length() - 1) : text);
        headed = true;
        return true;
    }

    private static boolean continuesNote(String line) {
        return !CopyLines.isTrailer(line)
                && !line.startsWith("\t")
                && !line.startsWith("   ")
                && !LABEL.matcher(line.strip()).matches()
                && !BYLINE.matcher(line.strip()).matches()
                && AgencyLine.of(line.strip() + "\n") == null;
    }

    /** The first line above the copy that is no dateline: it ends with {@code =}, or stands above a blank line or dateline. */
    private boolean headline(String line) {
        boolean marked = line.matches(".*\\S\\s*[=<]$");
        StringBuilder text = new StringBuilder(line);
        int last = at;
        // Under a slug a headline may take more than one line.
        while (headed && !marked && last - at < HEADLINE_LINES - 1 && !endsHeadline(last)) {
            last++;
            text.append(' ').append(lines.get(last).strip());
            marked = lines.get(last).matches(".*\\S\\s*[=<]\\s*$");
        }
        boolean sentence =
                text.toString().matches("(?s).*[.,;:]\"?$") && !text.toString().matches("(?s).*\\.{3}$");
        if (text.length() > HEADLINE || !marked && (sentence || !endsHeadline(last)) || !copyBelow(last)) {
            return false;
        }
        story.headline(text.toString());
        at = last;
        headed = true;
        return true;
    }

    private boolean endsHeadline(int index) {
        if (index + 1 >= lines.size()) {
            return true;
        }
        String next = lines.get(index + 1);
        String stripped = next.strip();
        return next.isBlank()
                || next.startsWith("\t")
                || next.startsWith("   ")
                || LABEL.matcher(stripped).matches()
                || BYLINE.matcher(stripped).matches()
                || CopyLines.isNote(stripped)
                || DATE_PREFIX.matcher(next).find()
                || AgencyLine.of(rest(index + 1)) != null;
    }

    private boolean copyBelow(int index) {
        return lines.subList(index + 1, lines.size()).stream()
                .anyMatch(line -> !CopyLines.isTrailer(line) && !line.isBlank());
    }

    private boolean standsAlone() {
        return endsHeadline(at) || lines.get(at).strip().endsWith("=");
    }

    private String lineAndRest() {
        return rest(at);
    }

    /** Enough of the lines from here on to see a dateline. */
    private String rest(int from) {
        return String.join("\n", lines.subList(from, Math.min(lines.size(), from + 4)))
                .strip();
    }
}
