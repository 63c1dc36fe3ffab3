package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoSignsTest {
    /** A Saturday. */
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Embargo lifts at 0001 GMT Jan 13|2026-01-13T00:01Z",
                "Embargo expires 0001 GMT Tuesday|2026-01-13T00:01Z",
                "Embargo ends 0001 GMT Tuesday|2026-01-13T00:01Z",
                "Embargo date: 13 January 2026|2026-01-13T12:00Z",
                "Embargo Time: 0001 GMT 13 January|2026-01-13T00:01Z",
                "Embargoed Tuesday 13 January 0001 GMT|2026-01-13T00:01Z",
                "Embargoed Jan 13 0001 GMT|2026-01-13T00:01Z",
                "Embargoed release: 0001 GMT Jan 13|2026-01-13T00:01Z",
                "EMBARGO LIFTED AT 0900 GMT JAN 13|2026-01-13T09:00Z",
                "hold for release until 0001 GMT|2026-01-11T00:01Z",
                "STRICT EMBARGO: 00.01 GMT Tuesday|2026-01-13T00:01Z",
                "Strict embargo until 0001 GMT Jan 13|2026-01-13T00:01Z",
                "****** EMBARGOED until 0001 GMT Jan 13 ******|2026-01-13T00:01Z",
                "embargoed until 0001 GMT Jan 13|2026-01-13T00:01Z",
                // behind other words
                "EDS: EMBARGOED UNTIL 0001 GMT JAN 13|2026-01-13T00:01Z",
                "Note to editors: embargoed until 0001 GMT Jan 13|2026-01-13T00:01Z",
                "This report is embargoed until 00:01 GMT Jan 13|2026-01-13T00:01Z",
                "ATTENTION: NEW EMBARGO 0900 GMT JAN 13|2026-01-13T09:00Z",
                "THIS STORY IS EMBARGOED UNTIL TUESDAY, JANUARY 13|2026-01-13T12:00Z",
                // not to be read, and not to be published
                "EMBARGOED: CHECK AGAINST DELIVERY|CHECK AGAINST DELIVERY",
                "EMBARGOED FOR SUNDAY PAPERS|SUNDAY PAPERS",
                "EMBARGOED FOR 24 HOURS|24 HOURS",
                "EMBARGOED COPY|COPY",
                "Embargoed until the minister has spoken|the minister has spoken",
            })
    void knowsEmbargoesHoweverTheyAreWorded(String line, String until) {
        // when
        String embargo = EmbargoSigns.in(line);
        // then
        assertThat(embargo).isNotNull();
        assertThat(Embargo.of(embargo, NOW).until()).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Embargo on arms to be lifted",
                "Embargo on arms lifted",
                "EMBARGO ON IRANIAN OIL TIGHTENED",
                "Embargoed goods were found in Baku",
                "embargoed until Monday, said the ministry",
                "Embargo to be lifted, minister says",
                "Embargo to stay, minister says",
                "Embargo-busting tankers seen off Baku",
                "EMBARGO-BUSTING TANKERS: 12 SEEN",
                "EMBARGO TALKS RESUME",
                "EMBARGO WAS NEVER AGREED",
                "EMBARGO TO BE LIFTED",
                "EMBARGO LIFTED, 12 TANKERS SAIL",
                "Embargo lifted on Monday",
                "The minister will report embargo to the council",
                "of material embargoed for years",
                "Release at last for the hostages",
            })
    void takesNewsOfEmbargoesForNews(String line) {
        // when, then
        assertThat(EmbargoSigns.in(line)).isNull();
    }

    @Test
    void refusesAnEmbargoThatIsAWholeParagraph() {
        // given: more behind it than a line can say
        String line = "EMBARGOED until 0001 GMT Jan 13 " + "The minister spoke. ".repeat(50);
        // when
        Embargo embargo = Embargo.of(EmbargoSigns.in(line), NOW);
        // then
        assertThat(embargo.until()).startsWith("0001 GMT Jan 13 The minister");
    }
}
