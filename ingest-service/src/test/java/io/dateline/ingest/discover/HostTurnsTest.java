package io.dateline.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostTurnsTest {
    private static final String HOST = "news.example.org:443";
    private static Database database;

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("turns_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database, "TRUNCATE hosts");
    }

    @Test
    void givesAHostToOneAtATime() throws InterruptedException {
        // given
        HostTurns turns = turns(Duration.ZERO);
        UUID mine = turns.take(HOST).orElseThrow();

        // when
        Optional<UUID> second = turns.take(HOST);
        Optional<UUID> elsewhere = turns.take("other.example.org:443");
        turns.give(HOST, mine);

        // then
        assertThat(second).isEmpty();
        assertThat(elsewhere).isPresent();
        assertThat(turns.take(HOST)).isPresent();
    }

    @Test
    void keepsThePauseAfterARequest() throws InterruptedException {
        // given
        HostTurns turns = turns(Duration.ofHours(1));

        // when
        turns.give(HOST, turns.take(HOST).orElseThrow());

        // then
        assertThat(turns.take(HOST)).isEmpty();
    }

    @Test
    void leavesATurnThatSomebodyElseHas() throws InterruptedException {
        // given
        HostTurns turns = turns(Duration.ZERO);
        turns.take(HOST).orElseThrow();

        // when
        turns.give(HOST, UUID.randomUUID());

        // then
        assertThat(turns.take(HOST)).isEmpty();
    }

    private static HostTurns turns(Duration pause) {
        return new HostTurns(database, Duration.ofMinutes(1), pause, Duration.ZERO);
    }
}
