package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployersTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Ascom, a global provider of alarms, opened an office in Riga. Ascom said that sales rose. | Ascom | ORG
                    The carmaker Orvada said on Monday that profits fell. Analysts had expected more from Orvada. | Orvada | ORG
                    Police questioned former members of Lumora on Monday. Lumora has many followers in Riga. | Lumora | ORG
                    The fund sold a stake in Velcora on Monday, and Velcora shares fell by a tenth. | Velcora | ORG
                    The private equity firm Alden Capital bought the paper on Monday. Alden cut staff at once. | Alden Capital | ORG
                    GrubHub opened in Riga on Monday and hired many riders. | GrubHub | ORG
                    McKinley opened a school in Riga on Monday and praised it. | McKinley | PER
                    Jane Smith, a bank robber, was arrested on Monday in Riga. Smith is 40. | Smith | PER
                    Marco Villa, the company's chief operating officer, said the plan was good. Villa left. | Marco Villa | PER
                    Olga Petersen, a company director, was arrested on Monday in Riga. | Olga Petersen | PER
                    The company opened a shop in Riga on Monday. Members of Riga choirs sang. | Riga | LOC
            """)
    void tellsAnOrganisationByWhatOnlyOrganisationsHave(String body, String name, Entity.Type type) {
        // When
        var entities = Samples.PIPELINE
                .enrich(Samples.article("The news of the day", body).build())
                .entities();
        // Then
        assertThat(entities)
                .filteredOn(entity -> entity.mentions().stream()
                        .anyMatch(span -> span.surface().equals(name)))
                .isNotEmpty()
                .allSatisfy(entity -> assertThat(entity.type()).isEqualTo(type));
    }
}
