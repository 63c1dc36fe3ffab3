package io.dateline.systemtests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.local.postgres.LocalPostgres;
import io.dateline.local.process.Ports;
import io.dateline.local.process.RuntimeFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that was killed, as for its memory or by a power cut, and is started again at once. */
class KilledPostgresTest {
    private static final String PASSWORD = "only-for-tests";

    @TempDir
    Path folder;

    private static void signal(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static long number(Connection connection, String question) throws Exception {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void startsAgainWhenTheLastSessionOfTheOneBeforeIsGone() throws Exception {
        // Given: a session that cannot notice that its server is gone
        LocalPostgres postgres = new LocalPostgres(folder, RuntimeFolder.find(), Ports.freeRange(1), PASSWORD);
        postgres.start();
        try {
            Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.USER, PASSWORD);
            long session = number(connection, "SELECT pg_backend_pid()");
            signal("STOP", session);
            postgres.kill();

            // When
            CompletableFuture<Void> started = CompletableFuture.runAsync(postgres::start);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> started.isDone()
                            || postgres.process().lastLines(20).stream().anyMatch(line -> line.contains("in use")));
            assertThat(started).isNotDone();
            signal("KILL", session);

            // Then
            assertThat(started).succeedsWithin(Duration.ofSeconds(60));
            try (Connection again = DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.USER, PASSWORD)) {
                assertThat(number(again, "SELECT 1")).isEqualTo(1);
            }
        } finally {
            postgres.stop();
        }
    }
}
