package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.status.FeedStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedViewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private static FeedStatus next(Duration ago) {
        Instant told = NOW.minus(ago).minus(Duration.ofMinutes(5));
        return new FeedStatus(
                "f",
                "F",
                "https://f.example/",
                FeedStatus.State.OK,
                told,
                null,
                null,
                told,
                null,
                NOW.minus(ago),
                told);
    }

    @Test
    void whatIngestSaysItselfIsLateAfterTwoMinutes() {
        assertThat(FeedView.of(next(Duration.ofSeconds(120)), NOW).overdue()).isFalse();
        assertThat(FeedView.of(next(Duration.ofSeconds(121)), NOW).overdue()).isTrue();
        assertThat(FeedView.of(next(Duration.ofSeconds(121)), NOW).told()).isNull();
    }

    @Test
    void whatTheStatusTopicToldIsLateOnlyWhenItShouldHaveBeenToldAgain() {
        // When
        FeedView usual = FeedView.told(next(Duration.ofMinutes(61)), NOW);
        FeedView latest = FeedView.told(next(Duration.ofHours(3)), NOW);
        FeedView late = FeedView.told(next(Duration.ofHours(3).plusSeconds(1)), NOW);

        // Then
        assertThat(usual.overdue()).isFalse();
        assertThat(usual.next().past()).isTrue();
        assertThat(usual.told().relative()).isEqualTo("1 h ago");
        assertThat(latest.overdue()).isFalse();
        assertThat(late.overdue()).isTrue();
    }

    @Test
    void aPollToComeIsNotPast() {
        assertThat(FeedView.told(next(Duration.ofMinutes(-3)), NOW).next())
                .satisfies(next -> assertThat(next.past()).isFalse())
                .satisfies(next -> assertThat(next.words()).isEqualTo("in 3 min"));
    }
}
