package io.dateline.store.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Sees to it that the month in which rows are about to be stored has its partitions, and the month after it, which is
 * then there before it begins. Thread-safe.
 */
final class Partitions {
    private static final Logger LOG = Logger.getLogger(Partitions.class);
    /** In the order in which writers lock them. */
    static final List<String> TABLES =
            List.of("articles", "enrichments", "article_entities", "event_mentions", "quotes");
    /** Columns of which the planner must know more than the thousand most frequent elements; see migration V11. */
    private static final List<String> STATISTICS = List.of("articles.tsv", "articles.tags", "event_mentions.keys");
    /** Bytes up to which an article's row is kept in one piece; see migration V18. */
    private static final int ROW = 4_080;
    /** Any constant will do, as long as every instance locks the same. */
    private static final long LOCK = 0x646174656c696e65L;

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Set<YearMonth> present = ConcurrentHashMap.newKeySet();
    /** By {@link System#nanoTime}: the next month's tables are not tried before. */
    private final AtomicLong notBefore = new AtomicLong(System.nanoTime());

    /**
     * The month by the database's clock, with its partitions in place. Leaves no transaction open; must not be called
     * within one.
     *
     * @throws SQLException with the state {@link SqlStates#LOCKED} where this month has none yet and others are at the tables
     */
    LocalDate currentMonth(Connection connection) throws SQLException {
        YearMonth month = month(connection);
        ensure(connection, month);
        ahead(connection, month.plusMonths(1));
        return month.atDay(1);
    }

    /** There is a month's time for it: whoever reads for long is not to hold up what is stored today. */
    private void ahead(Connection connection, YearMonth next) throws SQLException {
        if (!present.contains(next) && System.nanoTime() - notBefore.get() >= 0) {
            try {
                ensure(connection, next);
            } catch (SQLException e) {
                if (!SqlStates.LOCKED.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback();
                notBefore.set(System.nanoTime() + AGAIN.toNanos());
                LOG.debugf("the tables of %s are made later: others are at the tables", next);
            }
        }
    }

    private static YearMonth month(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT (now() AT TIME ZONE 'UTC')::date")) {
            result.next();
            YearMonth month =
                    YearMonth.from(result.getObject(1, LocalDate.class).atStartOfDay(ZoneOffset.UTC));
            connection.commit();
            return month;
        }
    }

    /** Of the table that holds a month. */
    static String name(String table, YearMonth month) {
        return "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue());
    }

    /** Until the end of the transaction; false where another instance makes or drops partitions at this moment. */
    static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void ensure(Connection connection, YearMonth month) throws SQLException {
        if (present.contains(month)) {
            return;
        }
        if (!there(connection, month)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = '5s'");
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
                // Whoever comes while we wait for a table waits behind us.
                statement.execute("SET LOCAL lock_timeout = '100ms'");
                if (!there(connection, month)) {
                    create(statement, month);
                }
            }
        }
        connection.commit();
        present.add(month);
    }

    /**
     * Whether a month has its tables: they come and go together. Read from the catalogue: {@code to_regclass} would answer what
     * this session found before it waited for whoever makes them.
     */
    static boolean there(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT FROM pg_class"
                + " WHERE relname = ? AND relnamespace = to_regnamespace(current_schema()))")) {
            select.setString(1, name(TABLES.get(0), month));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void create(Statement statement, YearMonth month) throws SQLException {
        for (String table : TABLES) {
            statement.execute("CREATE TABLE %s PARTITION OF %s FOR VALUES FROM ('%s') TO ('%s')"
                    .formatted(
                            name(table, month),
                            table,
                            month.atDay(1),
                            month.plusMonths(1).atDay(1)));
        }
        for (String table : List.of("articles", "enrichments")) {
            statement.execute("ALTER TABLE %s SET (toast_tuple_target = %d)".formatted(name(table, month), ROW));
        }
        for (String statistics : STATISTICS) {
            int dot = statistics.indexOf('.');
            statement.execute("ALTER TABLE %s ALTER COLUMN %s SET STATISTICS 1000"
                    .formatted(name(statistics.substring(0, dot), month), statistics.substring(dot + 1)));
        }
    }
}
