package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.EnrichedTopic;
import io.dateline.systemtests.corpus.WideCorpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.testinfra.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Fills a store by its own way, the topic of enriched articles, and asks its database directly. */
final class FilledStore {
    private static final Duration LIMIT = Duration.ofMinutes(60);
    /** Articles written to the topic ahead of the store. */
    private static final int AHEAD = 20_000;

    private static final List<String> FLUSH = List.of("SELECT gin_clean_pending_list(index.oid) FROM pg_class AS index"
            + " JOIN pg_index ON pg_index.indexrelid = index.oid JOIN pg_am ON pg_am.oid = index.relam"
            + " WHERE pg_am.amname = 'gin' AND index.relkind = 'i'"
            + " AND index.relnamespace = current_schema()::regnamespace");

    private final Dateline dateline;

    FilledStore(Dateline dateline) {
        this.dateline = dateline;
    }

    Connection connect(String schema) throws SQLException {
        String url = dateline.servers().jdbcUrl();
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema, Servers.USER, Servers.PASSWORD);
    }

    /** Articles 0 to {@code count}; returns when all of them are committed. Prints how far it is. */
    void fill(WideCorpus corpus, int count) throws SQLException {
        try (Connection connection = connect("store");
                EnrichedTopic topic = new EnrichedTopic(dateline.servers().kafkaBootstrap())) {
            long began = System.nanoTime();
            long before = last(connection);
            for (int number = 0; number < count; number++) {
                if (number % 10_000 == 0) {
                    long ahead = before + number - AHEAD;
                    Await.until("the store to come after", LIMIT, () -> last(connection) >= ahead);
                    if (number % 50_000 == 0 && number > 0) {
                        System.out.printf("%d stored, %.0f s%n", number - AHEAD, (System.nanoTime() - began) / 1e9);
                    }
                }
                topic.send(corpus.article(number));
            }
            topic.flush();
            long all = before + count;
            Await.until(all + " stored articles", LIMIT, () -> last(connection) >= all);
        }
    }

    /** As it is after a night: statistics taken, pending lists emptied, pages marked visible. */
    void settle() throws SQLException {
        try (Connection connection = connect("store");
                Statement statement = connection.createStatement()) {
            flush(statement);
            statement.execute("VACUUM (ANALYZE)");
        }
    }

    static void flush(Statement statement) throws SQLException {
        for (String sql : FLUSH) {
            statement.execute(sql);
        }
    }

    /** The number of the last committed change. */
    static long last(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT last FROM change_counter")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
