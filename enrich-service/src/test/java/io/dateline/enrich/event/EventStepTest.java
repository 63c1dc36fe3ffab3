package io.dateline.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Event;
import io.dateline.enrich.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventStepTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Israeli soldiers shot dead five Palestinians in Gaza. | IL:MIL | PS:CVL",
                "Five Palestinians were shot dead by Israeli soldiers. | IL:MIL | PS:CVL",
                "Rebels in Mali attacked French troops. | ML:REB | FR:MIL",
                "Nigerian police, who had been waiting for days, arrested the rebel leader. | NG:COP | NG:REB",
                "Poland and Lithuania condemned Russia. | PL:GOV,LT:GOV | RU:GOV",
                "China said Japan should withdraw its troops. | CN:GOV | JP:GOV",
                "Greek police arrested students and fired tear gas. | GR:COP | GR:CVL",
                "Ghana, not Togo, attacked Benin. | GH:GOV | BJ:GOV"
            })
    void castsActorsAndRecipientsOfTheClause(String sentence, String actors, String recipients) {
        // When
        Event event = Told.events(sentence).get(0);
        // Then
        assertThat(Told.who(event.actors())).isEqualTo(actors);
        assertThat(Told.who(event.recipients())).isEqualTo(recipients);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Rebels in Mali attacked French troops. | ML | Mali",
                "Greek police arrested students. | GR | -",
                "Police arrested students in Greece. | GR | Greece",
                "LAGOS, May 5 (Reuters) - Police arrested students. | NG | LAGOS, May 5 (Reuters)",
                "Nobody heard of Ann Doe, foreign minister of Laos, before. Doe criticized Peru. | LA | Laos"
            })
    void namesTheWordsThatSayTheCountryWhereTheActorsOwnDoNot(String body, String country, String words) {
        // When
        Event.Participant actor = Told.best(body).actors().get(0);
        // Then
        assertThat(actor.country()).isEqualTo(country);
        assertThat(actor.countrySpan() == null ? null : actor.countrySpan().surface())
                .isEqualTo(words);
    }

    @Test
    void takesTheCountryOfTheOtherSideForItsWords() {
        // When
        Event event = Told.best("Greek police arrested students.");
        // Then
        assertThat(event.recipients()).singleElement().satisfies(students -> {
            assertThat(students.country()).isEqualTo("GR");
            assertThat(students.countrySpan()).isEqualTo(event.actors().get(0).span());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Brazil's president met Peru's foreign minister in Brasilia. | PE | BR",
                "Brazil's president received Peru's foreign minister on Friday. | PE | BR",
                "Brazil's president paid a visit to Peru. | BR | PE"
            })
    void takesTheVisitorForTheActor(String sentence, String visitor, String host) {
        // When
        Event event = Told.best(sentence);
        // Then
        assertThat(event.type()).isEqualTo("CONSULT");
        assertThat(event.actors().get(0).country()).isEqualTo(visitor);
        assertThat(event.recipients().get(0).country()).isEqualTo(host);
    }

    @Test
    void takesAllForActorsWhereNobodyIsTheHost() {
        // When
        Event event = Told.best("Brazil's president met Peru's foreign minister.");
        // Then
        assertThat(event.actors()).extracting(Event.Participant::country).containsExactly("BR", "PE");
        assertThat(event.recipients()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Italy attacked from the start and the striker beat the Greek goalkeeper twice.",
                "Singapore Airlines plans to buy up to 31 planes, the carrier said.",
                "The war on prices went on as the company attacked its rivals.",
                "Three Egyptian soldiers killed in blast.",
                "Israel did not attack Iran.",
                "Israel didn't attack Iran.",
                "Egypt never attacked Sudan.",
                "No Russian troops attacked Kyiv.",
                "Iran neither attacked nor threatened Israel.",
                "Peru never signed the treaty with Chile.",
                "Poland almost invaded Belarus.",
                "Brazil has nearly attacked Paraguay.",
                "China hit its growth target.",
                "Portugal shot to the top of the table.",
                "Germany hit back at critics.",
                "Poland killed the bill.",
                "Iran denied accusations by Israel.",
                "It was the 30th anniversary of the attack.",
                "Visitors praised the attack of the violins in the second movement.",
                "Investors pushed stocks lower as oil prices rallied.",
                "Japan said on Monday that the cherry trees were in bloom."
            })
    void abstainsWhereNothingOfTheKindWasDone(String sentence) {
        // When / Then
        assertThat(Told.events(sentence)).isEmpty();
    }

    @Test
    void placesAndDatesAnEventByItsSentenceOrByTheDateline() {
        // When
        Event event = Told.best("ANKARA, May 5 (Reuters) - Turkish police arrested 20 protesters in Istanbul.");
        Event near = Told.best("ANKARA, May 5 (Reuters) - Turkish police arrested 20 protesters.");
        // Then
        assertThat(event.place().name()).isEqualTo("Istanbul");
        assertThat(event.placeSpan().surface()).isEqualTo("Istanbul");
        assertThat(near.place().name()).isEqualTo("Ankara");
        assertThat(near.placeSpan().surface()).isEqualToIgnoringCase("Ankara");
        assertThat(near.date()).isEqualTo(LocalDate.of(2024, 5, 5));
        assertThat(near.datePrecision()).isEqualTo(DateMention.Precision.DAY);
        assertThat(near.dateSpan()).isNull();
    }

    @Test
    void beginsItsSentenceBehindTheDateline() {
        // When
        Event event = Told.best("LONDON, Oct 3 (Reuters) - Britain attacked Spain on Friday.");
        // Then
        assertThat(event.sentence().surface()).isEqualTo("Britain attacked Spain on Friday.");
    }

    @Test
    void mergesWhatIsToldTwice() {
        // When
        List<Event> events = Told.events("Russia expelled four British diplomats on Monday.\n\nMoscow was quiet.\n\n"
                + "Russia had expelled British diplomats for spying.");
        // Then
        assertThat(events).hasSize(1);
        assertThat(events.get(0).mentions()).hasSize(2);
        assertThat(events.get(0).mentions().get(1).sentence().surface()).startsWith("Russia had expelled");
        assertThat(events.get(0).mentions().get(1).trigger().start())
                .isGreaterThan(events.get(0).mentions().get(0).trigger().start());
    }

    @Test
    void saysThatOtherLanguagesAreNotCovered() {
        // When
        EnrichedArticle enriched = Samples.PIPELINE.enrich(Samples.article(
                        "Russland weist vier Diplomaten aus",
                        "Russland hat am Montag vier britische Diplomaten des Landes verwiesen. Das teilte das"
                                + " Ministerium in Moskau mit. Die Regierung in London sprach von einem Fehler.")
                .language("de")
                .build());
        // Then
        assertThat(enriched.events()).isEmpty();
        assertThat(enriched.enrichment().unsupported()).contains("events");
    }

    @Test
    void keepsToItsLimitsInAChronicle() {
        // Given
        String[] countries = {"Peru", "Chile", "Mali", "Chad", "Iran", "Iraq", "Oman", "Cuba", "Togo", "Laos"};
        StringBuilder chronicle = new StringBuilder();
        for (String one : countries) {
            for (String other : countries) {
                chronicle.append(one).append(" accused ").append(other).append(" of spying. ");
            }
        }
        // When
        List<Event> events = Told.events(chronicle.toString());
        List<Event> again = Told.events("Peru accused Chile of spying. ".repeat(100));
        // Then
        assertThat(events).hasSize(EventStep.MOST_EVENTS);
        assertThat(again).hasSize(1);
        assertThat(again.get(0).mentions()).hasSize(EventStep.MOST_MENTIONS);
    }

    @Test
    void explainsWhatItRejects() {
        // Given
        List<String> said = new ArrayList<>();
        // When
        Samples.PIPELINE.enrich(
                Samples.article("-", "Unknown forces attacked the village. Nobody knows who attacked it.")
                        .language("en")
                        .build(),
                (step, span, rule, why) -> said.add(step + " " + rule + " " + why.get()));
        // Then
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("event "));
    }
}
