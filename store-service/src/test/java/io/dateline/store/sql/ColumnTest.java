package io.dateline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.testing.StoreSchema;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private record Thing(
            String text, Integer number, Long big, Double real, Boolean flag, byte[] bytes, Instant time) {}

    private static final List<Column<Thing>> COLUMNS = List.of(
            Column.text(Thing::text),
            Column.integer(Thing::number),
            Column.big(Thing::big),
            Column.real(Thing::real),
            Column.flag(Thing::flag),
            Column.bytes(Thing::bytes),
            Column.time(Thing::time));

    private AgroalDataSource pool;

    @BeforeEach
    void create() throws SQLException {
        pool = StoreSchema.create("column_" + UUID.randomUUID().toString().substring(0, 8), 0);
        try (Connection connection = pool.getConnection()) {
            Sql.update(
                    connection,
                    "CREATE TABLE things (text text, number int4, big int8, real float4, flag bool, bytes bytea, time timestamptz)");
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void insert(Thing... things) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Column.update(
                    connection,
                    "INSERT INTO things SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)",
                    Arrays.asList(things),
                    COLUMNS);
        }
    }

    @Test
    void writesEveryTypeAsItIs() throws SQLException {
        // Given: what a quoted literal would have to escape
        String text = "say \"no\", {a\\b}, NULL, 'é', 日本, \uD83D\uDCF0\n";

        // When
        insert(
                new Thing(
                        text,
                        -7,
                        1L << 40,
                        0.1,
                        true,
                        "{\\x00\u0000\"}".getBytes(StandardCharsets.UTF_8),
                        Instant.parse("0000-02-28T10:00:00Z")),
                new Thing("", 0, 0L, -1.5, false, new byte[0], Instant.parse("2026-11-26T07:08:09.123456Z")));

        // Then
        assertThat(StoreSchema.rows(pool, "SELECT text FROM things ORDER BY number"))
                .containsExactly(text, "");
        assertThat(
                        StoreSchema.rows(
                                pool,
                                "SELECT number, big, real, flag, encode(bytes, 'hex'), extract(epoch FROM time) FROM things ORDER BY number"))
                .containsExactly(
                        "-7 1099511627776 0.1 t 7b5c78303000227d -62162172000.000000", "0 0 -1.5 f  1795676889.123456");
    }

    @Test
    void writesNothingAsNull() throws SQLException {
        // When
        insert(
                new Thing(null, null, null, null, null, null, null),
                new Thing("a", 1, 1L, 1.0, true, new byte[1], Instant.EPOCH));

        // Then
        assertThat(StoreSchema.rows(
                        pool,
                        "SELECT count(*) FROM things WHERE num_nulls(text, number, big, real, flag, bytes, time) = 7"))
                .containsExactly("1");
    }

    @Test
    void doesNothingWithoutRows() throws SQLException {
        // When
        insert();

        // Then
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM things")).containsExactly("0");
    }
}
