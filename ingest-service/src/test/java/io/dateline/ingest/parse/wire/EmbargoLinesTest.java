package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoLinesTest {
    /** A Saturday. */
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMBARGOED UNTIL 0001 GMT\\nTUESDAY, JANUARY 13, 2026|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT\\n\\nTUESDAY, JANUARY 13, 2026|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT\\nTUESDAY JANUARY 13 (PRINT AND ONLINE)|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT\\nTUESDAY\\nJANUARY 20|2026-01-20T00:01Z",
                "EMBARGOED UNTIL\\n0001 GMT TUESDAY, JANUARY 13|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001\\nGMT TUESDAY JAN 13|2026-01-13T00:01Z",
                "EMBARGOED UNTIL JANUARY 13\\n1800 GMT|2026-01-13T18:00Z",
                "EMBARGOED UNTIL 0001 GMT JAN 12 (PRINT)\\n0001 GMT JAN 13 (BROADCAST)|2026-01-13T00:01Z",
                // the day on which it was issued ends nothing sooner
                "EMBARGOED UNTIL 0001 GMT\\nJanuary 10, 2026|2026-01-11T00:01Z",
            })
    void joinsDaysAndTimesThatStandBelow(String header, String until) {
        // given
        String text = header.replace("\\n", "\n") + "\nHEADLINE: One\n\nText.";
        // when
        WireStory story = new TextStory(text, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo(until);
        assertThat(story.headline()).isEqualTo("One");
        assertThat(story.body()).isEqualTo("Text.");
    }

    @Test
    void joinsThemAmongTheCopyAsWell() {
        // given
        String text = "HEADLINE: One\n\nText of it.\n\nEMBARGOED UNTIL 0001 GMT\n\nTUESDAY, JANUARY 13, 2026\n";
        // when
        WireStory story = new TextStory(text, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo("2026-01-13T00:01Z");
        assertThat(story.body()).isEqualTo("Text of it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MEN0042 4 i  42\nBERLIN-GAS/\nEMBARGOED UNTIL 0001 GMT/\n\u0002TUESDAY, JANUARY 13, 2026\n"
                        + "Gas runs low=\n   BERLIN (MN) - Text.\n\u0003",
                "MEN0042 4 i  42\nBERLIN-GAS/\n\u0002EMBARGOED UNTIL 0001 GMT\n\nTUESDAY, JANUARY 13, 2026\n"
                        + "Gas runs low=\n   BERLIN (MN) - Text.\n\u0003",
                "MEN0042 4 i  42\nBERLIN-GAS/\n\u0002Gas runs low=\nEMBARGOED UNTIL 0001 GMT\nTUESDAY, JANUARY 13, 2026\n"
                        + "   BERLIN (MN) - Text.\n\u0003",
            })
    void joinsThemInMessagesOfIptc7901(String message) {
        // when
        WireStory story = new Iptc7901Message(message, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo("2026-01-13T00:01Z");
        assertThat(story.headline()).isEqualTo("Gas runs low");
        assertThat(story.body()).isEqualTo("BERLIN (MN) - Text.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^EMBARGOED UNTIL 0001 GMT<\n^TUESDAY, JANUARY 13, 2026<\n^Gas runs low<",
                "^EMBARGOED UNTIL 0001 GMT\nTUESDAY, JANUARY 13, 2026<\n^Gas runs low<",
                "^Gas runs low<\n^EMBARGOED UNTIL 0001 GMT<\nTUESDAY, JANUARY 13, 2026",
                "^Gas\nruns low<\n^EDS: EMBARGOED UNTIL 0001 GMT, JAN 13<",
            })
    void joinsThemInMessagesOfAnpa(String heads) {
        // given
        String message = "a0042\nr a BC-EU--Gas 01-10 0042\n\u0002" + heads + "\n\tBERLIN (MN) _ Text.\n\u0003";
        // when
        WireStory story = new AnpaMessage(message, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo("2026-01-13T00:01Z");
        assertThat(story.headline()).isEqualTo("Gas runs low");
        assertThat(story.body()).isEqualTo("BERLIN (MN) \u2014 Text.");
    }

    @Test
    void refusesWhereALineBelowBeginsWithADayAndSaysMore() {
        // given
        String text = "EMBARGOED UNTIL 0001 GMT\nTuesday, for members of the club\n\nText of it.";
        // when
        WireStory story = new TextStory(text, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo("0001 GMT Tuesday, for members of the club");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 January 2026 - EMBARGOED UNTIL 00:01 GMT|2026-01-11T00:01Z",
                "10.01.2026 EMBARGO UNTIL 0001 GMT|2026-01-11T00:01Z",
                "EMBARGOED UNTIL 0001 GMT\\nDate of release: Tuesday, 13 January 2026 (all media)|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT\\n(for Tuesday, January 13, papers)|2026-01-13T00:01Z",
                "NOT FOR PUBLICATION\\nBEFORE 0001 GMT JAN 13|2026-01-13T00:01Z",
                "FOR RELEASE:\\n0001 GMT JAN 13|2026-01-13T00:01Z",
                "FOR RELEASE AT\\n0001 GMT\\nTUESDAY JAN 13|2026-01-13T00:01Z",
                "JANUARY 10, 2026 EMBARGOED UNTIL 0001 GMT TUESDAY|2026-01-13T00:01Z",
                "Wednesday - EMBARGOED UNTIL 0001 GMT|2026-01-14T00:01Z",
                "Wednesday - EMBARGOED UNTIL 0001 GMT\\nJanuary 14|2026-01-14T00:01Z",
                "Saturday - EMBARGOED UNTIL 0001 GMT|Saturday - 0001 GMT",
                "EMBARGOED UNTIL 9:00 TONIGHT\\nJANUARY 10, 2026|9:00 TONIGHT JANUARY 10, 2026",
                "EMBARGOED UNTIL 00:01 GMT\\nDate: Tuesday 13 January 2026|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 00:01 GMT\\nfor papers of Tuesday 13 January|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 00:01 GMT\\nDate: Saturday 10 January 2026|2026-01-11T00:01Z",
                "EMBARGOED UNTIL 00:01 GMT\\nMinisters meet on Tuesday|2026-01-11T00:01Z",
                "EMBARGOED\\nUNTIL 0001 GMT TUESDAY, JANUARY 13, 2026|2026-01-13T00:01Z",
                "EMBARGOED FOR RELEASE\\nUntil 0001 GMT Jan 13|2026-01-13T00:01Z",
                "EMBARGO:\\n00:01 GMT, Tuesday 13 January 2026|2026-01-13T00:01Z",
                "EMBARGOED FOR RELEASE:\\n0001 GMT JAN 13|2026-01-13T00:01Z",
                "EMBARGOED\\nNOT BEFORE 0001 GMT JAN 13|2026-01-13T00:01Z",
                "EMBARGOED\\nNot for publication before 0001 GMT Jan 13|2026-01-13T00:01Z",
                "EMBARGOED UNTIL TUESDAY,\\nJANUARY 13, 2026 AT 0001 GMT|2026-01-13T00:01Z",
                "EMBARGOED UNTIL TUESDAY\\n0001 GMT|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT, 13\\nJANUARY 2026|2026-01-13T00:01Z",
                "EMBARGOED UNTIL THE MINISTER SPOKE\\n1800 GMT JAN 10|THE MINISTER SPOKE",
                "EMBARGOED UNTIL 0001 GMT\\n\\nCT scans find cancer earlier|2026-01-11T00:01Z",
                "EMBARGOED UNTIL 0001 GMT\\n\\nPT Pertamina raises prices|2026-01-11T00:01Z",
                "EMBARGOED UNTIL 0001 GMT\\n\\nSun sets on coal|2026-01-11T00:01Z",
                "EMBARGOED UNTIL 0001 GMT TUESDAY\\nJanuary 10, 2026|2026-01-13T00:01Z",
                "EMBARGOED UNTIL 0001 GMT TUESDAY\\nJanuary 21, 2026|0001 GMT TUESDAY January 21, 2026",
            })
    void readsWhatStandsInTwoLines(String header, String until) {
        // given
        String text = header.replace("\\n", "\n") + "\n\nText of it.\n\nMore of it.";
        // when
        WireStory story = new TextStory(text, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo(until);
        assertThat(story.body()).contains("More of it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ministers meet on Tuesday",
                "Jan 10 (Reuters) - Ministers met in Baku.",
                "12 killed in Baku",
                "May calls for talks",
                "Tuesday's vote decides",
            })
    void leavesCopyBelowForCopy(String below) {
        // given
        String text = "EMBARGOED UNTIL 1800 GMT\n\n" + below + "\n\nText of it.";
        // when
        WireStory story = new TextStory(text, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo("2026-01-10T18:00Z");
        assertThat(story.headline() + story.body()).contains(below);
    }

    @Test
    void looksForNoDayBelowALineThatHasOne() {
        // given
        String text = "EMBARGOED UNTIL JANUARY 13, 2026\n\nMonday was the hottest day in Baku.\n\nText of it.";
        // when
        WireStory story = new TextStory(text, NOW).read().build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo("2026-01-13T12:00Z");
        assertThat(story.body()).startsWith("Monday was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMBARGOED", "EMBARGOED:"})
    void isHeldWithoutAnEndWhereADayStandsBelowTheWordAlone(String word) {
        // given: the day may be that on which it was written
        String text = word + "\nJanuary 10, 2026\n\nText of it.";
        // when
        WireStory story = new TextStory(text, NOW).read().build(NOW);
        // then
        assertThat(story.held()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JAN 12 ",
                "   ",
                "EMBARGO: 0001 GMT\n",
                "TUESDAY\n",
                "\n",
                "EMBARGOED UNTIL 0001\n\n",
                "^",
                "Embargo "
            })
    void readsHostileCopyInLinearTime(String again) {
        // given
        String text = "EMBARGOED UNTIL 0001 GMT\n" + again.repeat(20_000) + ".\n\nText.";
        // when, then
        assertTimeout(
                Duration.ofSeconds(5),
                () -> EmbargoLines.take(WireBytes.lines(text), new StoryBuilder().embargoes, NOW));
    }

    @Test
    void takesNoCopyForAHeaderWhereAnEmbargoStandsBelowIt() {
        // given
        String copy = "Gas runs low in Berlin,\nministers say.\n\nText of it.\n";
        // when
        WireStory plain = new TextStory(copy, NOW).read().build(NOW);
        WireStory story = new TextStory(copy + "\nEMBARGOED UNTIL 0001 GMT JAN 13\n", NOW)
                .read()
                .build(NOW);
        // then
        assertThat(story.embargo()).isEqualTo("2026-01-13T00:01Z");
        assertThat(story.headline()).isEqualTo(plain.headline());
        assertThat(story.body()).isEqualTo(plain.body());
    }
}
