package io.dateline.systemtests.bench;

import io.dateline.systemtests.bench.connect.ConnectRival;
import io.dateline.systemtests.corpus.EnrichedTopic;
import io.dateline.systemtests.corpus.WideCorpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Articles that wait in Kafka, until they are committed in the full indexed schema; then binary COPY of the very same rows
 * into the very same tables, emptied, with one connection. The articles are in revisions, articles, enrichments, entities,
 * events, quotes; text search vectors come ready-made with COPY and have to be made by the store. Story building is off.
 * Then the same articles by Kafka Connect into a table of its own.
 */
final class StoreBench {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    /** Enough for the compilers to be done with what matters. */
    private static final int WARM_UP = 20_000;

    private static final List<String> TABLES = List.of(
            "revisions", "articles", "enrichments", "article_entities", "event_mentions", "quotes", "labels", "places");

    private final int count;
    private final WideCorpus corpus = new WideCorpus();

    StoreBench(int count) {
        this.count = count;
    }

    String run() {
        Map<String, String> settings = new HashMap<>(Map.of("DATELINE_STORE_STORY_BUILD", "false"));
        try (Dateline dateline = Dateline.startOnly(Service.STORE, settings, List.of("-Xmx384m"))) {
            FilledStore store = new FilledStore(dateline);
            store.fill(corpus, WARM_UP);
            try (Connection connection = store.connect("store")) {
                double rows = count / stored(dateline, connection);
                double copied = count / copied(connection, store);
                return String.format(
                                Locale.ROOT,
                                "articles=%d rows_per_s=%.0f copy_per_s=%.0f ratio_copy=%.2f",
                                count,
                                rows,
                                copied,
                                rows / copied)
                        + beside(dateline, connection, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds from the first commit to the last, and what is left to do for the indexes. */
    private double stored(Dateline dateline, Connection connection) throws SQLException {
        signal(dateline, "STOP");
        try (EnrichedTopic topic = new EnrichedTopic(dateline.servers().kafkaBootstrap())) {
            for (int number = WARM_UP; number < WARM_UP + count; number++) {
                topic.send(corpus.article(number));
            }
            topic.flush();
        }
        Map<String, Double> before = dateline.cpuSeconds();
        long began = System.nanoTime();
        signal(dateline, "CONT");
        Await.until("all to be stored", LIMIT, () -> FilledStore.last(connection) >= WARM_UP + count);
        try (Statement statement = connection.createStatement()) {
            FilledStore.flush(statement);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        dateline.cpuSeconds()
                .forEach((name, after) -> System.out.printf(
                        Locale.ROOT,
                        "%s: %.2f ms of CPU an article%n",
                        name,
                        1e3 * (after - before.get(name)) / count));
        return seconds;
    }

    /** The same articles by Kafka Connect, with the store ended; says so where its jars are not here. */
    private String beside(Dateline dateline, Connection connection, double rows) throws SQLException {
        if (!ConnectRival.present()) {
            return " connect=absent";
        }
        dateline.stop(Service.STORE);
        ConnectRival connect = new ConnectRival(dateline.servers(), connection, WARM_UP, count);
        connect.fill(corpus);
        double indexed = connect.indexed();
        return String.format(
                Locale.ROOT,
                " connect_per_s=%.0f ratio_connect=%.2f connect_bare_per_s=%.0f",
                indexed,
                rows / indexed,
                connect.bare());
    }

    /** A service that stands still keeps its connections and its partitions, for less than Kafka's session timeout. */
    private static void signal(Dateline dateline, String signal) {
        long pid = dateline.process(Service.STORE).pid();
        try {
            if (new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                            .start()
                            .waitFor()
                    != 0) {
                throw new IllegalStateException("the store took no SIG" + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Seconds that the same rows take by COPY, with what is left to do for the indexes. */
    private double copied(Connection connection, FilledStore store) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, Path> files = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                Path file = Files.createTempFile("dateline-copy", ".bin");
                files.put(table, file);
                String rows = ofMeasured(table);
                try (OutputStream out = Files.newOutputStream(file)) {
                    copy.copyOut("COPY (" + rows + ") TO STDOUT (FORMAT binary)", out);
                }
            }
            statement.execute("TRUNCATE " + String.join(", ", TABLES));
            long began = System.nanoTime();
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                try (InputStream in = Files.newInputStream(files.get(table))) {
                    copy.copyIn("COPY " + table + " FROM STDIN (FORMAT binary)", in);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            FilledStore.flush(statement);
            return (System.nanoTime() - began) / 1e9;
        } finally {
            for (Path file : files.values()) {
                Files.delete(file);
            }
        }
    }

    /** Labels and places are of all articles: most were there when the measured ones came. */
    private static String ofMeasured(String table) {
        return switch (table) {
            case "labels", "places" -> "SELECT * FROM " + table;
            case "revisions" -> "SELECT * FROM revisions WHERE seq > " + WARM_UP;
            default ->
                "SELECT t.* FROM " + table + " AS t JOIN revisions AS r USING (id, revision) WHERE r.seq > " + WARM_UP;
        };
    }
}
