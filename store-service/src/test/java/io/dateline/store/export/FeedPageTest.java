package io.dateline.store.export;

import static io.dateline.store.testing.Stories.article;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedPageTest {
    private static String summary(String summary, String body) {
        return FeedPage.summary(article("a", 1).summary(summary).body(body).build());
    }

    @Test
    void takesThePublishersSummaryOrTheBeginning() {
        assertThat(summary("In short.", "At length.")).isEqualTo("In short.");
        assertThat(summary(null, " One.\n\nTwo. ")).isEqualTo("One. Two.");
        assertThat(summary(null, "")).isEmpty();
        assertThat(summary(null, "x".repeat(300))).isEqualTo("x".repeat(300));
    }

    @Test
    void cutsBetweenWordsAndNeverACharacter() {
        assertThat(summary(null, "word ".repeat(100)))
                .isEqualTo("word ".repeat(60).strip() + "…");
        assertThat(summary(null, "x".repeat(301))).isEqualTo("x".repeat(300) + "…");
        assertThat(summary(null, "x".repeat(299) + "\uD83D\uDCF0".repeat(2))).isEqualTo("x".repeat(299) + "…");
    }
}
