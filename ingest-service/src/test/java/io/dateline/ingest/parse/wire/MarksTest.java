package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US-FINANCE-FED (1st Ld)|US-FINANCE-FED|update|1",
                "BC-CT--Fatal Crash,1st Ld-Writethru|BC-CT--Fatal Crash|update|1",
                "BC-BKN--Heat-Hawks 2ndLd-Writethru,416|BC-BKN--Heat-Hawks|update|2",
                "GLOBAL-PRECIOUS/ (UPDATE 1)|GLOBAL-PRECIOUS|update|1",
                "INDIA-MONSOON (2nd take)|INDIA-MONSOON|add|2",
                "INDIA-MONSOON -2-|INDIA-MONSOON|add|2",
                "BC-X, Correction|BC-X|correction|",
                "EU-GAS (CORRECTED)|EU-GAS|correction|",
                "BC-ME--Ferry Fire,KILL|BC-ME--Ferry Fire|kill|",
                "KILL EU-GAS|KILL EU-GAS|none|",
                "US-POLICE-KILL|US-POLICE-KILL|none|",
                "US-UPDATE-RULES|US-UPDATE-RULES|none|",
            })
    void readsTheMarksBehindASlug(String line, String slug, String kind, Integer number) {
        // given a slug line
        // when
        Marks marks = Marks.ofSlug(line);
        // then
        assertThat(marks.text()).isEqualTo(slug);
        assertThat(kind(marks)).isEqualTo(kind);
        assertThat(marks.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE 2-Fed raises rates|Fed raises rates|update|2",
                "CORRECTED-Fed raises rates|Fed raises rates|correction|",
                "CORRECTION: Fed raises rates|Fed raises rates|correction|",
                "KILL: Fed raises rates|Fed raises rates|kill|",
                "WITHDRAWN - Fed raises rates|Fed raises rates|kill|",
                "1ST LEAD Fed raises rates|Fed raises rates|update|1",
                "Fed raises rates (UPDATED)|Fed raises rates|update|",
                "URGENT - Fed raises rates|Fed raises rates|none|",
                "Kill Bill director returns|Kill Bill director returns|none|",
                "Updated rules for lifts|Updated rules for lifts|none|",
                "Correction facility closes|Correction facility closes|none|",
                "Extra trains for the holidays|Extra trains for the holidays|none|",
            })
    void readsTheMarksOfAHeadline(String line, String headline, String kind, Integer number) {
        // given a headline
        // when
        Marks marks = Marks.ofLine(line);
        // then
        assertThat(marks.text()).isEqualTo(headline);
        assertThat(kind(marks)).isEqualTo(kind);
        assertThat(marks.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"FLASH, 1", "BULLETIN, 2", "URGENT, 3", "EXTRA, 3"})
    void tellsHowUrgentItIs(String line, int urgency) {
        // given a line with nothing else
        // when
        Marks marks = Marks.ofLine(line);
        // then
        assertThat(marks.urgency()).isEqualTo(urgency);
        assertThat(marks.text()).isEmpty();
        assertThat(marks.follows()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "131446 GMT Nov 13|2013-11-13T14:46:00Z",
                "131446 GMT Nov|2025-11-13T14:46:00Z",
                "131446 GMT Nov 25|2025-11-13T14:46:00Z",
                "101105|2026-01-10T11:05:00Z",
                "312359 GMT Dec 25|2025-12-31T23:59:00Z",
                "292510|",
                "310800 GMT Feb 25|",
            })
    void readsDayHourMinute(String stamp, Instant at) {
        // given a stamp
        // when
        Instant read = WireTimes.stamp(stamp, NOW);
        // then
        assertThat(read).isEqualTo(at);
    }

    private static String kind(Marks marks) {
        List<String> kinds = new java.util.ArrayList<>();
        if (marks.update()) {
            kinds.add("update");
        }
        if (marks.correction()) {
            kinds.add("correction");
        }
        if (marks.kill()) {
            kinds.add("kill");
        }
        if (marks.add()) {
            kinds.add("add");
        }
        return kinds.isEmpty() ? "none" : String.join(",", kinds);
    }
}
