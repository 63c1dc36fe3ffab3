package io.dateline.store.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Binds columns as arrays for {@code unnest}: one statement and one round trip for any number of rows. */
final class Unnest {
    /** Between the elements of a list that travels in one text, since unnest would flatten arrays of arrays. */
    static final char SEPARATOR = '\u001f';

    private Unnest() {}

    /** @param first number of the first parameter, counted from 1 */
    static <T> void bind(PreparedStatement statement, int first, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Object[] values = rows.stream().map(column.value()).toArray();
            statement.setArray(first + i, connection.createArrayOf(column.type(), values));
        }
    }

    static <T> Column<T> text(Function<T, String> value) {
        return new Column<>("text", value::apply);
    }

    static <T> Column<T> integer(Function<T, Integer> value) {
        return new Column<>("int4", value::apply);
    }

    static <T> Column<T> time(Function<T, Instant> value) {
        return new Column<>("timestamptz", row -> {
            Instant instant = value.apply(row);
            return instant == null ? null : SqlDates.text(instant);
        });
    }

    /**
     * @param type PostgreSQL's name of the element type
     */
    record Column<T>(String type, Function<T, Object> value) {}
}
