package io.dateline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.ingest.identity.SenderHours.Sender;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.parse.PushReader;
import io.dateline.ingest.parse.RefusedArticle;
import io.dateline.ingest.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderHoursTest {
    private static Database database;

    private final SenderHours hours = new SenderHours(database, Duration.ofHours(24));

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("sender_hours_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database, "TRUNCATE sender_hours");
    }

    @Test
    void hearsWhoPushesAndDropsButNeitherFeedsNorImports() throws RefusedArticle {
        // given
        ParsedArticle article =
                PushReader.read("{\"title\":\"t\",\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        IdentityStore identities = new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45));

        // when, more than once within the hour
        for (int i = 0; i < 2; i++) {
            identities.reserve(List.of(
                    new Incoming(article, Origin.named(Source.Kind.PUSH, "Paper", "p")),
                    new Incoming(article, Origin.named(Source.Kind.WIRE, "Agency", "w")),
                    new Incoming(article, Origin.imported(Source.Kind.PUSH, "Archive", "a")),
                    new Incoming(article, Origin.feed("feed-1", "feed", "Feed"))));
        }

        // then
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM sender_hours"))
                .isBetween(2L, 4L);
        assertThat(
                        TestDatabase.count(
                                database,
                                "SELECT count(DISTINCT sender) FROM sender_hours WHERE sender IN ('push:paper', 'wire:agency')"))
                .isEqualTo(TestDatabase.count(database, "SELECT count(DISTINCT sender) FROM sender_hours"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        // pause between two of its hours, hours since the last one, state
        "1 hour,23,ok",
        "1 hour,26,silent",
        "1 day,150,ok",
        "1 day,180,silent",
        "7 days,840,ok",
        "7 days,1200,silent"
    })
    void callsASenderSilentByItsOwnRhythm(String every, int quiet, String state) {
        // given
        sent("wire:agency", every, quiet, quiet + 28 * 24);

        // when, then
        assertThat(hours.all()).extracting(Sender::id, Sender::state).containsExactly(tuple("wire:agency", state));
    }

    @ParameterizedTest
    @CsvSource({
        // three hours within a week; two hours
        "3 days,200,344,0",
        "7 days,200,368,0",
        "84 hours,200,368,1"
    })
    void saysNothingOfWhoNeverUsedToSend(String every, int quiet, int from, int known) {
        // given
        sent("push:trial", every, quiet, from);

        // when, then
        assertThat(hours.all()).hasSize(known);
    }

    @Test
    void forgetsWhoHasSentNothingForSixtyDays() {
        // given: hours that are dropped, and as many as it takes to know a rhythm by
        sent("push:gone", "1 day", 60 * 24 + 1, 100 * 24);
        sent("push:late", "1 day", 60 * 24 - 1, 100 * 24);

        // when
        hours.forget();

        // then
        assertThat(hours.all()).extracting(Sender::id, Sender::state).containsExactly(tuple("push:late", "silent"));
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM sender_hours"))
                .isEqualTo(30 + 31);
    }

    private static void sent(String sender, String every, int until, int from) {
        TestDatabase.run(database, """
                INSERT INTO sender_hours SELECT '%s', now() - make_interval(hours => %d) - n * interval '%s'
                FROM generate_series(0, 1000) n
                WHERE now() - make_interval(hours => %d) - n * interval '%s' >= now() - make_interval(hours => %d)
                """.formatted(sender, until, every, until, every, from));
    }
}
