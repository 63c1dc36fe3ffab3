package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.Topics;
import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * 5,000 articles are pushed while every process is killed once (SIGKILL) in the middle of the flow and started again on
 * its data: each service, PostgreSQL, Kafka. Nothing may be lost, stored twice, skipped in the change sequence or
 * dead-lettered.
 */
class FaultIT {
    private static final int ARTICLES = 5_000;
    private static final int CHUNK = 50;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Http http = new Http();
    private final AtomicInteger pushed = new AtomicInteger();

    @Test
    void nothingIsLostOrStoredTwiceWhenEveryProcessIsKilledOnce() throws Exception {
        try (Dateline dateline = Dateline.start()) {
            // Given
            List<BenchArticle> articles = Corpus.generated(ARTICLES, 7);
            ChangesReader reader = new ChangesReader(http, dateline.url(Service.STORE));
            Thread pusher = new Thread(() -> push(dateline, articles), "push");
            pusher.start();

            // When
            killAtEachShare(dateline, reader);
            pusher.join(LIMIT.toMillis());
            Await.until(
                    "all articles in the change sequence",
                    LIMIT,
                    () -> reader.poll() == 0 && reader.count() >= ARTICLES);

            // Then
            long rows = stored(dateline, "SELECT count(*) FROM store.revisions");
            long ids = stored(dateline, "SELECT count(DISTINCT id) FROM store.revisions");
            System.out.printf(
                    "RESULT articles=%d faults=5 lost=%d twice=%d gaps=%d dead_lettered=%d%n",
                    ARTICLES, ARTICLES - ids, rows - ids, reader.faults().size(), deadLetters(dateline));
            assertThat(pushed).hasValue(ARTICLES);
            assertThat(reader.faults()).isEmpty();
            assertThat(reader.count()).isEqualTo(ARTICLES);
            assertThat(stored(dateline, "SELECT count(*) FROM store.revisions")).isEqualTo(ARTICLES);
            assertThat(stored(dateline, "SELECT count(DISTINCT id) FROM store.revisions"))
                    .isEqualTo(ARTICLES);
            assertThat(stored(dateline, "SELECT count(*) FROM store.articles")).isEqualTo(ARTICLES);
            assertThat(deadLetters(dateline)).isZero();
        }
    }

    /** One fault for each sixth of the articles: far enough apart that each strikes a flowing system. */
    private void killAtEachShare(Dateline dateline, ChangesReader reader) {
        int share = ARTICLES / 6;
        awaitPushed(share, reader);
        restart(dateline, Service.INGEST);
        awaitPushed(2 * share, reader);
        restart(dateline, Service.ENRICH);
        awaitPushed(3 * share, reader);
        restart(dateline, Service.STORE);
        awaitPushed(4 * share, reader);
        dateline.servers().killPostgres();
        dateline.servers().startPostgres();
        awaitPushed(5 * share, reader);
        dateline.servers().killKafka();
        dateline.servers().startKafka();
    }

    private static void restart(Dateline dateline, Service service) {
        dateline.kill(service);
        dateline.launch(service);
        dateline.awaitReady(service);
    }

    private void awaitPushed(int count, ChangesReader reader) {
        Await.until(count + " articles accepted", LIMIT, () -> {
            reader.poll();
            return pushed.get() >= count;
        });
    }

    /** As a sender would that trusts only a 202: whatever else comes back, it sends the same again. */
    private void push(Dateline dateline, List<BenchArticle> articles) {
        for (int from = 0; from < articles.size(); from += CHUNK) {
            List<BenchArticle> chunk = articles.subList(from, Math.min(articles.size(), from + CHUNK));
            String lines = Corpus.ndjson(chunk);
            Await.until("a chunk to be accepted", LIMIT, () -> accepted(dateline, lines));
            pushed.addAndGet(chunk.size());
        }
    }

    private boolean accepted(Dateline dateline, String lines) {
        try {
            var answer = http.post(dateline.url(Service.INGEST) + "/api/articles", "application/x-ndjson", lines);
            return answer.statusCode() == 202
                    && Http.parse(answer.body()).path("rejected").isEmpty();
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    private static long stored(Dateline dateline, String query) throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", Servers.USER);
        user.setProperty("password", Servers.PASSWORD);
        try (Connection connection =
                        DriverManager.getConnection(dateline.servers().jdbcUrl(), user);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long deadLetters(Dateline dateline) throws Exception {
        Map<TopicPartition, OffsetSpec> ends = TopicCatalog.all().stream()
                .filter(topic -> topic.name().endsWith(Topics.DEAD_LETTER_SUFFIX))
                .collect(java.util.stream.Collectors.toMap(
                        topic -> new TopicPartition(topic.name(), 0), topic -> OffsetSpec.latest()));
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", dateline.servers().kafkaBootstrap()))) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        }
    }
}
