package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoTest {
    /** A Saturday. */
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMBARGOED until 0900 GMT Sept 24, 2025|2025-09-24T09:00Z",
                "EMBARGOED UNTIL 00:01 GMT, Wednesday 24 September 2025|2025-09-24T00:01Z",
                "EMBARGO: 2025-09-24T09:00:00+02:00|2025-09-24T07:00Z",
                "EMBARGOED FOR RELEASE AT 6 a.m. EST Jan. 12|2026-01-12T11:00Z",
                "NOT FOR RELEASE BEFORE 24.09.2025 18.30 CEST|2025-09-24T16:30Z",
                "NOT FOR RELEASE BEFORE 02.03.2026 18.30 CET|2026-03-02T17:30Z",
                "HOLD FOR RELEASE UNTIL 12:30 p.m. ET Feb 3, 2026|2026-02-03T17:30Z",
                "EMBARGOED until 0001 GMT 1/31/2026|2026-01-31T00:01Z",
                "EMBARGOED until 0001 GMT 31/1/2026|2026-01-31T00:01Z",
                "EMBARGOED until 0001 GMT 2/2/2026|2026-02-02T00:01Z",
                "EMBARGOED until 2026-01-31 0001 GMT|2026-01-31T00:01Z",
                // four digits and a zone are a time, and so are two with a dot
                "EMBARGOED until March 12 2030 GMT|2026-03-12T20:30Z",
                "EMBARGOED until 12 March 1830 GMT|2026-03-12T18:30Z",
                "EMBARGOED until 12 March 18.30 CET|2026-03-12T17:30Z",
                "EMBARGOED until 18.30 Jan 12, 2026|2026-01-13T06:30Z",
                "EMBARGOED until 06:00 12 Jan GMT|2026-01-12T06:00Z",
                "EMBARGOED until 12 March 27, 0900 GMT|2027-03-12T09:00Z",
                "EMBARGOED until 12 March, 10 a.m. GMT|2026-03-12T10:00Z",
                "EMBARGOED until 13 January 11 p.m. EST|2026-01-14T04:00Z",
                "EMBARGOED until 12 January, 12 noon GMT|2026-01-12T12:00Z",
                "EMBARGOED until 12 January 18 hrs GMT|2026-01-12T18:00Z",
                "EMBARGOED until 12 January 2000 hrs|2026-01-13T08:00Z",
                "EMBARGOED until 12 January 2000 London time|2026-01-13T08:00Z",
                "EMBARGOED until 9 a.m. Aug 12, 2026 GMT|2026-08-12T09:00Z",
                "EMBARGOED until 0900 GMT Sept 24, 2019|2019-09-24T09:00Z",
                "EMBARGOED until Jan 12 1800Z|2026-01-12T18:00Z",
                "EMBARGOED UNTIL 1800HRS. MONDAY JANUARY 12|2026-01-13T06:00Z",
                "EMBARGOED UNTIL 0001 GMT 13TH JANUARY 2026|2026-01-13T00:01Z",
                "EMBARGO - 0001 GMT JANUARY 13TH, 2026|2026-01-13T00:01Z",
                "EMBARGOED until 2026-01-12 06:00 PM EST|2026-01-12T23:00Z",
                "EMBARGOED until 2026-01-12 09:00 UTC-5|2026-01-12T14:00Z",
                "Strictly embargoed until 0001 GMT, Jan 12|2026-01-12T00:01Z",
                "Not for publication before 0001 GMT, Jan 12|2026-01-12T00:01Z",
                "Under embargo until 0001 GMT, Jan 12|2026-01-12T00:01Z",
                // one moment in two zones, and several times of which the latest counts
                "EMBARGOED until 0001 GMT Jan 12 (1901 EST Jan 11)|2026-01-12T00:01Z",
                // which of them the day belongs to is not said
                "EMBARGOED until 0001 GMT/1901 EST Jan 12|2026-01-13T00:01Z",
                "EMBARGOED until 0001 GMT (1901 EST Jan 11)|2026-01-12T00:01Z",
                "EMBARGOED until 0001 BST / 2301 GMT Jan 12|2026-01-12T23:01Z",
                "EMBARGO: issued 1800 GMT 10 January 2026, for release 1800 GMT 12 January 2026|2026-01-12T18:00Z",
                "EMBARGOED until 1800 GMT JAN 12 (PRINT), 1800 GMT JAN 13 (BROADCAST)|2026-01-13T18:00Z",
                "EMBARGOED until 1200 GMT JAN 12 (PRINT), 0700 EST JAN 13 (BROADCAST)|2026-01-13T12:00Z",
                "13.01.2026 EMBARGO UNTIL 0001 GMT|2026-01-13T00:01Z",
                "EMBARGO: 2026-01-12T09:00:59.5Z|2026-01-12T09:00:59Z",
                "EMBARGOED until 2026-01-12 06:00 PM|2026-01-13T06:00Z",
                "EMBARGOED until 0001 HKT Jan 13|2026-01-12T16:01Z",
                "EMBARGOED until 0900 GMT+0200 Jan 12|2026-01-12T07:00Z",
                "EMBARGOED until 0001 BST Jan 13|2026-01-13T00:01Z",
                "EMBARGOED until 0001 BST Jul 1|2026-06-30T23:01Z",
                // clocks are put back, and come to this time twice
                "EMBARGOED until 1:30 a.m. ET Nov 1, 2026|2026-11-01T06:30Z",
                "EMBARGO: issued 10 January 2026, for release 0001 GMT 12 January 2026|2026-01-12T00:01Z",
                "EMBARGOED until Jan 12 10:00/15:00 GMT|2026-01-12T22:00Z",
                "EMBARGOED until 1800 GMT Jan 12, briefing at noon GMT|2026-01-12T18:00Z",
                // without a zone: where the day ends last
                "EMBARGOED until 09:00, 12 January 2026|2026-01-12T21:00Z",
                "EMBARGOED until Jan 12, 2026|2026-01-12T12:00Z",
                "EMBARGOED until 2026-01-12|2026-01-12T12:00Z",
                "EMBARGOED until noon AEST Jan 12|2026-01-13T00:00Z",
                // the year that is nearest
                "EMBARGOED until 0001 GMT Dec 31|2025-12-31T00:01Z",
            })
    void readsTheDayItNames(String line, String until) {
        // given an embargo line
        assertThat(EmbargoSigns.in(line)).isEqualTo(line);
        // when
        Embargo embargo = Embargo.of(line, NOW);
        // then
        assertThat(embargo.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMBARGOED UNTIL MIDNIGHT GMT|2026-01-11T00:00Z",
                "EMBARGOED UNTIL MIDNIGHT|2026-01-11T12:00Z",
                "EMBARGOED UNTIL MIDNIGHT TONIGHT (CET)|2026-01-11T12:00Z",
                "EMBARGOED UNTIL MIDNIGHT CET TONIGHT|2026-01-10T23:00Z",
                "EMBARGOED UNTIL 12:00 MIDNIGHT GMT TUESDAY|2026-01-14T00:00Z",
                "EMBARGOED UNTIL MIDNIGHT TUESDAY|2026-01-14T12:00Z",
                "EMBARGOED UNTIL MIDNIGHT GMT JAN 12|2026-01-13T00:00Z",
                "EMBARGOED UNTIL NOON ET|2026-01-10T17:00Z",
                "EMBARGOED UNTIL 12 NOON GMT|2026-01-11T12:00Z",
                "EMBARGOED UNTIL MIDDAY GMT MONDAY|2026-01-12T12:00Z",
            })
    void readsNoonAndTheMidnightThatEndsADay(String line, String until) {
        // given a line without digits, or with some that say no more
        // when
        Embargo embargo = Embargo.of(line, NOW);
        // then
        assertThat(embargo.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRICTLY EMBARGOED until 1800 GMT|2026-01-10T18:00Z",
                "EMBARGOED until 0001 GMT|2026-01-11T00:01Z",
                "EMBARGOED until 1200 GMT|2026-01-11T12:00Z",
                "EMBARGOED until 12:01 GMT|2026-01-10T12:01Z",
                "EMBARGOED until 0001 GMT/1901 EST|2026-01-11T00:01Z",
                "EMBARGOED until 0600 GMT Tuesday|2026-01-13T06:00Z",
                "EMBARGOED until 0600 GMT Tues.|2026-01-13T06:00Z",
                "EMBARGOED until 0600 Tue|2026-01-13T18:00Z",
                "EMBARGOED until 0600 GMT on Saturday|2026-01-17T06:00Z",
                "EMBARGOED until 1800 GMT Saturday|2026-01-10T18:00Z",
                "EMBARGOED until 0001 GMT Monday/Tuesday|2026-01-13T00:01Z",
                "EMBARGOED until 0001 GMT (1901 EST Monday)|2026-01-13T00:01Z",
                "EMBARGOED until 18.30 GMT|2026-01-10T18:30Z",
                "STRICT EMBARGO: 00.01 Tuesday|2026-01-13T12:01Z",
                "EMBARGOED until 0001 GMT tonight|2026-01-11T00:01Z",
                "EMBARGOED until 9 p.m. GMT tonight|2026-01-10T21:00Z",
                "EMBARGOED UNTIL TODAY 1800 GMT|2026-01-10T18:00Z",
                "EMBARGOED FOR 2400 GMT|2026-01-11T00:00Z",
                "EMBARGOED until 18h GMT Weds|2026-01-14T18:00Z",
            })
    void takesTheFirstSuchTimeToComeWhereNoDateIsNamed(String line, String until) {
        // given
        // when
        Embargo embargo = Embargo.of(line, NOW);
        // then
        assertThat(embargo.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0900 GMT Feb 30",
                "2500 GMT Feb 3",
                "13 p.m. GMT Feb 3",
                "0900 GMT 12/3/2026",
                "0900 GMT 12-3-2026",
                "MARCH 2026",
                "0900 GMT SEPT",
                "9 a.m. on the 12th",
                "9:00 tonight",
                "0900 GMT next Tuesday",
                "not 0900 GMT Tuesday",
                "0900 GMT Dienstag",
                "Tuesday",
                "delivery",
                "1800 GMT tomorrow",
                "0001 Jan 12/13",
                "evening of Jan 12",
                "close of business 12 January",
                "6:00 this evening, January 12",
                "6 o'clock tonight, January 12",
                // a year long past, or an hour
                "12 January 2000 Paris time (1900 GMT",
                "12 January 1930 local time (1830 GMT",
                "Jan 12 2000 (1500 EST",
                "1900 GMT (12 January 2000 Paris time",
                // a day and a month, or an hour
                "09.02, 18:00 CET",
                "12.01. 18.30 CET",
                "12.03",
                "0001 GMT Jan 25-26",
                // words that change what day and time say
                "delivery, expected 1800 GMT Jan 12",
                "0900 GMT Jan 12 or on delivery, whichever is later",
                "2 hours after 1800 GMT Jan 12",
                "9:00p ET Jan 12",
                "1800 GMT Jan 12, check against delivery",
                "issued 10 January 2026, for release at 0900 GMT",
                "issued Saturday Jan 10, for release 0900 GMT Tuesday",
                "0001 GMT Tuesday Jan 12",
                "12:01 GMT tonight",
                "0630 this evening, Jan 12",
                "0001 GMT Monday night",
                // two times, or one and an offset
                "0900-0930 PST Jan 12",
                "0100 PST-0130 PST Jan 12",
                "0001 EST/PST JAN 13",
                "0001 GMT and local time Jan 13",
                // gone by on one half of the earth
                "0600 Saturday",
                "24 hours",
            })
    void keepsWhatCannotBeReadToBeRefused(String written) {
        // given
        // when
        Embargo embargo = Embargo.of("EMBARGOED until " + written, NOW);
        // then
        assertThat(embargo.until()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        // 2200 has gone by in Alaska, and comes there last
        "2200, 2026-01-11T08:00Z",
        "10 p.m. today, 2026-01-11T08:00Z",
        "MIDNIGHT, 2026-01-11T08:00Z",
        "2200 FRIDAY, 2200 FRIDAY",
        "1800 SATURDAY, 1800 SATURDAY",
        "1800 SUNDAY, 2026-01-12T06:00Z",
        "18:00 IST, 2026-01-11T08:00Z",
        "1800 GMT, 2026-01-10T18:00Z",
    })
    void takesTheLatestOnEarthWhereNeitherDateNorZoneIsNamed(String time, String until) {
        // given a Saturday morning in London, while it is Friday still in Hawaii
        Instant morning = Instant.parse("2026-01-10T08:00:00Z");
        // when
        Embargo embargo = Embargo.of("EMBARGOED until " + time, morning);
        // then
        assertThat(embargo.until()).isEqualTo(until);
    }

    @Test
    void knowsZonesThatAreNoWholeHoursFromGreenwich() {
        // given: 18:00 in India
        Instant evening = Instant.parse("2026-01-10T12:30:00Z");
        // when
        Embargo embargo = Embargo.of("EMBARGOED until 1800 IST", evening);
        // then
        assertThat(embargo.until()).isEqualTo("2026-01-11T12:30Z");
    }

    @Test
    void pairsWeekdaysWithTheTimesBesideThem() {
        // given
        Instant monday = Instant.parse("2026-01-12T12:00:00Z");
        // when
        Embargo embargo = Embargo.of("EMBARGOED until 0001 GMT Tuesday (1901 EST Monday)", monday);
        // then
        assertThat(embargo.until()).isEqualTo("2026-01-13T00:01Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAN 12 ", "0001 GMT ", "MONDAY ", "12:00 ", "1 JAN 20", "embargo ", "until "})
    void readsHostileLinesInLinearTime(String again) {
        // given
        String line = "EMBARGOED UNTIL 0001 GMT " + again.repeat(200_000);
        // when
        Embargo embargo = assertTimeout(Duration.ofSeconds(2), () -> Embargo.of(EmbargoSigns.in(line), NOW));
        // then
        assertThat(embargo.until()).startsWith("0001 GMT " + again.strip()).hasSizeLessThan(1_000);
    }

    @Test
    void refusesMoreDatesOrTimesThanALineHas() {
        // when
        Embargo dates = Embargo.of("EMBARGOED until " + "0001 GMT JAN 12 ".repeat(9), NOW);
        // then
        assertThat(dates.until()).startsWith("0001 GMT JAN 12 0001");
    }

    @Test
    void takesTheLatestOfSeveralLinesAndRefusesWithAnyOfThem() {
        // given
        StoryBuilder story = new StoryBuilder();
        story.embargoes.addAll(
                List.of("EMBARGOED until 0001 GMT JAN 13 (PRINT)", "EMBARGOED until 1800 GMT JAN 12 (BROADCAST)"));
        // when
        String both = story.build(NOW).embargo();
        story.embargoes.add("EMBARGOED until delivery");
        // then
        assertThat(both).isEqualTo("2026-01-13T00:01Z");
        assertThat(story.build(NOW).embargo()).isEqualTo("delivery");
    }

    @Test
    void countsFromWhenTheCopyWasSent() {
        // given: sent in the afternoon, read again a week later
        StoryBuilder story = new TextStory("EMBARGOED until 0001 GMT\n\nText.\nENDS\n031500 GMT Jan 26", NOW).read();
        // when
        WireStory read = story.build(NOW);
        // then
        assertThat(read.created()).isEqualTo("2026-01-03T15:00:00Z");
        assertThat(read.embargo()).isEqualTo("2026-01-04T00:01Z");
        assertThat(read.held()).isFalse();
    }

    @Test
    void holdsWithoutAnEndUntilALineNamesOne() {
        // given
        StoryBuilder story = new StoryBuilder();
        story.embargoes.add("EMBARGOED");
        // when
        WireStory held = story.build(NOW);
        story.embargoes.add("EMBARGOED until 1800 GMT");
        WireStory dated = story.build(NOW);
        // then
        assertThat(held.held()).isTrue();
        assertThat(held.embargo()).isNull();
        assertThat(dated.held()).isFalse();
        assertThat(dated.embargo()).isEqualTo("2026-01-10T18:00Z");
    }
}
