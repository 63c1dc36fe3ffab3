package io.dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.enrich.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sport, and what only sounds like it. */
class TopicStepTest {
    private static final String SPORT = "medtop:15000000";

    private static EnrichedArticle enrich(String title, String body) {
        return Samples.PIPELINE.enrich(
                Samples.article(title, body).language("en").build());
    }

    private static boolean isSport(EnrichedArticle article) {
        return article.topics().stream()
                .anyMatch(topic -> topic.id().equals(SPORT) || topic.broader().contains(SPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bill Clinton met Gordon Brown | Bill Clinton met Gordon Brown in London on Tuesday.",
                "King Charles visits Canada | King Charles visits Canada and its Prime Minister Mark Carney.",
                "Met Police chief quits | The Met Police chief quits after a series of scandals hit the force.",
                "Storm batters coast | A storm batters Cuba. The Met Office said it hit the island on Monday.",
                "Nurses strike over pay | Nurses went on strike over pay, and talks over pay went on over night.",
                "Court hears appeal | The court hears an appeal. The court set a date for the final hearing.",
            })
    void hearsNoSportInNamesAndCommonWords(String title, String body) {
        // When
        EnrichedArticle article = enrich(title, body);

        // Then
        assertThat(isSport(article)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Bills beat the Browns after a touchdown, and the defense held.",
                "The Mets hit two home runs, and the pitcher struck out nine batters.",
                "The batsman took 30 runs off the last two overs, and the wicket held.",
                "She won the second set on the centre court at Wimbledon.",
                "Two Test matches are left in the series."
            })
    void hearsSportWhereAPhraseNamesIt(String body) {
        // When
        EnrichedArticle article = enrich("Untitled", body);

        // Then
        assertThat(isSport(article)).isTrue();
    }

    @Test
    void keepsEventsOfANewsStoryWithOnePhraseOfSport() {
        // When
        EnrichedArticle one = enrich("Untitled", "Hamas attacked a stadium.");
        EnrichedArticle two = enrich("Untitled", "Arsenal attacked Chelsea from the left, and the striker scored.");

        // Then
        assertThat(isSport(one)).isTrue();
        assertThat(one.events()).isNotEmpty();
        assertThat(isSport(two)).isTrue();
        assertThat(two.events()).isEmpty();
    }
}
