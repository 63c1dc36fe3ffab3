package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.RecordPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPositionTest {
    private static final RecordPosition POSITION =
            new RecordPosition("articles.raw", 3, 42, Instant.parse("2026-11-20T08:00:00.123Z"));

    @Test
    void travelsInHeaders() {
        // Given
        Headers headers = new RecordHeaders();

        // When
        POSITION.addAsRaw(headers);

        // Then
        assertThat(RecordPosition.rawOf(headers)).isEqualTo(POSITION);
        assertThat(RecordPosition.rawOf(new RecordHeaders())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "dl_raw_topic, a b",
        "dl_raw_topic, ''",
        "dl_raw_partition, -1",
        "dl_raw_partition, 9999999999",
        "dl_raw_offset, x",
        "dl_raw_offset, 9999999999999999999",
    })
    void isNotTakenFromOddHeaders(String name, String value) {
        // Given
        Headers headers = new RecordHeaders();
        POSITION.addAsRaw(headers);

        // When
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(RecordPosition.rawOf(headers)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, true",
        "1969-12-31T23:59:59Z, false",
        "9999-12-31T23:59:59Z, true",
        "+10000-01-01T00:00:00Z, false",
        "yesterday, false",
    })
    void readsTimesOfTheYears1970To9999(String value, boolean read) {
        // Given
        Headers headers = new RecordHeaders();

        // When
        headers.add(MessageHeaders.CE_TIME, value.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(RecordPosition.time(headers, MessageHeaders.CE_TIME) != null).isEqualTo(read);
    }
}
