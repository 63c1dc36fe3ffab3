package io.dateline.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskedTurnsTest {
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
        AskedTurns turns = turns(Duration.ZERO);
        Turn mine = turns.take(HOST, Duration.ofMinutes(1)).orElseThrow();

        // when
        Optional<Turn> second = turns.take(HOST, Duration.ofMinutes(1));
        Optional<Turn> elsewhere = turns.take("other.example.org:443", Duration.ofMinutes(1));
        turns.give(mine, null);

        // then
        assertThat(second).isEmpty();
        assertThat(elsewhere).isPresent();
        assertThat(turns.take(HOST, Duration.ofMinutes(1))).isPresent();
    }

    @Test
    void keepsThePauseAfterARequest() throws InterruptedException {
        // given
        AskedTurns turns = turns(Duration.ofHours(1));

        // when
        turns.give(turns.take(HOST, Duration.ofMinutes(1)).orElseThrow(), null);

        // then
        assertThat(turns.take(HOST, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void leavesATurnThatSomebodyElseHas() throws InterruptedException {
        // given
        AskedTurns turns = turns(Duration.ZERO);
        turns.take(HOST, Duration.ofMinutes(1)).orElseThrow();

        // when
        turns.give(new Turn(HOST, UUID.randomUUID(), null, null, null), null);

        // then
        assertThat(turns.take(HOST, Duration.ofMinutes(1))).isEmpty();
    }

    private static AskedTurns turns(Duration pause) {
        return new AskedTurns(database, new HostTurns(Duration.ofMinutes(1)), pause, Duration.ZERO);
    }
}
