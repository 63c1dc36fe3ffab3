package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private static Field body(String text) {
        return new Field("body", Tokenizer.tokenize(text));
    }

    private static List<String> names(List<Mention> mentions) {
        return mentions.stream()
                .map(mention -> mention.type() + " " + mention.surface())
                .toList();
    }

    @Test
    void findsALongNameAndASurnameAgain() {
        // Given
        Field body = body("Nathan Law of Civic Passion won. Later Civic Passion thanked Law, and Nathan Laws left.");
        List<Mention> mentions =
                List.of(new Mention(body, 0, 2, Entity.Type.PER), new Mention(body, 3, 5, Entity.Type.ORG));
        // When
        List<Mention> found = Consistency.apply(mentions, List.of(body), place -> false);
        // Then: "Law" is too short to be told from the common word
        assertThat(names(found)).containsExactly("PER Nathan Law", "ORG Civic Passion", "ORG Civic Passion");
    }

    @Test
    void findsAnAcronymAgainThatIsANameMoreOftenThanNot() {
        // Given
        Field body = body("DAB won. The DAB said so.");
        // When
        List<Mention> found =
                Consistency.apply(List.of(new Mention(body, 0, 1, Entity.Type.ORG)), List.of(body), place -> false);
        // Then
        assertThat(names(found)).containsExactly("ORG DAB", "ORG DAB");
    }

    @Test
    void leavesAnAcronymAloneThatIsANameInFewerThanHalfOfItsPlaces() {
        // Given
        Field body = body("USB won. The USB port broke, and no USB cable helped.");
        // When
        List<Mention> found =
                Consistency.apply(List.of(new Mention(body, 0, 1, Entity.Type.ORG)), List.of(body), place -> false);
        // Then
        assertThat(names(found)).containsExactly("ORG USB");
    }
}
