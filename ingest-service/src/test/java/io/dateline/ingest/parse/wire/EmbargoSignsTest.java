package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
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
                "Embargo day: Tuesday 13 January 2026|2026-01-13T12:00Z",
                "EMBARGO DAY AND TIME: 13 JANUARY 0001 GMT|2026-01-13T00:01Z",
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
                // of press offices
                "Tuesday 13 January 2026 - Embargoed until 00:01 GMT|2026-01-13T00:01Z",
                "13 January 2026 EMBARGOED UNTIL 0001 GMT|2026-01-13T00:01Z",
                "NEWS RELEASE, 13 JANUARY 2026 - EMBARGOED UNTIL 00:01 GMT|2026-01-13T00:01Z",
                "NOT TO BE PUBLISHED OR BROADCAST BEFORE 0001 GMT JAN 13|2026-01-13T00:01Z",
                "NOT FOR PUBLICATION, BROADCAST OR USE ON CLUB TAPES BEFORE 0001 GMT JAN 13|2026-01-13T00:01Z",
                "Not for publication, broadcast or use on club tapes before 00:01 GMT Jan 13|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT 13 January 2026|2026-01-13T00:01Z",
                "FOR RELEASE: 0001 GMT JAN 13|2026-01-13T00:01Z",
                "FOR RELEASE 10 A.M. EST, JAN 13|2026-01-13T15:00Z",
                "PRESS RELEASE: STRICT EMBARGO UNTIL 13 JANUARY 2026|2026-01-13T12:00Z",
                "This press release is under strict embargo until 13 January 2026|2026-01-13T12:00Z",
                "This information is embargoed until 13 January 2026|2026-01-13T12:00Z",
                "NOTE: EMBARGOED UNTIL JANUARY 13, 2026|2026-01-13T12:00Z",
                "NOT FOR PUBLICATION - EMBARGOED UNTIL 13 JANUARY 2026|2026-01-13T12:00Z",
                "EMBARGO: Not for publication before 00:01 GMT on Tuesday 13 January 2026|2026-01-13T00:01Z",
                "EMBARGOED - NOT FOR RELEASE UNTIL 0001 GMT JAN 13|2026-01-13T00:01Z",
                "STRICTLY EMBARGOED: NOT FOR PUBLICATION OR BROADCAST UNTIL 0001 GMT TUESDAY JANUARY 13|2026-01-13T00:01Z",
                "EMBARGOED FOR PUBLICATION OR BROADCAST UNTIL 0001 GMT JAN 13|2026-01-13T00:01Z",
                "NOT FOR PUBLICATION TOMORROW BEFORE 0001 GMT|TOMORROW BEFORE 0001 GMT",
                "HOLD FOR RELEASE 0001 GMT JAN 13|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 00:01 GMT, JANUARY 13,2026|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 13. JANUARY 2026 00:01 CET|2026-01-12T23:01Z",
                "EMBARGO 13. JANUARY 2026 00:01 CET|2026-01-12T23:01Z",
                "This study is embargoed until 10 a.m., local time, Jan 13|2026-01-13T22:00Z",
                "This release is under an embargo until 00:01 GMT 13 January|2026-01-13T00:01Z",
                "NOT  FOR  RELEASE BEFORE   0001\u00a0GMT JAN 13|2026-01-13T00:01Z",
                "13 January 2026 - Embargoed until 00:01|2026-01-13T12:01Z",
                "13 January 2026 EMBARGOED UNTIL 00.01|2026-01-13T12:01Z",
                "NB EMBARGOED UNTIL 13 JANUARY 2026|2026-01-13T12:00Z",
                "Jan 13 - EMBARGOED UNTIL 12 NOON EST|2026-01-13T17:00Z",
                "WED - EMBARGOED UNTIL 0001 GMT JAN 14|2026-01-14T00:01Z",
                "The Sun: embargoed until 0001 GMT Jan 13|2026-01-13T00:01Z",
                "THE FOLLOWING IS NOT FOR RELEASE UNTIL 0001 GMT JAN 13|2026-01-13T00:01Z",
                "This story is not for publication before 0001 GMT Jan 13|2026-01-13T00:01Z",
                "NOT FOR USE IN THE US BEFORE 0001 GMT JAN 13|2026-01-13T00:01Z",
                "FOR RELEASE ON TUESDAY, JANUARY 13, 2026 AT 0001 GMT|2026-01-13T00:01Z",
                "FOR RELEASE UNTIL 0001 GMT JAN 13|2026-01-13T00:01Z",
                "News release - Embargoed to 00:01 GMT 13 January 2026|2026-01-13T00:01Z",
                "News release: embargo lifts 00:01 GMT 13 January 2026|2026-01-13T00:01Z",
                "ATTENTION: EMBARGOED FOR RELEASE AT 0001 GMT JAN 13|2026-01-13T00:01Z",
                "Journalists: this is embargoed for release at 0001 GMT Jan 13|2026-01-13T00:01Z",
                "FOR RELEASE - 13 JANUARY 2026|2026-01-13T12:00Z",
                "Release date: 12 March 2026, 10:00 GMT|2026-03-12T10:00Z",
                "13 JANUARY 2026 - EMBARGO LIFTS AT 0001 GMT|2026-01-13T00:01Z",
                "EMBARGOED, UNTIL 0001 GMT JAN 13|2026-01-13T00:01Z",
                "EMBARGO TO BE LIFTED AT 0001 GMT JAN 13|2026-01-13T00:01Z",
                "EMBARGO LIFTS AT 2000 (PRINT)|2026-01-11T12:00Z",
                "STRICT EMBARGO NOT BEFORE 2000|2026-01-11T12:00Z",
                // in small letters behind a word to editors
                "NB embargoed until 13 January 2026|2026-01-13T12:00Z",
                "NB: embargo lifts 13 January 2026|2026-01-13T12:00Z",
                "EDS: embargoed until 13 January 2026|2026-01-13T12:00Z",
                // what else may not be done says nothing of the time
                "EMBARGOED UNTIL 0001 GMT JAN 13 - NOT FOR BROADCAST|2026-01-13T00:01Z",
                "Embargoed until 0001 GMT Jan 13. Not for publication or broadcast.|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT JAN 12, NOT FOR RELEASE BEFORE JAN 13|0001 GMT JAN 12, NOT FOR RELEASE BEFORE JAN 13",
                // a weekday before it is that of its end, unless it may be the one on which it was made
                "Wednesday - EMBARGOED UNTIL 0001 GMT|2026-01-14T00:01Z",
                "THURSDAY: STRICT EMBARGO 0900 GMT|2026-01-15T09:00Z",
                "Saturday - EMBARGOED UNTIL 1800 GMT|2026-01-10T18:00Z",
                "Saturday - EMBARGOED UNTIL 0001 GMT|Saturday - 0001 GMT",
                "Friday - EMBARGOED UNTIL 0001 GMT|Friday - 0001 GMT",
                "Wednesday - EMBARGOED UNTIL 0001 GMT Tuesday|Wednesday - EMBARGOED UNTIL 0001 GMT Tuesday",
                // not to be read, and not to be published
                "EMBARGO ENDS ON TUESDAY (PRINT)|TUESDAY (PRINT",
                "EMBARGO 24 HOURS|24 HOURS",
                "EMBARGO ALL MEDIA SUNDAY|ALL MEDIA SUNDAY",
                "EMBARGO PRINT, ONLINE AND BROADCAST SUNDAY|PRINT, ONLINE AND BROADCAST SUNDAY",
                "EMBARGO FOR SUNDAY PAPERS|SUNDAY PAPERS",
                "Embargo all media|all media",
                "EMBARGOED PRINT 6 TUESDAY|PRINT 6 TUESDAY",
                "EMBARGO DEAL STORY 1800 GMT|DEAL STORY 1800 GMT",
                "EMBARGOED VOTE AT 1800 GMT|VOTE AT 1800 GMT",
                "STRICT EMBARGO VOTE AT 1800 GMT|VOTE AT 1800 GMT",
                "EMBARGO VOTE AT 1800 GMT, NOT FOR USE BEFORE|VOTE AT 1800 GMT, NOT FOR USE BEFORE",
                "EMBARGOED ON OR AFTER JAN 13|OR AFTER JAN 13",
                "FOR RELEASE ON OR AFTER JAN 13|OR AFTER JAN 13",
                "NOT FOR RELEASE UNTIL AFTER 0001 GMT JAN 13|AFTER 0001 GMT JAN 13",
                "FOR RELEASE SUNDAY PAPERS|SUNDAY PAPERS",
                "WED - EMBARGOED UNTIL 0001 GMT|WED - EMBARGOED UNTIL 0001 GMT",
                "This report is embargoed until 00:01 GMT Jan 13, when it is published|00:01 GMT Jan 13, when it is published",
                "EMBARGOED UNTIL 13 JAN 2025 LONDON TIME|13 JAN 2025 LONDON TIME",
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
                "EMBARGO DEAL BY 1800 GMT",
                "EMBARGO VOTE AT 1800 GMT",
                "EMBARGO ISSUE TUESDAY",
                "Embargo news Sunday",
                "EMBARGO WAS NEVER AGREED",
                "EMBARGO TO BE LIFTED",
                "EMBARGO LIFTED, 12 TANKERS SAIL",
                "Embargo lifted on Monday",
                "The minister will report embargo to the council",
                "of material embargoed for years",
                "Release at last for the hostages",
                "The report was embargoed until 00:01 GMT",
                "UNDER EMBARGO SINCE 1962, CUBA TURNS TO CARACAS",
                "The U.N. report, embargoed until Tuesday, was leaked to AFP on Friday.",
                "The government kept the report embargoed until after the election, critics said.",
                "The study, which was embargoed until 2 p.m. EDT Wednesday, found that mice...",
                "The blockade and embargo will stay until a truce begins at midnight Saturday, Hamas said.",
                "Saudi Arabia will keep its oil embargo until midnight on Friday.",
                "Under embargo since 1962, Cuba has turned to Venezuela for oil.",
                "Embargo is 100 days old, Cubans say",
                "Embargo over 1973 war remembered",
                "Embargo day 100: Cubans queue",
                "EMBARGO 2 YEARS OLD, CUBANS SAY",
                "EMBARGO 100 DAYS OLD",
                "EMBARGO FOR 2 YEARS",
                "EMBARGO 2026: WHAT COMES",
                "EMBARGO DAY 100: CUBANS QUEUE",
                "EMBARGO COSTS 1500 JOBS",
                "EMBARGO ENTERS 12TH WEEK",
                "EMBARGO TALKS RESUME TUESDAY",
                "EMBARGO WILL STAY UNTIL MONDAY",
                "EMBARGO REMAINS UNTIL THE WAR ENDS",
                "EMBARGO DEADLINE PASSES AT MIDNIGHT",
                "EMBARGO WAS EXTENDED UNTIL 1 JUNE",
                "EMBARGOED OIL: 12 TANKERS SEIZED",
                "Release date: 12 March 2026",
                "Hostages on hold for release, minister says",
                "hold for release of prisoners",
                "FOR IMMEDIATE RELEASE",
                "For release of hostages, talks go on",
                "Not for use in Europe, the drug is sold in Asia",
            })
    void takesNewsOfEmbargoesForNews(String line) {
        // when, then
        assertThat(EmbargoSigns.in(line)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Annual survey: embargoed until 0001 GMT Jan 13 and may not be quoted before then",
                "Rates, embargoed until 0001 GMT Tuesday, May the 12th",
                "S&P Global/CIPS U.K. PMI (Dec., 2025, final): embargoed until 0930 GMT Jan 6",
                "EMBARGO HAS BEEN EXTENDED TO 1800 GMT JAN 13",
                "EMBARGO REMAINS IN PLACE UNTIL 0001 GMT JAN 13",
                "EMBARGO WILL NOW LIFT AT 0001 GMT JAN 13",
                "EMBARGO\u2014FOR RELEASE AT 0001 GMT JAN 13",
                "EMBARGOED-FOR RELEASE 0001 GMT JAN 13",
                "Embargo\u2014Tuesday 13 January 0001 GMT"
            })
    void publishesNothingEarlyForWordsOrMarksAroundTheHour(String line) {
        assertThat(EmbargoSigns.in(line)).isNotNull();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embargo embargo until until till till till 12| x",
                "EMBARGO ON 12| x",
                "EMBARGO ON 12|, x",
                "NOT FOR USE|, USEx",
                "NOT FOR USE| / - ( USEx",
                "EMBARGOED |, - ( *x",
                "is|, is under x",
                "EMBARGO TIME 12 |MONDAY x"
            })
    void knowsHostileLinesInLinearTime(String form) {
        // given
        String again = form.substring(form.indexOf('|') + 1, form.length() - 1);
        String line = form.substring(0, form.indexOf('|')) + again.repeat(550) + "x";
        // when, then
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 2_000; i++) {
                EmbargoSigns.in(line);
            }
        });
    }
}
