package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Quote;
import io.dateline.enrich.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameJoinerTest {

    private static EnrichedArticle enriched(String title, String body) {
        return Samples.PIPELINE.enrich(
                Samples.article(title, "Officials gathered again. " + body).build());
    }

    private static List<String> surfaces(EnrichedArticle enriched, String id) {
        return enriched.entities().stream()
                .filter(entity -> entity.id().equals(id))
                .flatMap(entity -> entity.mentions().stream())
                .map(span -> span.surface())
                .toList();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    Ursula von der Leyen spoke. Later von der Leyen met them. Von der Leyen said so.     | per:ursula-von-der-leyen            | Ursula von der Leyen; von der Leyen; Von der Leyen
                    Mohammed bin Salman met them. Bin Salman thanked them.                               | per:mohammed-bin-salman             | Mohammed bin Salman; Bin Salman
                    General Abdel Fattah al-Burhan spoke. Al-Burhan agreed. Burhan left later.           | per:abdel-fattah-al-burhan          | Abdel Fattah al-Burhan; Al-Burhan; Burhan
                    Luiz Inacio Lula da Silva spoke. Da Silva said that he agreed. Silva left later.     | per:luiz-inacio-lula-da-silva       | Luiz Inacio Lula da Silva; Da Silva; Silva
                    The Justice and Development Party (AKP) won. The AKP said so.                        | org:justice-and-development-party   | Justice and Development Party; AKP; AKP
                    The Kurdistan Workers' Party, PKK, left. The PKK said that it agreed.                | org:kurdistan-workers-party         | Kurdistan Workers' Party; PKK; PKK
                    The United Nations Children's Fund (UNICEF) said so. UNICEF helps children.          | org:united-nations-childrens-fund   | United Nations Children's Fund; UNICEF; UNICEF
                    Volkswagen AG cut jobs. Volkswagen said that profits fell.                           | org:volkswagen                      | Volkswagen AG; Volkswagen
                    Apple Inc. gained on Monday. Apple said so.                                          | org:apple                           | Apple Inc.; Apple
                    The EU agreed on sanctions.                                                          | org:european-union                  | EU
                    Luiz Inacio Lula da Silva won. Lula da Silva spoke in Brasilia. Lula thanked them.   | per:luiz-inacio-lula-da-silva       | Luiz Inacio Lula da Silva; Lula da Silva; Lula
                    Harry Kane scored in London. Harry smiled.                                           | per:harry-kane                      | Harry Kane; Harry
                    King Charles III spoke in London. King Charles smiled.                               | per:charles-iii                     | Charles III; Charles
                    Prince Harry met the footballer Harry Kane in London. Harry smiled.                  | per:harry-kane                      | Harry Kane
                    Pope Leo blessed Leo Messi in Rome. Leo smiled.                                      | per:leo                             | Leo; Leo
                    The U.N. said so. The UN agreed.                                                     | org:united-nations                  | U.N.; UN
                    """)
    void joinsTheLongAndTheShortForm(String body, String id, String surfaces) {
        // When
        EnrichedArticle enriched = enriched("A day of meetings", body);
        // Then
        assertThat(surfaces(enriched, id)).containsExactly(surfaces.split("; "));
    }

    @Test
    void makesNoOrganisationOfASpeakersShortName() {
        // When
        EnrichedArticle enriched = enriched(
                "A day of meetings",
                "Marine Le Pen spoke in Paris. Le Pen said that she would run. \"We will win,\" Le Pen said. Supporters"
                        + " of Le Pen cheered.");
        // Then
        assertThat(enriched.quotes()).isNotEmpty().extracting(Quote::speaker).containsOnly("per:marine-le-pen");
        assertThat(surfaces(enriched, "per:marine-le-pen")).hasSize(4);
    }

    @Test
    void takesAPersonsNameForNoCountry() {
        // When
        EnrichedArticle enriched =
                enriched("Jordan scored again", "Michael Jordan scored. Jordan said that he was glad.");
        // Then
        assertThat(enriched.entities()).extracting(Entity::id).containsExactly("per:michael-jordan");
    }

    @Test
    void keepsTwoPersonsOfOneSurnameApart() {
        // When
        EnrichedArticle enriched = enriched(
                "A day of meetings", "Ilham Aliyev spoke. Heydar Aliyev was honoured by Ilham Aliyev and others.");
        // Then
        assertThat(enriched.entities()).extracting(Entity::id).contains("per:ilham-aliyev", "per:heydar-aliyev");
    }

    @Test
    void takesAListForNoExplanation() {
        // When
        EnrichedArticle enriched =
                enriched("A day of meetings", "Aid came from the Red Cross, UNICEF, Oxfam and others on Monday.");
        // Then
        assertThat(surfaces(enriched, "org:red-cross")).doesNotContain("UNICEF");
    }
}
