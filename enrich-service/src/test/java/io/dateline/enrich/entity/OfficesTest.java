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
                    IMF managing director Kristalina Georgieva told reporters so.      | Kristalina Georgieva | managing director | org:imf
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
