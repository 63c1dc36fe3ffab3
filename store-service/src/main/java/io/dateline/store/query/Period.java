package io.dateline.store.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A span of time.
 *
 * @param from first instant, or null where it is open
 * @param to   first instant after it, or null where it is open
 */
public record Period(Instant from, Instant to) {
    /** All of time. */
    public static final Period ALWAYS = new Period(null, null);

    public boolean always() {
        return from == null && to == null;
    }

    /** The part of it that ends with this instant, to the microsecond that PostgreSQL keeps. */
    Period upTo(Instant last) {
        Instant end = last.plusNanos(1_000);
        return to != null && to.isBefore(end) ? this : new Period(from, end);
    }

    /** The day in UTC it begins in, or null where it is open. */
    LocalDate firstDay() {
        return from == null ? null : from.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The first day in UTC of which it holds nothing, or null where it is open. */
    LocalDate dayAfter() {
        if (to == null) {
            return null;
        }
        LocalDate day = to.atZone(ZoneOffset.UTC).toLocalDate();
        return to.equals(day.atStartOfDay(ZoneOffset.UTC).toInstant()) ? day : day.plusDays(1);
    }

    /** Whether an instant lies in it. */
    public boolean holds(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }
}
