package io.dateline.store.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as a page shows it. The browser's script keeps {@link #relative} true while the page stands open.
 *
 * @param iso      for {@code <time datetime>}; never null
 * @param absolute {@code 23 Sep 2025, 14:02 UTC}; never null
 * @param relative {@code 3 min ago}; a date where that is more telling; never null
 * @param exact    false where only the day is known: then both are that day
 */
public record Moment(String iso, String absolute, String relative, boolean exact) {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PRECISE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Null where the instant is null. */
    static Moment of(Instant instant, Instant now) {
        return instant == null
                ? null
                : new Moment(instant.toString(), FULL.format(instant), relative(instant, now), true);
    }

    /** A day whose hour nobody stated. Null where the instant is null. */
    static Moment ofDay(Instant instant) {
        return instant == null
                ? null
                : new Moment(instant.toString().substring(0, 10), DAY.format(instant), DAY.format(instant), false);
    }

    /** {@code 23 Sep 2025, 14:02:07 UTC}, for what follows within a minute; the day where only that is known; never null. */
    public String precise() {
        return exact ? PRECISE.format(Instant.parse(iso)) : absolute;
    }

    /** {@code 22 Nov}, with the year where it is not this one; never null. */
    static String dayOf(Instant instant, Instant now) {
        String day = DAY.format(instant);
        String year = " " + now.atZone(ZoneOffset.UTC).getYear();
        return day.endsWith(year) ? day.substring(0, day.length() - year.length()) : day;
    }

    private static String relative(Instant instant, Instant now) {
        Duration age = Duration.between(instant, now);
        if (age.compareTo(Duration.ofMinutes(-1)) < 0 || age.toDays() >= 7) {
            return DAY.format(instant);
        }
        if (age.toSeconds() < 60) {
            return "just now";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " min ago";
        }
        if (age.toHours() < 24) {
            return age.toHours() + " h ago";
        }
        return age.toDays() == 1 ? "1 day ago" : age.toDays() + " days ago";
    }
}
