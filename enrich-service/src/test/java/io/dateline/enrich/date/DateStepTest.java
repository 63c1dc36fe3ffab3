package io.dateline.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.enrich.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The story's day is Tuesday, 23 September 2025. */
class DateStepTest {
    private static final Instant PUBLISHED = Instant.parse("2025-09-23T15:00:00Z");

    private static List<DateMention> dates(String sentence) {
        return Samples.PIPELINE
                .enrich(Samples.article("Officials gather for the yearly conference", sentence)
                        .publishedAt(PUBLISHED)
                        .publishedPrecision("second")
                        .language("en")
                        .build())
                .dates();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    His trial will start on Sept. 9 in the city.            | Sept. 9                  | 2026-09-09 | 2026-09-09 | day
                    He was shot on Sept. 9 in the city.                     | Sept. 9                  | 2025-09-09 | 2025-09-09 | day
                    The trial begins on June 11 in the city.                | June 11                  | 2026-06-11 | 2026-06-11 | day
                    The fair will run from 3 to 5 May in the city.          | 3 to 5 May               | 2026-05-03 | 2026-05-05 | range
                    On September 23, he spoke to the officials.             | September 23             | 2025-09-23 | 2025-09-23 | day
                    He was born on Dec. 31, 1999, in the village.           | Dec. 31, 1999            | 1999-12-31 | 1999-12-31 | day
                    The talks of Sept. 22-25, 2025 were held here.          | Sept. 22-25, 2025        | 2025-09-22 | 2025-09-25 | range
                    They met from 3 to 5 May with the officials.            | 3 to 5 May               | 2025-05-03 | 2025-05-05 | range
                    It lasts from September 30 to October 2 this time.      | September 30 to October 2 | 2025-09-30 | 2025-10-02 | range
                    The fair ran from December 30, 2024 to the weekend.     | December 30, 2024        | 2024-12-30 | 2024-12-30 | day
                    The 23rd of September 2025 was a warm day.              | 23rd of September 2025   | 2025-09-23 | 2025-09-23 | day
                    The file is dated 2025-09-20 by the officials.          | 2025-09-20               | 2025-09-20 | 2025-09-20 | day
                    It was agreed in May 2024 by the officials.             | May 2024                 | 2024-05-01 | 2024-05-31 | month
                    The officials came in March for the talks.              | March                    | 2025-03-01 | 2025-03-31 | month
                    The officials came in November for the talks.           | November                 | 2024-11-01 | 2024-11-30 | month
                    The officials will come in March for the talks.         | March                    | 2026-03-01 | 2026-03-31 | month
                    Prices rose last month, the officials said.             | last month               | 2025-08-01 | 2025-08-31 | month
                    The next round follows next week, they said.            | next week                | 2025-09-29 | 2025-10-05 | week
                    The strike began on Friday at the harbour.              | Friday                   | 2025-09-19 | 2025-09-19 | day
                    The strike will begin on Friday at the harbour.         | Friday                   | 2025-09-26 | 2025-09-26 | day
                    The strike began on Tuesday at the harbour.             | Tuesday                  | 2025-09-23 | 2025-09-23 | day
                    The strike began last Tuesday at the harbour.           | last Tuesday             | 2025-09-16 | 2025-09-16 | day
                    It rained on Tuesday, September 16, 2025, they said.    | September 16, 2025       | 2025-09-16 | 2025-09-16 | day
                    The ship sank two days ago off the coast.               | two days ago             | 2025-09-21 | 2025-09-21 | day
                    The ship sank three weeks ago off the coast.            | three weeks ago          | 2025-09-01 | 2025-09-07 | week
                    The ship sank five years ago off the coast.             | five years ago           | 2020-01-01 | 2020-12-31 | year
                    It fell in the past three months, they said.            | past three months        | 2025-06-23 | 2025-09-23 | range
                    The law was passed in 2019 by the parliament.           | 2019                     | 2019-01-01 | 2019-12-31 | year
                    The war of between 2019 and 2021 was long.              | 2019 and 2021            | 2019-01-01 | 2021-12-31 | range
                    It was common in the 1990s, the officials said.         | 1990s                    | 1990-01-01 | 1999-12-31 | range
                    Sales fell in the third quarter of 2025, they said.     | third quarter of 2025    | 2025-07-01 | 2025-09-30 | quarter
                    The officials arrived yesterday for the talks.          | yesterday                | 2025-09-22 | 2025-09-22 | day
                    The officials will leave tomorrow for the talks.        | tomorrow                 | 2025-09-24 | 2025-09-24 | day
                    The 2024 election was won by the opposition.            | 2024                     | 2024-01-01 | 2024-12-31 | year
                    The match is played this weekend in the city.           | this weekend             | 2025-09-27 | 2025-09-28 | range
                    He came the day before yesterday to the city.           | day before yesterday     | 2025-09-21 | 2025-09-21 | day
                    He comes the day after tomorrow to the city.            | day after tomorrow       | 2025-09-25 | 2025-09-25 | day
                    The fair runs from Monday to Wednesday in the city.     | Monday to Wednesday      | 2025-09-22 | 2025-09-24 | range
                    From January to March sales rose in the city.           | January to March         | 2025-01-01 | 2025-03-31 | range
                    Sales grew in the first half of 2026 in the city.       | first half of 2026       | 2026-01-01 | 2026-06-30 | range
                    Sales grew in the second half of 2024 in the city.      | second half of 2024      | 2024-07-01 | 2024-12-31 | range
                    Sales grew in the first half of this year in the city.  | first half of this year  | 2025-01-01 | 2025-06-30 | range
                    It began in the summer of 1950 near the border.         | summer of 1950           | 1950-06-01 | 1950-08-31 | range
                    It began last winter near the border.                   | last winter              | 2024-12-01 | 2025-02-28 | range
                    They met in mid-August in the city.                     | mid-August               | 2025-08-11 | 2025-08-20 | range
                    They met in the week of Sept. 15 in the city.           | week of Sept. 15         | 2025-09-15 | 2025-09-21 | week
                    This Monday, the officials met in the city.             | This Monday              | 2025-09-22 | 2025-09-22 | day
                    The file is dated 23.09.2025 by the officials.          | 23.09.2025               | 2025-09-23 | 2025-09-23 | day
                    The file is dated 23/09/2025 by the officials.          | 23/09/2025               | 2025-09-23 | 2025-09-23 | day
                    The file is dated 09/22/2025 by the officials.          | 09/22/2025               | 2025-09-22 | 2025-09-22 | day
                    The file is dated 10/14/2025 by the officials.          | 10/14/2025               | 2025-10-14 | 2025-10-14 | day
                    The file is dated 2025/09/23 by the officials.          | 2025/09/23               | 2025-09-23 | 2025-09-23 | day
                    The strike ended last night at the harbour.             | last night               | 2025-09-22 | 2025-09-22 | day
                    He will return in two weeks to the city.                | in two weeks             | 2025-10-06 | 2025-10-12 | week
                    He returns in two weeks' time to the city.              | in two weeks' time       | 2025-10-06 | 2025-10-12 | week
                    The shops were closed on Christmas Day in the city.     | Christmas Day            | 2024-12-25 | 2024-12-25 | day
                    The shops will be closed on New Year's Day this time.   | New Year's Day           | 2026-01-01 | 2026-01-01 | day
                    Sales fell in Q2 in the city, they said.                | Q2                       | 2025-04-01 | 2025-06-30 | quarter
                    The picture (Three Sinners, 1950) made them known.      | 1950                     | 1950-01-01 | 1950-12-31 | year
                    They waited for it seventeen years ago in the city.     | seventeen years ago      | 2008-01-01 | 2008-12-31 | year
                    """)
    void resolvesTheDatesOfASentence(String sentence, String words, LocalDate from, LocalDate to, String precision) {
        // When
        List<DateMention> dates = dates(sentence);
        // Then
        assertThat(dates).hasSize(1);
        assertThat(dates.get(0).span().surface()).isEqualTo(words);
        assertThat(dates.get(0).from()).isEqualTo(from);
        assertThat(dates.get(0).to()).isEqualTo(to);
        assertThat(dates.get(0).precision().name().toLowerCase(Locale.ROOT)).isEqualTo(precision);
        assertThat(dates.get(0).by()).startsWith("date/5:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The officials congratulated them on the 30th anniversary of the constitution.",
                "He paid 1999 dollars to the officials of the city.",
                "More than 2000 people came to the officials of the city.",
                "Of 2000 workers in the city, half went home.",
                "The officials meet every Monday in the city.",
                "The officials say that today's youth is better off.",
                "May the officials of the city live long.",
                "They march through the city for the officials.",
                "On February 31, the officials of the city met.",
                "Flight 1492 left the city with the officials.",
                "The war will last two years, the officials of the city said.",
                "The file is dated 05/06/2025 by the officials of the city.",
                "The file is dated 23/09/20256 by the officials of the city.",
                "It was the third attack in two weeks in the city.",
                "The spring of the clock and the half of 2000 people were gone.",
                "The address is news/2025/09/233 in the city."
            })
    void takesNoOtherNumberOrWordForADate(String sentence) {
        // When / Then
        assertThat(dates(sentence)).isEmpty();
    }

    @Test
    void leavesOutWhatAStoryWithoutADayCannotResolve() {
        // Given
        String body = "On September 23, and again on Tuesday and in May 2024, the officials of the city met.";
        // When
        EnrichedArticle enriched = Samples.PIPELINE.enrich(
                Samples.article("Officials gather", body).language("en").build());
        // Then
        assertThat(enriched.dates()).extracting(date -> date.span().surface()).containsExactly("May 2024");
    }

    @Test
    void readsWrittenDatesOfOtherLanguagesAndSaysWhereItDoesNotLook() {
        // Given
        String spanish = "El presidente viajó a la capital el 23 de septiembre de 2025 para firmar el acuerdo.";
        String polish = "Minister podpisał w stolicy porozumienie 23 września 2025 roku, podał rzecznik rządu.";
        // When
        EnrichedArticle read = Samples.PIPELINE.enrich(Samples.article("El presidente firma el acuerdo", spanish)
                .language("es")
                .build());
        EnrichedArticle unread = Samples.PIPELINE.enrich(Samples.article("Minister podpisał porozumienie", polish)
                .language("pl")
                .build());
        // Then
        assertThat(read.dates()).hasSize(1);
        assertThat(read.dates().get(0).from()).isEqualTo(LocalDate.of(2025, 9, 23));
        assertThat(read.enrichment().unsupported()).doesNotContain("dates");
        assertThat(unread.dates()).isEmpty();
        assertThat(unread.enrichment().unsupported()).contains("dates");
    }

    @Test
    void leavesTheDatelineToTheDateline() {
        // When
        List<DateMention> dates = Samples.PIPELINE.enrich(Samples.seed()).dates();
        // Then
        assertThat(dates)
                .isNotEmpty()
                .allSatisfy(date -> assertThat(date.span().field().equals("title")
                                || date.span().start() > 27)
                        .isTrue());
        assertThat(dates).anySatisfy(date -> assertThat(date.from()).isEqualTo(LocalDate.of(2025, 9, 23)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sheffield Wednesday beat Leeds.",
                "He was crucified on Good Friday.",
                "On Good Friday he prayed.",
                "They beat Sheffield Wednesday.",
                "Ash Wednesday services were held.",
                "The Sunday Times reported it."
            })
    void takesNoNameForAWeekday(String sentence) {
        // When
        List<DateMention> dates = dates(sentence);

        // Then
        assertThat(dates).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday Israel struck Gaza.",
                "He met Vladimir Putin Monday in the city.",
                "Smith said Monday Israel would respond.",
                "The Monday meeting was held.",
                "It was held early Monday in Paris."
            })
    void readsAWeekdayBesideACapital(String sentence) {
        // When
        List<DateMention> dates = dates(sentence);

        // Then
        assertThat(dates).extracting(DateMention::from).containsExactly(LocalDate.of(2025, 9, 22));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    9999-12-31 | He will resign on Monday.      | 0
                    9999-12-31 | He will resign next year.      | 0
                    9999-12-26 | He will resign on Friday.      | 1
                    0001-01-01 | He resigned yesterday.         | 0
                    0001-01-02 | He resigned yesterday.         | 1
                    """)
    void leavesOutWhatLiesOutsideTheYears1To9999(LocalDate day, String sentence, int found) {
        // When
        List<DateMention> dates = Samples.PIPELINE
                .enrich(Samples.article("A resignation", sentence)
                        .publishedAt(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant())
                        .publishedPrecision("day")
                        .language("en")
                        .build())
                .dates();

        // Then
        assertThat(dates).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Losses extended to 11 points by 1030 GMT in the city.",
                "The road is closed between 1700 and 2100 hrs in the city.",
                "Between 1000 and 1500 people marched through the city."
            })
    void takesNoTimeOfDayAndNoCountForAYear(String sentence) {
        // When, Then
        assertThat(dates(sentence)).isEmpty();
    }
}
