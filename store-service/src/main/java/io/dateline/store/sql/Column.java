package io.dateline.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A column bound as an array for {@code unnest}: one statement and one round trip for any number of rows. Arrays are typed, since
 * the driver sends texts, numbers and bytes of a typed array in binary, and an {@code Object[]} as one quoted literal, which cost
 * an eighth of the store's time to write and PostgreSQL more to read. Times are texts of a type that has no binary form there.
 *
 * @param type  PostgreSQL's name of the element type
 * @param array makes an array of so many values
 * @param value of a row; may be null
 */
public record Column<T>(String type, IntFunction<Object[]> array, Function<T, ?> value) {
    public static <T> Column<T> text(Function<T, String> value) {
        return new Column<>("text", String[]::new, value);
    }

    public static <T> Column<T> integer(Function<T, Integer> value) {
        return new Column<>("int4", Integer[]::new, value);
    }

    public static <T> Column<T> big(Function<T, Long> value) {
        return new Column<>("int8", Long[]::new, value);
    }

    /** A number of 32 bits; what is finer is rounded. */
    public static <T> Column<T> real(Function<T, ? extends Number> value) {
        return new Column<>("float4", Float[]::new, row -> {
            Number number = value.apply(row);
            return number == null ? null : number.floatValue();
        });
    }

    public static <T> Column<T> flag(Function<T, Boolean> value) {
        return new Column<>("bool", Boolean[]::new, value);
    }

    public static <T> Column<T> bytes(Function<T, byte[]> value) {
        return new Column<>("bytea", byte[][]::new, value);
    }

    public static <T> Column<T> time(Function<T, Instant> value) {
        return new Column<>("timestamptz", String[]::new, row -> {
            Instant instant = value.apply(row);
            return instant == null ? null : SqlDates.text(instant);
        });
    }

    /** @param first number of the first parameter, counted from 1 */
    public static <T> void bind(PreparedStatement statement, int first, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Object[] values = rows.stream().map(column.value()).toArray(column.array());
            statement.setArray(first + i, connection.createArrayOf(column.type(), values));
        }
    }

    /** Runs a statement that has no other parameters; not at all without rows. */
    public static <T> void update(Connection connection, String sql, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, rows, columns);
            statement.executeUpdate();
        }
    }
}
