package io.dateline.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Statements with bound values, and transactions. A value may be an {@link Instant}, an array, or a collection of texts, which
 * is bound as an array.
 */
public final class Sql {
    private Sql() {}

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** One row as something. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Commits what was done, or nothing of it where it throws; the work may commit or roll back in between itself. */
    public static <T> T transaction(DataSource dataSource, Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return transaction(connection, work);
        }
    }

    /** As {@link #transaction(DataSource, Work)}, on a connection that goes back to its pool afterwards. */
    public static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (Throwable e) {
            // Of an Error too: the pool turns autocommit on again, which commits the half that is written.
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException alsoBroken) {
            // The connection is gone and the transaction with it; the first failure is the one to tell.
            cause.addSuppressed(alsoBroken);
        }
    }

    public static <T> List<T> rows(Connection connection, String sql, Row<T> row, Object... values)
            throws SQLException {
        try (PreparedStatement select = prepare(connection, sql, values);
                ResultSet result = select.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        }
    }

    public static <T> Optional<T> first(Connection connection, String sql, Row<T> row, Object... values)
            throws SQLException {
        return rows(connection, sql, row, values).stream().findFirst();
    }

    /** How many rows were changed. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepare(connection, sql, values)) {
            return update.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Collection<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray(String[]::new)));
            } else if (value instanceof Object[] array) {
                statement.setArray(i + 1, connection.createArrayOf(type(array), array));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    private static String type(Object[] array) {
        if (array instanceof Long[]) {
            return "int8";
        }
        return array instanceof Integer[] ? "int4" : "text";
    }

    /** Null where the column is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
