package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.local.rewind.Rewind;
import io.dateline.local.rewind.Rewound;
import io.dateline.systemtests.corpus.EnrichedTopic;
import io.dateline.systemtests.corpus.WideCorpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Checkout;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.io.IOException;
import java.nio.file.Files;
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
    private static final int COPIED = 200;
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

    @Test
    void ingestGoesOnWithTheNextRevisionOfWhatWasRevisedAfterTheCopy() throws Exception {
        try (Dateline dateline = Dateline.start()) {
            // Given: a copy, and what was revised and what was new after it
            push(dateline, "first", 0, COPIED);
            awaitStored(dateline, COPIED);
            List.of(Service.values()).forEach(dateline::stop);
            database(dateline, "CREATE DATABASE copy TEMPLATE dateline");
            Instant copied = Instant.now();
            startAll(dateline);
            push(dateline, "second", 0, COPIED);
            push(dateline, "first", COPIED, COPIED);
            awaitStored(dateline, 3 * COPIED);

            // When: the steps of docs/deploy.md
            List.of(Service.values()).forEach(dateline::stop);
            database(dateline, "DROP DATABASE dateline", "ALTER DATABASE copy RENAME TO dateline");
            assertThat(rewind(dateline, copied)).isInstanceOf(Rewound.Done.class);
            start(dateline);
            awaitStored(dateline, 3 * COPIED);
            int told;
            try (Connection connection = connect(dateline.servers().jdbcUrl());
                    Statement statement = connection.createStatement()) {
                told = statement.executeUpdate(toldToIngest());
            }
            stop(dateline);
            startAll(dateline);
            push(dateline, "third", 0, COPIED);

            // Then: it is the third revision of each, and the head
            awaitStored(dateline, 4 * COPIED);
            assertThat(told).isEqualTo(COPIED);
            try (Connection connection = connect(dateline.servers().jdbcUrl());
                    Statement statement = connection.createStatement();
                    var heads = statement.executeQuery("SELECT count(*), min(revision), max(revision)"
                            + " FROM store.articles WHERE is_head AND title LIKE 'third%'")) {
                heads.next();
                assertThat(List.of(heads.getInt(1), heads.getInt(2), heads.getInt(3)))
                        .containsExactly(COPIED, 3, 3);
            }
        }
    }

    private void push(Dateline dateline, String version, int from, int count) {
        StringBuilder lines = new StringBuilder();
        for (int number = from; number < from + count; number++) {
            lines.append(MessageCodec.json()
                            .createObjectNode()
                            .put("title", version + " report " + number)
                            .put("body", "Of the " + version + " kind, told at length by reporter " + number + ".")
                            .put("url", "https://restore.example/" + number))
                    .append('\n');
        }
        var answer =
                http.post(dateline.url(Service.INGEST) + "/api/articles", "application/x-ndjson", lines.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** The statement as the page gives it, so that the page stays true. */
    private static String toldToIngest() throws IOException {
        String page = Files.readString(Checkout.root().resolve("docs/deploy.md"));
        int from = page.indexOf("UPDATE ingest.articles");
        return page.substring(from, page.indexOf(';', from));
    }

    private static void startAll(Dateline dateline) {
        List.of(Service.values()).forEach(dateline::launch);
        List.of(Service.values()).forEach(dateline::awaitReady);
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
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, Servers.USER, Servers.PASSWORD);
    }
}
