package io.dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.enriched.Topic;
import io.dateline.enrich.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The wire story Dateline starts from, as the requirement lists its tags. */
class SeedStoryTest {
    private static EnrichedArticle enriched;

    @BeforeAll
    static void enrich() {
        enriched = Samples.PIPELINE.enrich(Samples.seed());
    }

    private static Entity entity(String name) {
        return enriched.entities().stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entity " + name + " in "
                        + enriched.entities().stream().map(Entity::name).toList()));
    }

    @Test
    void readsLanguageAndDateline() {
        // Then
        assertThat(enriched.language().code()).isEqualTo("en");
        assertThat(enriched.dateline().placeText()).isEqualTo("Baku");
        assertThat(enriched.dateline().place().id()).isEqualTo("geonames:587084");
        assertThat(enriched.dateline().date()).isEqualTo(LocalDate.of(2025, 9, 23));
        assertThat(enriched.dateline().agency()).isEqualTo("AZERTAC");
        assertThat(enriched.dateline().span().surface()).isEqualTo("Baku, September 23, AZERTAC");
    }

    @Test
    void joinsPersonsWithTheirOffices() {
        // Then
        assertThat(entity("Sahiba Gafarova").type()).isEqualTo(Entity.Type.PER);
        assertThat(entity("Sahiba Gafarova").roles())
                .extracting(Entity.Role::text, Entity.Role::affiliation)
                .contains(tuple("Speaker", entity("Milli Majlis").id()));
        assertThat(entity("Saysana Khotfouthone").roles())
                .extracting(Entity.Role::text, Entity.Role::affiliation)
                .contains(tuple(
                        "Prosecutor General",
                        entity("Supreme People’s Prosecutor’s Office of Laos").id()));
        assertThat(entity("Saysana Khotfouthone").mentions())
                .extracting(span -> span.surface())
                .contains("Khotfouthone");
    }

    @Test
    void findsOrganisationsAndPlaces() {
        // Then
        for (String name : new String[] {
            "Milli Majlis",
            "New Azerbaijan Party",
            "Lao People’s Revolutionary Party",
            "International Conference of Asian Political Parties",
            "Inter-Parliamentary Union",
            "Non-Aligned Movement Parliamentary Network"
        }) {
            assertThat(entity(name).type()).as(name).isEqualTo(Entity.Type.ORG);
        }
        assertThat(entity("Baku").id()).isEqualTo("geonames:587084");
        assertThat(entity("Laos").links().iso()).isEqualTo("LA");
        assertThat(entity("Laos").id()).isEqualTo("geonames:1655842");
        assertThat(entity("Azerbaijan").links().wikidata()).isEqualTo("Q227");
    }

    @Test
    void namesItsTopicsWithTheWordsThatEarnedThem() {
        // Then
        assertThat(enriched.topics())
                .extracting(Topic::id)
                .contains("medtop:20000639", "medtop:20000615", "medtop:20000118");
        assertThat(enriched.topics()).allSatisfy(topic -> {
            assertThat(topic.evidence()).isNotEmpty();
            assertThat(topic.broader()).isNotEmpty();
        });
    }

    @Test
    void tellsTheVisitAndTheCongratulations() {
        // When
        Event visit = enriched.events().get(0);
        // Then
        assertThat(visit.type()).isEqualTo("CONSULT");
        assertThat(visit.actors()).extracting(Event.Participant::country).containsExactly("LA");
        assertThat(visit.recipients()).extracting(Event.Participant::country).containsExactly("AZ");
        assertThat(visit.place().id()).isEqualTo("geonames:587084");
        assertThat(visit.date()).isEqualTo(LocalDate.of(2025, 9, 23));
        assertThat(visit.sentence().surface()).startsWith("On September 23, Speaker");
        assertThat(enriched.events())
                .extracting(event -> event.type() + " " + event.date())
                .containsExactly("CONSULT 2025-09-23", "SUPPORT null");
    }

    @Test
    void takesTheTitleOfAConferenceForNoQuotation() {
        // Then
        assertThat(enriched.quotes()).noneMatch(Quote::direct);
        assertThat(enriched.fingerprint()).hasSize(684);
        assertThat(enriched.enrichment().version()).matches("[0-9a-f]{16}");
    }
}
