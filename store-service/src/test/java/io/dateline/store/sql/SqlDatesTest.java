package io.dateline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SqlDatesTest {
    @Test
    void writesOrdinaryDatesAsIsoDoes() {
        assertThat(SqlDates.text(LocalDate.of(2026, 11, 6))).isEqualTo("2026-11-06");
        assertThat(SqlDates.text(Instant.parse("2026-11-06T07:08:09.000000123Z")))
                .isEqualTo("2026-11-06T07:08:09.000000123Z");
    }

    @Test
    void hasNoYearZero() {
        assertThat(SqlDates.text(LocalDate.of(0, 2, 29))).isEqualTo("0001-02-29 BC");
        assertThat(SqlDates.text(LocalDate.of(1, 1, 1))).isEqualTo("0001-01-01");
        assertThat(SqlDates.text(Instant.parse("0000-01-01T00:00:00Z"))).isEqualTo("0001-01-01T00:00:00.000000000Z BC");
    }

    @Test
    void hasNoSignBeforeLongYears() {
        assertThat(SqlDates.text(LocalDate.of(9999, 12, 31).plusDays(1))).isEqualTo("10000-01-01");
    }
}
