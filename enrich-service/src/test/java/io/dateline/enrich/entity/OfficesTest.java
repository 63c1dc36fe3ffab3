package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficesTest {

    private static EnrichedArticle enriched(String sentence) {
        return Samples.PIPELINE.enrich(Samples.article("A day of meetings", "Officials gathered again. " + sentence)
                .build());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Apple CEO Tim Cook met them on Tuesday.                            | Tim Cook            | CEO               | org:apple
                    Microsoft's chief executive Satya Nadella was there.               | Satya Nadella       | chief executive   | org:microsoft
                    French President Emmanuel Macron was there.                        | Emmanuel Macron     | President         | norp:french
                    Ivan Petrov, foreign minister of Bulgaria, agreed.                 | Ivan Petrov         | foreign minister  | geonames:732800
                    Jane Smith, a spokesman for the World Bank, said so.               | Jane Smith          | spokesman         | org:world-bank
                    The Speaker of the Milli Majlis Sahiba Gafarova met them.          | Sahiba Gafarova     | Speaker           | org:milli-majlis
                    IMF managing director Kristalina Georgieva told reporters so.      | Kristalina Georgieva | managing director | org:international-monetary-fund
                    Larry Summers, a former Treasury secretary, agreed.                | Larry Summers       | former secretary  | org:treasury
                    Jane Smith, Ford's chief economist, agreed.                        | Jane Smith          | chief economist   | org:ford
                    Ann Lee, chief executive of Shell and former head of BP, agreed.   | Ann Lee             | chief executive   | org:shell
                    Ann Lee, chief executive of Shell and former head of BP, agreed.   | Ann Lee             | former head       | org:bp
                    John Smith, 45, a lawyer from Leeds, agreed.                       | John Smith          | lawyer            |
                    Ivan Petrov (Economy Minister) agreed to the plan.                 | Ivan Petrov         | Economy Minister  |
                    Ann Lee, who is the director of the World Bank, agreed.            | Ann Lee             | director          | org:world-bank
                    Acme's chief executive, Ann Lee, agreed to the plan.               | Ann Lee             | chief executive   | org:acme
                    NATO Secretary-General Mark Rutte agreed to the plan.              | Mark Rutte          | Secretary-General | org:nato
                    He met his Indian counterpart Subrahmanyam Jaishankar there.       | Subrahmanyam Jaishankar | counterpart   | norp:indian
                    White House Press Secretary Karine Jean-Pierre spoke on Monday.     | Karine Jean-Pierre  | Press Secretary   | org:white-house
                    Los Angeles Police Chief Michel Moore spoke on Monday.             | Michel Moore        | Chief             | org:los-angeles-police
                    Labour Party leader Keir Starmer agreed to the plan.               | Keir Starmer        | leader            | org:labour-party
                    Prime Minister Keir Starmer went home.                             | Keir Starmer        | Prime Minister    |
                    """)
    void readsTheOfficeAndWhomItIsHeldWith(String sentence, String person, String office, String with) {
        // When
        EnrichedArticle enriched = enriched(sentence);
        // Then
        assertThat(enriched.entities()).anySatisfy(entity -> {
            assertThat(entity.name()).isEqualTo(person);
            assertThat(entity.type()).isEqualTo(Entity.Type.PER);
            assertThat(entity.roles()).anySatisfy(role -> {
                assertThat(role.text()).isEqualTo(office);
                assertThat(role.affiliation()).isEqualTo(with);
            });
        });
    }

    @Test
    void givesNobodyAnOfficeForAnAddress() {
        // When
        EnrichedArticle enriched = enriched("Mr. Tim Cook met Mrs. Jane Smith, and they left.");
        // Then
        assertThat(enriched.entities())
                .isNotEmpty()
                .allSatisfy(entity -> assertThat(entity.roles()).isEmpty());
    }
}
