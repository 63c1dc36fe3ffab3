package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which place an English name is linked to, and what the link carries. */
class PlaceLinksTest {
    private static List<Entity> entities(String title, String body) {
        return Samples.PIPELINE
                .enrich(Samples.article(title, body).language("en").build())
                .entities();
    }

    private static Entity of(List<Entity> entities, String surface) {
        return entities.stream()
                .filter(entity -> entity.mentions().stream()
                        .anyMatch(span -> span.surface().equals(surface)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TBILISI, Sept 23 (Reuters) - Voters in Georgia went to the polls. The United States criticised the vote. | Georgia | GE | 614540",
                "ATLANTA (AP) - A storm hit Georgia on Monday, officials said. Thousands lost power. | Georgia | US | 4197000",
                "Democrats hope to win in Georgia, where Raphael Warnock is running. Voters in Atlanta lined up. The U.S. Senate is at stake. | Georgia | US | 4197000",
                "The storm hit Alabama, Texas and Georgia on Monday, officials said. | Georgia | US | 4197000",
                "PARIS, Texas (AP) - A fire broke out on Monday. Officials in Paris said nobody was hurt. | Paris | US | 4717560",
                "A storm hit Virginia on Monday, the governor said. | Virginia | US | 6254928",
                "A storm hit Oklahoma on Monday, the governor said. | Oklahoma | US | 4544379",
                "A man was arrested in London, Ontario, on Monday, police said. | Ontario | CA | 6093943",
                "A man was arrested in London, Ontario, on Monday, police said. | London | CA | 6058560",
                "Floods hit Victoria and Queensland on Monday, officials said. | Victoria | AU | 2145234",
                "Residents of Chicago and Peoria protested on Monday. Illinois lawmakers passed a budget. | Peoria | US | 4905687",
                "The mayor of New York said on Monday that New York would pay. | New York | US | 5128581",
                "The talks were held in London on Monday, officials said. | London | GB | 2643743",
                "The minister met reporters in Washington, D.C., on Monday, officials said. | Washington, D.C. | US | 4140963",
                "BEIJING Sept 5 (Xinhua) -- China will hold a parade on Monday, officials said. | BEIJING | CN | 1816670"
            })
    void linksToThePlaceThatIsMeant(String body, String surface, String country, int geonames) {
        // When
        Entity entity = of(entities("The news of the day", body), surface);

        // Then
        assertThat(entity.id()).isEqualTo("geonames:" + geonames);
        assertThat(entity.geo().country()).isEqualTo(country);
        assertThat(entity.links().geonames()).isEqualTo(Integer.toString(geonames));
        assertThat(entity.linkReason()).isNotNull();
    }

    @Test
    void givesANameOneSenseInAnArticle() {
        // When
        List<Entity> found = entities(
                "The news of the day",
                "A man was arrested in London, Ontario, on Monday. Later, police in London said he was free.");

        // Then
        assertThat(of(found, "London").mentions()).hasSize(2);
    }

    @Test
    void leavesGeorgiaAloneWhereNobodyCanTell() {
        // When
        Entity georgia = of(
                entities("The news of the day", "Officials in Georgia thanked the United States on Monday."),
                "Georgia");

        // Then
        assertThat(georgia.geo()).isNull();
        assertThat(georgia.linkReason()).isNull();
    }

    @Test
    void takesAPersonForNoCountry() {
        // When
        List<Entity> jordan = entities(
                "Bulls win again", "Michael Jordan led the Bulls on Monday. Jordan scored 30 points in the game.");
        List<Entity> israel = entities(
                "Israel Adesanya wins",
                "Israel Adesanya won the fight on Saturday night, officials of the league said after the match. His "
                        + "coach said that Adesanya was ready for another fight next year.");

        // Then
        assertThat(of(jordan, "Jordan").type()).isEqualTo(Entity.Type.PER);
        assertThat(israel).noneMatch(entity -> entity.name().equals("Israel"));
    }

    @Test
    void takesACountryForNoPersonOfItsName() {
        // When
        List<Entity> found = entities(
                "Talks in Amman", "Michael Jordan landed in Jordan on Monday. Jordan welcomed him, the king said.");

        // Then
        assertThat(found)
                .anyMatch(entity ->
                        entity.type() == Entity.Type.LOC && entity.name().equals("Jordan"))
                .anyMatch(entity ->
                        entity.type() == Entity.Type.PER && entity.name().equals("Michael Jordan"));
    }

    @ParameterizedTest
    @CsvSource({
        "Texas, US, 4736286, 31, -98",
        "England, GB, 6269131, 52, -1",
        "Crimea, UA, 703883, 45, 34",
        "Bavaria, DE, 2951839, 49, 11",
        "Scotland, GB, 2638360, 56, -4",
        "Ontario, CA, 6093943, 44, -80"
    })
    void linksRegions(String name, String country, int geonames, double latitude, double longitude) {
        // When
        Entity region = of(entities("The news of the day", "The leader of " + name + " spoke on Monday."), name);

        // Then
        assertThat(region.id()).isEqualTo("geonames:" + geonames);
        assertThat(region.geo().country()).isEqualTo(country);
        assertThat(region.geo().admin1()).isEqualTo(name);
        assertThat(region.geo().latitude()).isCloseTo(latitude, org.assertj.core.data.Offset.offset(1.5));
        assertThat(region.geo().longitude()).isCloseTo(longitude, org.assertj.core.data.Offset.offset(1.5));
    }

    @Test
    void givesCountriesTheCoordinatesOfTheirCapital() {
        // When
        Entity country = of(entities("The news of the day", "The talks in Azerbaijan went on."), "Azerbaijan");

        // Then
        assertThat(country.geo().latitude()).isEqualTo(40.37767);
        assertThat(country.geo().longitude()).isEqualTo(49.89201);
        assertThat(country.links().iso()).isEqualTo("AZ");
    }

    @Test
    void givesNoReasonWhereNothingIsLinked() {
        // When
        List<Entity> found = entities("The news of the day", "The people of Europe and Africa spoke on Monday.");

        // Then
        assertThat(found)
                .filteredOn(entity -> entity.geo() == null)
                .isNotEmpty()
                .allSatisfy(entity -> assertThat(entity.linkReason()).isNull());
    }
}
