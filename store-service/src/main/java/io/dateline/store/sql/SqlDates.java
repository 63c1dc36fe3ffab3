package io.dateline.store.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;

/**
 * Dates as PostgreSQL reads them. ISO 8601 has a year 0 and a sign before years of five digits; PostgreSQL knows neither
 * and has the year 1 BC.
 */
public final class SqlDates {
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
            .appendPattern("-MM-dd")
            .toFormatter();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("'T'HH:mm:ss.SSSSSSSSSXXX");

    private SqlDates() {}

    /** {@code 2026-11-26}. */
    public static String text(LocalDate day) {
        return DAY.format(day) + era(day.getYear());
    }

    /** In UTC, to the nanosecond. */
    public static String text(Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        return DAY.format(at) + TIME.format(at) + era(at.getYear());
    }

    private static String era(int year) {
        return year > 0 ? "" : " BC";
    }
}
