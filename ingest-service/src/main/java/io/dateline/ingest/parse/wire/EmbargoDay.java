package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day an embargo line names, in full or by the weekday. */
final class EmbargoDay {
    /** Four digits and a zone are a time. */
    private static final String YEAR = "(20\\d{2}\\b(?!\\s*(?:hrs?|hours|h)?\\s*\\(?(?:GMT|UTC|Z|BST|[A-Z]{1,3}T)\\b))";

    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b([A-Za-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.h]\\d)(?:,? " + YEAR + ")?");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<![:.])\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([A-Za-z]{3,9})\\b\\.?,?(?:[ -](?:"
                    + YEAR + "|(\\d{2})\\b(?![:.h]\\d)))?");
    private static final Pattern NUMERIC = Pattern.compile("\\b(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Zones that are not known are none: the time counts where the day ends last. */
    private static final Pattern SOME_ZONE = Pattern.compile("(?!NEXT|LAST|FIRST|SEPT|OCT)[A-Z]{1,3}[SD]?T");
    /** What says nothing of the day. */
    private static final Set<String> PLAIN = Set.of(
            "AT",
            "ON",
            "THE",
            "THIS",
            "TODAY",
            "LOCAL",
            "TIME",
            "HOURS",
            "HRS",
            "H",
            "STANDARD",
            "DAYLIGHT",
            "SUMMER",
            "EASTERN",
            "CENTRAL",
            "MOUNTAIN",
            "PACIFIC",
            "EUROPEAN",
            "LONDON",
            "NEW",
            "YORK");

    private static final String TOMORROW = "TOMORROW";

    private EmbargoDay() {}

    /**
     * The date, taken out of the text; null where there is none.
     *
     * @param sent brings the year that makes it nearest, where none is named
     * @throws DateTimeException there is no such day, or it may be one of two
     */
    static LocalDate cut(StringBuilder text, Instant sent) {
        Matcher monthFirst = withMonth(MONTH_DAY, 1, text);
        Matcher dayFirst = withMonth(DAY_MONTH, 2, text);
        if (monthFirst != null && (dayFirst == null || monthFirst.start() < dayFirst.start())) {
            return named(text, monthFirst, monthFirst.group(1), monthFirst.group(2), monthFirst.group(3), sent);
        }
        if (dayFirst != null) {
            String year = dayFirst.group(dayFirst.group(4) == null ? 3 : 4);
            return named(text, dayFirst, dayFirst.group(2), dayFirst.group(1), year, sent);
        }
        Matcher year = YEAR_FIRST.matcher(text.toString());
        if (year.find()) {
            text.replace(year.start(), year.end(), " ");
            return LocalDate.of(number(year, 1), number(year, 2), number(year, 3));
        }
        Matcher numeric = NUMERIC.matcher(text.toString());
        if (!numeric.find()) {
            return null;
        }
        text.replace(numeric.start(), numeric.end(), " ");
        return numeric(numeric);
    }

    /** At the first place where the word is a month; null where there is none. */
    private static Matcher withMonth(Pattern form, int word, StringBuilder text) {
        Matcher m = form.matcher(text.toString());
        boolean found = m.find();
        while (found && WireTimes.month(m.group(word)) == 0) {
            found = m.find();
        }
        return found ? m : null;
    }

    private static LocalDate named(StringBuilder text, Matcher at, String word, String day, String year, Instant sent) {
        text.replace(at.start(), at.end(), " ");
        int month = WireTimes.month(word);
        return year == null
                ? nearest(month, Integer.parseInt(day), sent)
                : LocalDate.of(WireTimes.year(year), month, Integer.parseInt(day));
    }

    private static LocalDate nearest(int month, int day, Instant sent) {
        LocalDate nearest = WireTimes.nearest(month, day, sent);
        if (nearest == null) {
            throw new DateTimeException("no such day");
        }
        return nearest;
    }

    /** With dots the day comes first; with slashes it depends on who writes. */
    private static LocalDate numeric(Matcher m) {
        int one = number(m, 1);
        int other = number(m, 3);
        boolean slashes = m.group(2).equals("/");
        if (slashes && one <= 12 && other <= 12 && one != other) {
            throw new DateTimeException("it may be one of two days");
        }
        boolean monthFirst = slashes && other > 12;
        return LocalDate.of(WireTimes.year(m.group(4)), monthFirst ? one : other, monthFirst ? other : one);
    }

    /**
     * The first such time after the copy was sent, on the weekday that is named.
     *
     * @param rest  what the line says besides the time
     * @param clock or null
     * @throws DateTimeException there is no time, or what is left may name a day
     */
    static Instant first(String rest, EmbargoClock clock, Instant sent) {
        if (clock == null) {
            throw new DateTimeException("neither day nor time");
        }
        LocalDate today = sent.atZone(clock.zone()).toLocalDate();
        List<LocalDate> named = new ArrayList<>();
        for (Matcher word = WORD.matcher(rest.toUpperCase(Locale.ROOT)); word.find(); ) {
            DayOfWeek weekday = weekday(word.group());
            if (weekday != null) {
                named.add(today.with(TemporalAdjusters.nextOrSame(weekday)));
            } else if (word.group().equals(TOMORROW)) {
                named.add(tomorrow(clock, sent));
            } else if (!PLAIN.contains(word.group())
                    && !EmbargoClock.zone(word.group())
                    && !SOME_ZONE.matcher(word.group()).matches()) {
                throw new DateTimeException("words that may name a day");
            }
        }
        // Of two, the later one.
        LocalDate day = named.isEmpty() ? today : Collections.max(named);
        Instant at = clock.on(day);
        return at.isAfter(sent) ? at : clock.on(day.plusDays(named.isEmpty() ? 1 : 7));
    }

    /** Where no zone is told, it may be tomorrow already where the sender is. */
    private static LocalDate tomorrow(EmbargoClock clock, Instant sent) {
        boolean unknown = clock.zone().equals(EmbargoClock.LAST_ON_EARTH);
        return sent.atZone(unknown ? ZoneOffset.ofHours(14) : clock.zone())
                .toLocalDate()
                .plusDays(1);
    }

    /** In full, or its beginning of three letters or more; null where it is none. */
    private static DayOfWeek weekday(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.length() >= 3 && day.name().startsWith(word)) {
                return day;
            }
        }
        return null;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
