package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An embargo line. What it leaves open is read so that no copy gets out too early, and where that is not known it is not
 * read at all ({@link EmbargoTerms}).
 *
 * @param until RFC 3339; as written where it cannot be read; null where the line names no time at all
 */
record Embargo(String until) {
    /** Longer lines are not read, and so refused. */
    private static final int LONGEST = 400;

    private static final String WORDS_BEFORE_TIME = "(?:" + EmbargoWords.NOT_FOR
            + "|not before|(?:for )?(?:publication|release) or (?:broadcast|publication|use)"
            + "|for (?:release|publication|use|broadcast)|for|until|till|before|to|at|on"
            + "|up to|will be|lifts?|lifted|expires?|ends?|ended|is|release|date|time|and)";
    private static final Pattern INTRODUCTION =
            Pattern.compile("^([^\\p{L}]*)(?i:(?:strict(?:ly)? |under (?:strict )?)?"
                    + "(?:embargo(?:ed|es)?|" + EmbargoWords.NOT_FOR + "|hold for release|for release|release at)\\b"
                    + "(?:[:\\s,*=/\u2013\u2014-]*\\b" + WORDS_BEFORE_TIME + "\\b)*)");
    private static final Pattern GOES_ON = Pattern.compile("(?i).*\\b(?:until|till|before)\\W*");
    private static final Pattern COLON = Pattern.compile(".*:[\\s*=<]*");
    private static final Pattern UNTIL = Pattern.compile("^(?i:(?:not )?before|until|till)\\b\\W*");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):?(\\d{2})(?::?(\\d{2})(?:\\.\\d{1,9})?)?\\s*([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2})?");

    /**
     * Of what {@link EmbargoSigns#in} finds in a line.
     *
     * @param sent when the copy was sent, or is read where it does not say: what "Tuesday" is counted from
     */
    static Embargo of(String line, Instant sent) {
        String rest = rest(line);
        if (rest.isEmpty()) {
            return new Embargo(null);
        }
        try {
            Matcher iso = ISO.matcher(rest);
            Instant until = iso.matches() && known(iso.group(7))
                    ? instant(iso)
                    : terms(rest, sent).end();
            return new Embargo(OffsetDateTime.ofInstant(until, ZoneOffset.UTC).toString());
        } catch (DateTimeException unreadable) {
            // As written, to be refused: it must not be taken for none.
            return new Embargo(rest);
        }
    }

    /** Whether a line below may belong to it: below one that names nothing it may be the day on which copy was made. */
    static boolean mayGoOn(String line, String below, Instant now) {
        return line.length() <= LONGEST
                && (!rest(line).isEmpty()
                        || GOES_ON.matcher(line).matches()
                        || UNTIL.matcher(below).lookingAt()
                        || COLON.matcher(line).matches() && hasTime(below, now));
    }

    private static boolean hasTime(String line, Instant now) {
        try {
            return !terms(line, now).lackTime();
        } catch (DateTimeException somethingElse) {
            return false;
        }
    }

    static boolean readable(String line, Instant now) {
        return ended(of(line, now)) != null;
    }

    /** Whether a day below a line that can be read is none of its own, but the earlier one on which it was made. */
    static boolean madeOn(String below, String line, Instant now) {
        try {
            terms(rest(line + " " + below), now).end();
            return false;
        } catch (DateTimeException unreadable) {
            OffsetDateTime end = ended(of(line, now));
            OffsetDateTime made = ended(of("EMBARGO " + below, now));
            return EmbargoTerms.ANOTHER_WEEKDAY.equals(unreadable.getMessage())
                    && end != null
                    && made != null
                    && made.isBefore(end);
        }
    }

    private static OffsetDateTime ended(Embargo embargo) {
        try {
            return embargo.until == null ? null : OffsetDateTime.parse(embargo.until);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Whether a line is without a date, and so may have it in words below. */
    static boolean lacksDate(String line, Instant now) {
        try {
            return terms(rest(line), now).lackDate();
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** Whether a line below begins with the date or the time that it lacks. */
    static boolean completedBy(String below, String line, Instant now) {
        try {
            EmbargoTerms terms = terms(rest(line), now);
            return terms.lackDate() && EmbargoSigns.beginsWithDay(below)
                    || terms.lackTime() && EmbargoSigns.beginsWithTime(below);
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** Whether a line below one, or both, are nothing but a day or a time. */
    static boolean nothingElse(String line, Instant now) {
        try {
            return terms(UNTIL.matcher(rest(line)).replaceFirst(""), now).alone();
        } catch (DateTimeException somethingElse) {
            return false;
        }
    }

    private static EmbargoTerms terms(String text, Instant sent) {
        if (text.length() > LONGEST) {
            throw new DateTimeException("too long");
        }
        return new EmbargoTerms(text.toUpperCase(Locale.ROOT), sent);
    }

    /** What names the time; digits before the word embargo are part of it. */
    private static String rest(String line) {
        String plain = EmbargoSigns.plain(line);
        String head = plain.substring(0, Math.min(plain.length(), 2 * LONGEST));
        return INTRODUCTION.matcher(head).replaceFirst("$1 ").replaceAll("^[^\\p{L}\\p{N}]+|[\\s*=<)\\]./-]+$", "");
    }

    /** Any other word may be one that makes another time of it. */
    private static boolean known(String zone) {
        return zone == null || !Character.isLetter(zone.charAt(0)) || EmbargoClock.zone(zone);
    }

    /** Of several lines the one that ends last, or one that cannot be read; null where none names a time. */
    static String latest(List<Embargo> lines) {
        String latest = null;
        for (Embargo line : lines) {
            if (line.until == null) {
                continue;
            }
            try {
                boolean later =
                        latest == null || OffsetDateTime.parse(line.until).isAfter(OffsetDateTime.parse(latest));
                latest = later ? OffsetDateTime.parse(line.until).toString() : latest;
            } catch (DateTimeException unreadable) {
                return line.until;
            }
        }
        return latest;
    }

    private static Instant instant(Matcher iso) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5), iso.group(6) == null ? 0 : number(iso, 6));
        return day.atTime(time).atZone(EmbargoClock.zone(iso.group(7), null)).toInstant();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
