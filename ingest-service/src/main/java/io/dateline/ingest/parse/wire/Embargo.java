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
    /** In capitals, or as a sentence begins; "Embargo on arms lifted" is news. */
    private static final Pattern STARTS =
            Pattern.compile("^[^\\p{L}\\n]{0,6}(?=\\p{Lu})(?:EMBARGO(?:ED|ES)?\\b(?! (?:ON|AGAINST|OF|LIFTED)\\b)"
                    + "|(?i:embargo(?:ed|es)?)\\b(?=[^\\p{L}\\p{N}]*(?:$|\\d|(?i:until|till|before|to|at|for|up to)\\b)|\\s*[:*=\u2013\u2014-])"
                    + "|(?i:strictly embargoed|under embargo|hold for release|release at)\\b"
                    + "|(?i:not for (?:release|publication|use)(?: or \\p{L}+)? (?:before|until|till))\\b).{0,400}$");

    private static final Pattern INTRODUCTION = Pattern.compile(
            "^[^\\p{L}]*(?i:strictly |under )?(?i:embargo(?:ed|es)?|not for (?:release|publication|use)(?: or \\p{L}+)?"
                    + "|hold for release|release at)\\b"
                    + "(?i:[:\\s,-]*\\b(?:for (?:release|publication|use)|for|until|till|before|to|at|on|up to)\\b)*[:\\s,-]*");
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
            Matcher iso = ISO.matcher(rest);
            Instant until = iso.matches() ? instant(iso) : new EmbargoTerms(rest.toUpperCase(Locale.ROOT), sent).end();
            return new Embargo(OffsetDateTime.ofInstant(until, ZoneOffset.UTC).toString());
        } catch (DateTimeException unreadable) {
            // As written, to be refused: it must not be taken for none.
            return new Embargo(rest);
        }
    }

    /** Whether a line below one is nothing but the day of it. */
    static boolean goesOn(String line, Instant now) {
        try {
            return !line.isBlank() && new EmbargoTerms(line.toUpperCase(Locale.ROOT), now).nameOnlyADay();
        } catch (DateTimeException somethingElse) {
            return false;
        }
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
        LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5));
        return day.atTime(time).atZone(EmbargoClock.zone(iso.group(6), null)).toInstant();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
