package io.dateline.store.story;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Binds columns as arrays for {@code unnest}: one statement and one round trip for any number of rows. */
final class Columns {
    private Columns() {}

    /** @param type PostgreSQL's name of the element type */
    record Column<T>(String type, Function<T, Object> value) {}

    static <T> Column<T> text(Function<T, String> value) {
        return new Column<>("text", value::apply);
    }

    static <T> Column<T> integer(Function<T, Integer> value) {
        return new Column<>("int4", value::apply);
    }

    static <T> Column<T> big(Function<T, Long> value) {
        return new Column<>("int8", value::apply);
    }

    static <T> Column<T> flag(Function<T, Boolean> value) {
        return new Column<>("bool", value::apply);
    }

    static <T> Column<T> bytes(Function<T, byte[]> value) {
        return new Column<>("bytea", value::apply);
    }

    static <T> Column<T> time(Function<T, java.time.Instant> value) {
        return new Column<>(
                "timestamptz", row -> value.apply(row).atOffset(ZoneOffset.UTC).toString());
    }

    static <T> void execute(Connection connection, String sql, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                Column<T> column = columns.get(i);
                Object[] values = column.type().equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = column.value().apply(rows.get(row));
                }
                statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
            }
            statement.executeUpdate();
        }
    }

    static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
