package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.local.rewind.Rewind;
import io.dateline.local.rewind.Rewound;
import io.dateline.systemtests.corpus.EnrichedTopic;
import io.dateline.systemtests.corpus.WideCorpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

/** The database is lost, an old copy of it is restored, and the store's groups are taken back to the time of the copy. */
class RewindIT {
    private static final int BEFORE = 800;
    private static final int AFTER = 1_200;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Http http = new Http();
    private final WideCorpus corpus = new WideCorpus();

    @Test
    void endsCompleteAfterAnOldCopyOfTheDatabaseWasRestored() throws Exception {
        try (Dateline dateline = Dateline.startOnly(Service.STORE, Map.of(), List.of("-Xmx384m"))) {
            // Given: a copy of the whole database, and articles that came after it
            send(dateline, 0, BEFORE);
            awaitStored(dateline, BEFORE);
            stop(dateline);
            database(dateline, "CREATE DATABASE copy TEMPLATE dateline");
            Instant copied = Instant.now();
            start(dateline);
            send(dateline, BEFORE, AFTER);
            awaitStored(dateline, BEFORE + AFTER);

            // When
            Rewound whileRunning = rewind(dateline, copied);
            stop(dateline);
            database(dateline, "DROP DATABASE dateline", "ALTER DATABASE copy RENAME TO dateline");
            Rewound rewound = rewind(dateline, copied);
            start(dateline);

            // Then: all are there once, in one sequence without a gap
            awaitStored(dateline, BEFORE + AFTER);
            assertThat(whileRunning).isInstanceOf(Rewound.InUse.class);
            assertThat(rewound).isInstanceOfSatisfying(Rewound.Done.class, done -> {
                assertThat(done.records()).isEqualTo(AFTER);
                assertThat(done.cut()).isEmpty();
            });
            // Then: what is read again though it is there makes no second article
            stop(dateline);
            assertThat(rewind(dateline, Instant.EPOCH))
                    .isInstanceOfSatisfying(
                            Rewound.Done.class,
                            done -> assertThat(done.records()).isEqualTo(BEFORE + AFTER));
            start(dateline);
            Await.until(
                    "all to be read again",
                    LIMIT,
                    () -> dateline.instance(Service.STORE).articles(http, "duplicate") >= BEFORE + AFTER);
            awaitStored(dateline, BEFORE + AFTER);
            assertThat(dateline.instance(Service.STORE).articles(http, "stored"))
                    .isZero();
        }
    }

    private void send(Dateline dateline, int from, int count) {
        try (EnrichedTopic topic = new EnrichedTopic(dateline.servers().kafkaBootstrap())) {
            for (int number = from; number < from + count; number++) {
                topic.send(corpus.article(number));
            }
        }
    }

    private void awaitStored(Dateline dateline, int count) {
        ChangesReader changes = new ChangesReader(http, dateline.url(Service.STORE));
        Await.until(count + " stored articles", LIMIT, () -> {
            changes.poll();
            return changes.count() >= count;
        });
        assertThat(changes.faults()).isEmpty();
        assertThat(changes.count()).isEqualTo(count);
        assertThat(changes.last()).isEqualTo(count);
    }

    private static void stop(Dateline dateline) {
        dateline.process(Service.STORE).stop(Duration.ofSeconds(20));
    }

    private static void start(Dateline dateline) {
        dateline.launch(Service.STORE);
        dateline.awaitReady(Service.STORE);
    }

    private static Rewound rewind(Dateline dateline, Instant to) throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, dateline.servers().kafkaBootstrap()))) {
            return new Rewind(admin).to("store", to);
        }
    }

    /** Asked of another database of the same server, since nobody may be connected to the one that is copied. */
    private static void database(Dateline dateline, String... statements) throws SQLException {
        String url = dateline.servers().jdbcUrl().replaceAll("/dateline(?=$|\\?)", "/postgres");
        try (Connection connection = DriverManager.getConnection(url, Servers.USER, Servers.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
