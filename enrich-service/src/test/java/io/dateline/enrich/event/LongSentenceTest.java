package io.dateline.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongSentenceTest {
    private static final String ACT = "Russia invaded Georgia";

    @Test
    void readsASentenceOfTheLongestLength() {
        assertThat(Told.events(sentence(EventStep.LONGEST_SENTENCE))).hasSize(1);
    }

    @Test
    void readsNoEventInALongerOneButInTheNext() {
        // When
        List<Event> events = Told.events(sentence(EventStep.LONGEST_SENTENCE + 1) + " China condemned Japan.");

        // Then
        assertThat(events).extracting(Event::type).containsExactly("ACCUSE");
    }

    /** As long as is asked for, with words that tell nothing. */
    private static String sentence(int length) {
        String filler = " over the road that was so long";
        StringBuilder sentence = new StringBuilder(ACT);
        while (sentence.length() + 2 * filler.length() < length) {
            sentence.append(filler);
        }
        String rest = " and so very l";
        return sentence.append(rest)
                .append("o".repeat(length - sentence.length() - 3))
                .append("ng.")
                .toString();
    }
}
