package io.dateline.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.enrich.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The story's day is Wednesday, 24 September 2025. */
class TenseTest {
    private static final Instant PUBLISHED = Instant.parse("2025-09-24T15:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    The minister said on Monday he will resign.                | 2025-09-22
                    The union said on Friday it would strike.                  | 2025-09-19
                    The company announced Tuesday it plans to cut jobs.        | 2025-09-23
                    The leaders met on Monday and will meet again.             | 2025-09-22
                    The law was passed on Monday, will take effect later.      | 2025-09-22
                    On Monday, the minister said he would resign.              | 2025-09-22
                    The central bank on Thursday raised its rates again.       | 2025-09-18
                    The bank, which cut them in spring, on Thursday raised its rates. | 2025-09-18
                    The opposition won all of the votes on Monday.             | 2025-09-22
                    The far end of the hall, shortly after opening Friday.     | 2025-09-19
                    Talks are to resume on Monday.                             | 2025-09-29
                    The meeting, to be held on Saturday, is the third.         | 2025-09-27
                    The crew had to be rescued on Saturday.                    | 2025-09-20
                    The company has until 6 p.m. Sunday to reply.              | 2025-09-28
                    Barcelona host Sevilla on Sunday.                          | 2025-09-28
                    The Fed announces its decision on Thursday.                | 2025-09-25
                    Will Smith was arrested on Friday.                         | 2025-09-19
                    Theresa May was elected on Tuesday.                        | 2025-09-23
                    Theresa May will resign on Tuesday.                        | 2025-09-30
                    Talks resume on Thursday.                                  | 2025-09-25
                    The trial starts on Monday.                                | 2025-09-29
                    The minister said talks resume on Thursday.                | 2025-09-25
                    The president on Monday will meet the officials.           | 2025-09-29
                    The vote will be held on Friday in the city.               | 2025-09-26
                    The vote will have been closely watched on Friday.         | 2025-09-26
                    The leaders agreed to meet on Friday in the city.          | 2025-09-26
                    The minister said he will resign on Monday.                | 2025-09-29
                    “We meet on Friday,” the minister said.                    | 2025-09-26
                    The minister is expected to arrive on Sunday.              | 2025-09-28
                    It'll rain on Friday in the city.                          | 2025-09-26
                    The vote won't be held on Friday in the city.              | 2025-09-26
                    The workers must have an answer by Friday.                 | 2025-09-26
                    """)
    void decidesByTheVerbTheWeekdayStandsBeside(String sentence, LocalDate day) {
        // When
        List<DateMention> dates = Samples.PIPELINE
                .enrich(Samples.article("Officials gather for the yearly conference", sentence)
                        .publishedAt(PUBLISHED)
                        .publishedPrecision("second")
                        .language("en")
                        .build())
                .dates();
        // Then
        assertThat(dates).hasSize(1);
        assertThat(dates.get(0).from()).isEqualTo(day);
    }
}
