package io.dateline.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Event;
import io.dateline.enrich.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongSentenceTest {
    private static final String ACT = "Russia invaded Georgia";

    @Test
    void readsASentenceOfTheLongestLength() {
        assertThat(events(sentence(EventStep.LONGEST_SENTENCE))).hasSize(1);
    }

    @Test
    void readsNoEventInALongerOneButInTheNext() {
        // When
        List<Event> events = events(sentence(EventStep.LONGEST_SENTENCE + 1) + " China condemned Japan.");

        // Then
        assertThat(events).extracting(Event::type).containsExactly("ACCUSE");
    }

    private static List<Event> events(String body) {
        return Samples.PIPELINE.enrich(Samples.article("A title", body).build()).events();
    }

    /** As long as is asked for, with an adverb that means nothing. */
    private static String sentence(int length) {
        String rest = ACT + " on a road that was ";
        return rest + "l" + "o".repeat(length - rest.length() - 3) + "g.";
    }
}
