package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An embargo line. What it leaves open is read so that no copy gets out too early: without a zone the time counts where
 * the day ends last on earth (UTC-12); without a date it is the first such time after the copy was sent, on the weekday
 * it names; midnight is the end of the day it is named with. Where words are left that may name a day, or a date could
 * be two, it is not read at all.
 *
 * @param until RFC 3339; as written where it cannot be read; null where the line names no time at all
 */
record Embargo(String until) {
    private static final Pattern STARTS = Pattern.compile(
            "^[^\\p{L}\\n]{0,6}(?:EMBARGO(?:ED|ES)?|Embargo(?:ed)?|STRICTLY EMBARGOED|NOT FOR (?:RELEASE|PUBLICATION|USE)"
                    + "(?: OR \\p{Lu}+)? (?:BEFORE|UNTIL|TILL)|(?i:hold for release)|(?i:release at)|UNDER EMBARGO)\\b.{0,160}$");
    private static final Pattern INTRODUCTION = Pattern.compile(
            "^[^\\p{L}]*(?i:strictly |under )?(?i:embargo(?:ed|es)?|not for (?:release|publication|use)(?: or \\p{L}+)?"
                    + "|hold for release|release at)\\b(?i:[:\\s,-]*(?:for release|for publication|until|till|before|to|at|on|up to))*[:\\s,-]*");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):?(\\d{2})(?::?\\d{2}(?:\\.\\d{1,9})?)?\\s*(Z|[A-Za-z]{2,5}|[+-]\\d{2}:?\\d{2})?");

    static boolean starts(String line) {
        return STARTS.matcher(line.strip()).matches();
    }

    /**
     * Of a line for which {@link #starts} holds.
     *
     * @param sent when the copy was sent, or is read where it does not say: what "Tuesday" is counted from
     */
    static Embargo of(String line, Instant sent) {
        String rest = INTRODUCTION
                .matcher(line.strip())
                .replaceFirst("")
                .replaceAll("[\\s*=<)\\]./-]+$", "")
                .strip();
        if (rest.isEmpty()) {
            return new Embargo(null);
        }
        try {
            return new Embargo(
                    OffsetDateTime.ofInstant(read(rest, sent), ZoneOffset.UTC).toString());
        } catch (DateTimeException unreadable) {
            // As written, to be refused: it must not be taken for none.
            return new Embargo(rest);
        }
    }

    private static Instant read(String written, Instant sent) {
        Matcher iso = ISO.matcher(written);
        if (iso.find()) {
            LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5));
            ZoneId zone = EmbargoClock.zone(iso.group(6), null);
            return day.atTime(time).atZone(zone).toInstant();
        }
        // The date goes first: what is left of it would pass for a time.
        StringBuilder rest = new StringBuilder(written);
        LocalDate day = EmbargoDay.cut(rest, sent);
        EmbargoClock clock = EmbargoClock.cut(rest);
        if (day == null) {
            return EmbargoDay.first(rest.toString(), clock, sent);
        }
        return clock == null ? EmbargoClock.BEGINNING.on(day) : clock.on(day);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
