package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.ops.RetryInPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class RetryInPlaceTest {
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger tries = new AtomicInteger();
    private final RetryInPlace retry = new RetryInPlace("PostgreSQL", e -> e instanceof IOException, stopping::get);

    @Test
    void triesUntilItSucceeds() throws Exception {
        // Given
        List<String> troubles = new ArrayList<>();
        // When
        String result = retry.call(() -> {
            troubles.add(retry.trouble());
            if (tries.incrementAndGet() < 3) {
                throw new IOException("away");
            }
            return "done";
        });
        // Then
        assertThat(result).isEqualTo("done");
        assertThat(troubles).containsExactly(null, "IOException", "IOException");
        assertThat(retry.trouble()).isNull();
    }

    @Test
    void throwsWhatCannotPassAtOnce() {
        // Given
        IllegalArgumentException refused = new IllegalArgumentException("refused");
        // Then
        assertThatThrownBy(() -> retry.call(() -> {
                    tries.incrementAndGet();
                    throw refused;
                }))
                .isSameAs(refused);
        assertThat(tries).hasValue(1);
        assertThat(retry.trouble()).isNull();
    }

    @Test
    void whatRefusesAfterBeingAwayIsNotAwayAnyMore() {
        // Then
        assertThatThrownBy(() -> retry.call(() -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IOException("away");
                    }
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tries).hasValue(2);
        assertThat(retry.trouble()).isNull();
    }

    @Test
    void aCallThatSucceedsDoesNotHideAnotherThatWaits() throws Exception {
        // Given
        List<String> troubles = new ArrayList<>();
        // When
        retry.call(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new IOException("away");
            }
            retry.call(() -> "of the other lane");
            assertThatThrownBy(() -> retry.call(() -> {
                        throw new IllegalArgumentException("refused");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            troubles.add(retry.trouble());
            return "done";
        });
        // Then
        assertThat(troubles).containsExactly("IOException");
        assertThat(retry.trouble()).isNull();
    }

    @Test
    void tellsTheCauseAndNotWhatIsAroundIt() throws Exception {
        // Given
        RetryInPlace toKafka = new RetryInPlace("Kafka", e -> true, stopping::get);
        List<String> troubles = new ArrayList<>();
        // When
        toKafka.call(() -> {
            troubles.add(toKafka.trouble());
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("all failed", new TopicAuthorizationException("articles.enriched"));
            }
            return "done";
        });
        // Then
        assertThat(troubles).containsExactly(null, "TopicAuthorizationException");
    }

    @Test
    void stopsTryingWhenTheServiceStops() {
        // Then
        assertThatThrownBy(() -> retry.call(() -> {
                    stopping.set(tries.incrementAndGet() == 2);
                    throw new IOException("away");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PostgreSQL");
        assertThat(tries).hasValue(2);
        assertThat(retry.trouble()).isEqualTo("IOException");
    }
}
