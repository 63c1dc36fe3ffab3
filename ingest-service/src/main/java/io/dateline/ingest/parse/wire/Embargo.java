package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An embargo line. {@link EmbargoLines} takes embargoes out of a story: {@link EmbargoSigns} tells by the table of
 * {@link EmbargoRule} which lines are any, {@link EmbargoBelow} what of the lines below belongs to them. When they end
 * stands here, of the dates ({@link EmbargoDay}) and times ({@link EmbargoClock}) that {@link EmbargoTerms} finds.
 *
 * <p>Dates and times are looked at twice on purpose: by the table as forms that tell an embargo from news, which may be
 * loose; by the terms to the minute, which must refuse whatever may be read in two ways.
 *
 * <p>What it leaves open is read so that no copy gets out too early, and where that is not known it is not
 * read at all ({@link EmbargoTerms}).
 *
 * @param until RFC 3339; as written where it cannot be read; null where the line names no time at all
 */
record Embargo(String until) {
    /** What stands before the time; a weekday before it belongs to the time where that has none. */
    private static final Pattern INTRODUCTION =
            EmbargoGrammar.compile("^NO_WORD{0,40}(WEEKDAY( COMMA)?NO_WORD{0,6}(?!ANY*(DAY)))?"
                    + "(?<words>(BEGINNING)(SEPARATORS(LEADING)){0,20})");

    private static final Pattern WEEKDAY_BEFORE =
            EmbargoGrammar.compile("^NO_WORD{0,40}WEEKDAY( COMMA)? KEY(?!ANY*(DAY|DATE))");
    /** A weekday before it that is further ahead may be the one on which copy was made, today or yesterday. */
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    /** At the end it says nothing of the time. */
    private static final Pattern NOT_FOR = EmbargoGrammar.compile("NOT_FOR END");

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
                    : EmbargoTerms.of(rest, sent).end();
            if (until.isAfter(sent.plus(FIVE_DAYS))
                    && WEEKDAY_BEFORE.matcher(tokens(line).codes()).find()) {
                throw new DateTimeException("that weekday, or the one on which it was made");
            }
            return new Embargo(OffsetDateTime.ofInstant(until, ZoneOffset.UTC).toString());
        } catch (DateTimeException unreadable) {
            // As written, to be refused: it must not be taken for none.
            return new Embargo(rest);
        }
    }

    /** What names the time; digits and a weekday before the word embargo are part of it. */
    static String rest(String line) {
        EmbargoTokens tokens = tokens(line);
        Matcher words = INTRODUCTION.matcher(tokens.codes());
        boolean any = words.find();
        int from = any ? tokens.start(words.end()) : 0;
        String before = any ? tokens.text().substring(0, tokens.start(words.start("words"))) : "";
        Matcher behind = NOT_FOR.matcher(tokens.codes());
        int to = behind.find(any ? words.end() : 0)
                ? tokens.start(behind.start())
                : tokens.text().length();
        return (before + tokens.text().substring(from, to)).replaceAll("^[^\\p{L}\\p{N}]+|[\\s*=<)\\]./-]+$", "");
    }

    /** A line that is too long for terms may be read as far as shows that. */
    private static EmbargoTokens tokens(String line) {
        String plain = EmbargoSigns.plain(line);
        return EmbargoTokens.of(plain.substring(0, Math.min(plain.length(), 2 * EmbargoTerms.LONGEST)));
    }

    /** Any other word may be one that makes another time of it. */
    private static boolean known(String zone) {
        return zone == null || !Character.isLetter(zone.charAt(0)) || EmbargoClock.zone(zone);
    }

    private static Instant instant(Matcher iso) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5), iso.group(6) == null ? 0 : number(iso, 6));
        return day.atTime(time).atZone(EmbargoClock.zone(iso.group(7), null)).toInstant();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** When it ends; null where it names no time or cannot be read. */
    OffsetDateTime end() {
        try {
            return until == null ? null : OffsetDateTime.parse(until);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Of several lines the one that ends last, or one that cannot be read; null where none names a time. */
    static String latest(List<Embargo> lines) {
        OffsetDateTime latest = null;
        for (Embargo line : lines) {
            OffsetDateTime end = line.end();
            if (end == null && line.until != null) {
                return line.until;
            }
            latest = end != null && (latest == null || end.isAfter(latest)) ? end : latest;
        }
        return latest == null ? null : latest.toString();
    }
}
