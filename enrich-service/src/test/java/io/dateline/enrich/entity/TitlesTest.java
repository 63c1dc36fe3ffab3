package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.enrich.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    private static EnrichedArticle enriched(String sentence) {
        return Samples.PIPELINE.enrich(Samples.article("A day of meetings", "Officials gathered again. " + sentence)
                .build());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Bank of England Governor Andrew Bailey spoke on Tuesday.                | per:andrew-bailey         | Governor            | org:bank-of-england
                    The guests were met by First Lady Mehriban Aliyeva on Tuesday.          | per:mehriban-aliyeva      | First Lady          |
                    Iranian Foreign Minister Abbas Araqchi spoke to reporters.              | per:abbas-araqchi         | Foreign Minister    | norp:iranian
                    EU High Representative Kaja Kallas told reporters so.                   | per:kaja-kallas           | High Representative | org:european-union
                    They met Crown Prince Mohammed bin Salman in the palace.                | per:mohammed-bin-salman   | Crown Prince        |
                    They met General Selcuk Bayraktaroglu in the palace.                    | per:selcuk-bayraktaroglu  | General             |
                    Foreign Minister of Turkey Hakan Fidan attended the meeting.            | per:hakan-fidan           | Foreign Minister    | geonames:298795
                    """)
    void cutsAPersonOutOfTheTitle(String sentence, String person, String office, String with) {
        // When
        EnrichedArticle enriched = enriched(sentence);
        // Then
        assertThat(enriched.entities()).anySatisfy(entity -> {
            assertThat(entity.id()).isEqualTo(person);
            assertThat(entity.roles()).anySatisfy(role -> {
                assertThat(role.text()).isEqualTo(office);
                assertThat(role.affiliation()).isEqualTo(with);
            });
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Turkish Chief of the General Staff attended the meeting.                | per:turkish-chief
                    Rep. Nancy Pelosi, D-Calif., said that the bill was good.               | loc:d-calif
                    It was on Sept. 23 that they agreed with the plan.                      | loc:sept
                    Many Swiss and Kurds came to the meeting.                               | org:swiss-and-kurds
                    """)
    void findsNobodyInAMonthAPartyOrAnOffice(String sentence, String nobody) {
        // When
        EnrichedArticle enriched = enriched(sentence);
        // Then
        assertThat(enriched.entities()).noneMatch(entity -> entity.id().equals(nobody));
    }
}
