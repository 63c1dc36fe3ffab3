package io.dateline.systemtests.bench.connect;

import io.dateline.local.process.ChildProcess;
import io.dateline.systemtests.corpus.WideCorpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Checkout;
import io.dateline.testinfra.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one would take instead of a store of one's own: Kafka Connect, standalone, with Debezium's JDBC sink, tuned as its
 * makers advise (upserts of 500 by unnest, repeated keys reduced first), two tasks. It delivers at least once and writes one
 * table with a row an article; the store writes eight, once.
 */
public final class ConnectRival {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Path LIB = Checkout.root().resolve("system-tests/rivals/target/lib");
    private static final String TOPIC = "rival.articles";
    private static final int TASKS = 2;

    private static final String COLUMNS =
            "id text PRIMARY KEY, revision integer NOT NULL, source text NOT NULL, url text,"
                    + " language text NOT NULL, published_at timestamptz NOT NULL, title text NOT NULL, body text NOT NULL,"
                    + " entities jsonb NOT NULL, topics jsonb NOT NULL, events jsonb NOT NULL, quotes jsonb NOT NULL";

    private static final String SEARCH =
            ", tsv tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || body)) STORED";

    private final Servers servers;
    private final Connection connection;
    private final int warmUp;
    private final int count;

    /**
     * @param connection whose first schema the tables are made in
     * @param warmUp     articles before those that count
     */
    public ConnectRival(Servers servers, Connection connection, int warmUp, int count) {
        this.servers = servers;
        this.connection = connection;
        this.warmUp = warmUp;
        this.count = count;
    }

    /** Whether its jars are here: {@code system-tests/bench} fetches them. */
    public static boolean present() {
        return Files.isDirectory(LIB);
    }

    /** Writes all articles to its topic, once for both tables. */
    public void fill(WideCorpus corpus) {
        try (FlatTopic topic = new FlatTopic(servers.kafkaBootstrap(), TOPIC, TASKS)) {
            for (int number = 0; number < warmUp + count; number++) {
                topic.send(corpus.article(number));
            }
        }
    }

    /** Rows a second into a table that knows its key and nothing else. */
    public double bare() throws SQLException {
        return perSecond("rival_bare", "", List.of());
    }

    /** Rows a second into a table that can be searched and listed, with what is left to do for its index of words. */
    public double indexed() throws SQLException {
        return perSecond(
                "rival_indexed",
                SEARCH,
                List.of(
                        "CREATE INDEX rival_newest ON rival_indexed (published_at DESC, id DESC)",
                        "CREATE INDEX rival_text ON rival_indexed USING gin (tsv)"));
    }

    private double perSecond(String table, String more, List<String> indexes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (" + COLUMNS + more + ")");
            for (String index : indexes) {
                statement.execute(index);
            }
            ChildProcess connect = start(table);
            try {
                long first = rows(connect, table, warmUp);
                long began = System.nanoTime();
                long last = rows(connect, table, warmUp + count);
                if (!indexes.isEmpty()) {
                    statement.execute("SELECT gin_clean_pending_list('rival_text')");
                }
                return (last - first) / ((System.nanoTime() - began) / 1e9);
            } finally {
                connect.kill();
                Files.delete(connect.log());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows there are once there are as many as asked for. */
    private long rows(ChildProcess connect, String table, long wanted) {
        long[] rows = new long[1];
        Await.until(wanted + " rows by Kafka Connect", LIMIT, () -> {
            if (!connect.alive()) {
                throw new IllegalStateException("Kafka Connect ended: " + connect.lastLines(20));
            }
            Await.pause(Duration.ofMillis(200));
            rows[0] = counted(table);
            return rows[0] >= wanted;
        });
        return rows[0];
    }

    private long counted(String table) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(id) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChildProcess start(String table) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("dateline-connect");
        Path worker = Files.write(
                folder.resolve("worker.properties"),
                List.of(
                        "bootstrap.servers=" + servers.kafkaBootstrap(),
                        "key.converter=org.apache.kafka.connect.storage.StringConverter",
                        "value.converter=org.apache.kafka.connect.json.JsonConverter",
                        "value.converter.schemas.enable=true",
                        "offset.storage.file.filename=" + folder.resolve("offsets"),
                        "listeners=http://127.0.0.1:0",
                        "consumer.max.poll.records=500",
                        "consumer.auto.offset.reset=earliest"));
        Path sink = Files.write(
                folder.resolve("sink.properties"),
                List.of(
                        "name=" + table.replace('_', '-'),
                        "connector.class=io.debezium.connector.jdbc.JdbcSinkConnector",
                        "tasks.max=" + TASKS,
                        "topics=" + TOPIC,
                        "connection.url=" + connection.getMetaData().getURL(),
                        "connection.username=" + Servers.USER,
                        "connection.password=" + Servers.PASSWORD,
                        "insert.mode=upsert",
                        "primary.key.mode=record_value",
                        "primary.key.fields=id",
                        "schema.evolution=none",
                        "collection.name.format=" + table,
                        "batch.size=500",
                        "use.reduction.buffer=true",
                        "dialect.postgres.unnest.insert.enabled=true"));
        return ChildProcess.start(
                "connect",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        LIB + "/*",
                        "org.apache.kafka.connect.cli.ConnectStandalone",
                        worker.toString(),
                        sink.toString()),
                Map.of(),
                folder.resolve("connect.log"));
    }
}
