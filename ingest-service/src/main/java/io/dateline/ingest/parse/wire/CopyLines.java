package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a story's text from what stands among it for editors: end marks and sign-offs go; notes, contacts and
 * copyright lines are remembered in the story. Embargoes were taken out before ({@link EmbargoLines}).
 *
 * @param kept the lines that readers see
 */
record CopyLines(List<String> kept) {
    private static final Pattern MORE =
            Pattern.compile("^(?:[-=/*(\\[\\s.]*(?:MORE|TO FOLLOW|MORE TO (?:FOLLOW|COME)|MORE FOLLOWS)[-=/*)\\]\\s.]*"
                    + "|[-=/*(\\[]+\\s*(?i:more|to follow|more to (?:follow|come)|more follows)[-=/*)\\]\\s.]*)$");
    private static final Pattern SIGN_OFF = Pattern.compile(
            "^(?:\\(?[a-zA-Z]{2,3}(?:[/-][a-zA-Z]{2,4}){1,3}\\)?|([a-z]{2,8})(?: [a-z]{2,4}){1,4}|[a-z]{2,3})$");
    private static final Pattern CREDIT = Pattern.compile(
            "^\\((?:Reporting|Writing|Editing|Compiled|Additional reporting|Report by|Edited)\\b[^)]{0,400}\\)?\\.?$");
    private static final Pattern NOTE = Pattern.compile(
            "^\\(?(?:(?i:eds?|editors?)\\.?:|EDITORS?\\b[^:_\\n]{0,30}[:_-]++|(?i:editor[s'\u2019]{0,3} note|note to editors?|ed note|ednote)\\s*+[:_-]++|ADVISORY\\s*+[:_-]++)\\s*+(.*)$");
    private static final Pattern WHAT_CHANGED = Pattern.compile(
            "^\\((Adds|Updates|Updating|Recasts|Corrects|Correcting|Refiles|Fixes|Removes|Clarifies|Changes)\\b[^)]{0,400}\\)?$");
    private static final Pattern REST_IS_NOTE = Pattern.compile(
            "^[#*=\\s]*(?i:the following information is not (?:intended )?for publication.{0,20}|notebook"
                    + "|notes? (?:to|for) editors|editors' notes|internet links?)[:\\s]*$");
    private static final int LINE = 500;

    static CopyLines of(List<String> lines, StoryBuilder story, Instant now) {
        List<String> kept = new ArrayList<>();
        boolean rest = false;
        boolean ended = false;
        boolean inNote = false;
        boolean copyYet = false;
        StringBuilder note = new StringBuilder();
        Imprint imprint = new Imprint(lines);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String text = line.strip();
            if (text.isEmpty() || inNote && (line.startsWith("\t") || line.startsWith("   "))) {
                flush(note, story);
                inNote = false;
            }
            if (text.isEmpty()) {
                kept.add("");
            } else if (text.length() > LINE) {
                if (ended || rest) {
                    story.note(text);
                } else {
                    kept.add(line);
                    copyYet = true;
                }
            } else if (EndMark.at(lines, at, imprint.belowCopy(at))) {
                ended = true;
            } else if (REST_IS_NOTE.matcher(text).matches()) {
                rest = true;
            } else if (rest || ended) {
                after(text, story, now);
            } else if (inNote) {
                note.append(' ').append(text);
            } else if (imprint.contact(at)) {
                story.note(text);
            } else if (imprint.copyright(at)) {
                // The rest of its sentence goes with it.
                inNote = imprint.goesOnBelow(at);
                flush(note, story);
                note.append(text);
                if (!inNote) {
                    flush(note, story);
                }
            } else if (NOTE.matcher(text).matches()) {
                inNote = note(text, note);
            } else if (!copyYet && WHAT_CHANGED.matcher(text).matches()) {
                changed(text, story);
                inNote = !text.endsWith(")");
                note.append(text, 1, text.endsWith(")") ? text.length() - 1 : text.length());
            } else {
                kept.add(line);
                copyYet = true;
            }
        }
        flush(note, story);
        trimTail(kept, story);
        return new CopyLines(kept);
    }

    private static boolean note(String text, StringBuilder note) {
        Matcher matcher = NOTE.matcher(text);
        matcher.matches();
        String said = matcher.group(1).strip();
        note.append(text.startsWith("(") && said.endsWith(")") ? said.substring(0, said.length() - 1) : said);
        return true;
    }

    private static void changed(String text, StoryBuilder story) {
        boolean correction = text.startsWith("(Correct") || text.startsWith("(Fixes") || text.startsWith("(Refiles");
        story.mark(new Marks("", !correction, correction, false, false, null, null, List.of()));
    }

    /** What stands behind the end of a story. */
    private static void after(String text, StoryBuilder story, Instant now) {
        if (MORE.matcher(text).matches()) {
            story.more = true;
        } else if (!signOff(text, story.agency) && !WireTimes.isStamp(text) && !text.matches("[#*=_\\s-]+")) {
            story.note(text.replaceAll("^[-#*\\s]+", ""));
        } else if (WireTimes.isStamp(text)) {
            story.sentAt(WireTimes.stamp(text, now));
        }
    }

    private static void flush(StringBuilder note, StoryBuilder story) {
        String text = note.toString().strip();
        story.note(text.endsWith(")") && !text.contains("(") ? text.substring(0, text.length() - 1) : text);
        note.setLength(0);
    }

    private static void trimTail(List<String> kept, StoryBuilder story) {
        while (!kept.isEmpty()) {
            int last = kept.size() - 1;
            String text = kept.get(last).strip();
            if (MORE.matcher(text).matches()) {
                story.more = true;
            } else if (CREDIT.matcher(text).matches()) {
                story.note(text.replaceAll("^\\(|\\)\\.?$", ""));
            } else if (last > 0
                    && text.endsWith(")")
                    && !text.contains("(")
                    && CREDIT.matcher(kept.get(last - 1).strip() + " " + text).matches()) {
                story.note((kept.get(last - 1).strip() + " " + text).replaceAll("^\\(|\\)\\.?$", ""));
                kept.remove(last);
                last--;
            } else if (!text.isEmpty()
                    && !(last > 0
                            && signOff(text, story.agency)
                            && kept.get(last - 1).matches("|.*[\\p{Punct}\u201d]\\s*"))) {
                return;
            }
            kept.remove(last);
        }
    }

    /** Initials of who wrote and edited, behind the agency's letters or alone. */
    private static boolean signOff(String text, String agency) {
        Matcher matcher = SIGN_OFF.matcher(text);
        return matcher.matches()
                && (matcher.group(1) == null
                        || AgencyLine.known(matcher.group(1))
                        || matcher.group(1).equalsIgnoreCase(agency));
    }

    static boolean isMore(String text) {
        return MORE.matcher(text.strip()).matches();
    }

    static boolean isNote(String text) {
        return NOTE.matcher(text.strip()).matches();
    }

    /** Lines that may stand between an end mark and the next story, and belong to the one before. */
    static boolean isTrailer(String text) {
        String line = text.strip();
        return line.isEmpty()
                || EndMark.is(line)
                || isMore(line)
                || Imprint.isLine(line)
                || signOff(line, null)
                || CREDIT.matcher(line).matches();
    }
}
