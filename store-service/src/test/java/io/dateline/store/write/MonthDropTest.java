package io.dateline.store.write;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.testing.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthDropTest {
    private static final YearMonth OLD = YearMonth.of(2020, 2);

    private String schema;
    private AgroalDataSource pool;
    private MonthDrop months;

    @BeforeEach
    void createTables() throws SQLException {
        schema = "drop_" + UUID.randomUUID().toString().substring(0, 8);
        pool = StoreSchema.create(schema, 0);
        months = new MonthDrop(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private List<String> rows(String sql) throws SQLException {
        return StoreSchema.rows(pool, sql);
    }

    @Test
    void forgetsTextsAndTagsAndKeepsWhatWasStored() throws SQLException {
        // Given: two articles of an old month, one of which was corrected since, and one of now
        Stored.write(pool, List.of(story("a"), story("b")));
        Stored.moveAllTo(pool, OLD);
        Stored.write(pool, List.of(story("b", 2, article -> article), story("c")));

        // When
        boolean dropped = months.drop(OLD);

        // Then
        assertThat(dropped).isTrue();
        assertThat(rows("SELECT id, revision FROM articles ORDER BY revision"))
                .containsExactly(id("c") + " 1", id("b") + " 2");
        for (String table : List.of("enrichments", "article_entities", "event_mentions", "quotes")) {
            assertThat(rows("SELECT DISTINCT id FROM " + table)).containsExactlyInAnyOrder(id("b"), id("c"));
        }
        assertThat(rows("SELECT count(*) FROM revisions")).containsExactly("4");
        assertThat(rows("SELECT month, last_seq, newest_sort FROM dropped_months"))
                .containsExactly("2020-02-01 2 2026-11-20 08:00:00+00");
        assertThat(months.present()).doesNotContain(OLD).isNotEmpty();
    }

    @Test
    void doesNotStoreAgainWhatWasDropped() throws SQLException {
        // Given
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        months.drop(OLD);

        // When: it is delivered once more
        List<RowOutcome> outcomes =
                new BatchWriter(pool, new Partitions(), new KnownTags()).write(List.of(Rows.of(story("a"), null)));

        // Then
        assertThat(outcomes).hasOnlyElementsOfType(RowOutcome.Duplicate.class);
        assertThat(rows("SELECT count(*) FROM articles")).containsExactly("0");
    }

    @Test
    void dropsOnce() throws SQLException {
        // Given
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);

        // Then
        assertThat(months.drop(OLD)).isTrue();
        assertThat(months.drop(OLD)).isFalse();
        assertThat(rows("SELECT count(*) FROM dropped_months")).containsExactly("1");
    }

    @Test
    void leavesAllAsItIsWhileSomebodyReads() throws SQLException {
        // Given
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        try (Connection reader = pool.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM quotes");

            // When, then
            assertThatThrownBy(() -> months.drop(OLD)).isInstanceOf(SQLException.class);
            reader.rollback();
        }
        assertThat(rows("SELECT count(*) FROM articles")).containsExactly("1");
        assertThat(rows("SELECT count(*) FROM dropped_months")).containsExactly("0");
    }

    @Test
    void holdsNothingUpWhileItWaitsForWhoReads() throws Exception {
        // Given: somebody reads the last of the tables
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        try (Connection reader = pool.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM quotes");

            // When
            assertThatThrownBy(() -> months.drop(OLD))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(SqlStates.LOCKED));

            // Then: it gave up while the reader went on, and holds none of the tables it had got before
            statement.execute("SET LOCAL lock_timeout = '5s'; LOCK TABLE articles IN ACCESS EXCLUSIVE MODE");
            reader.rollback();
        }
        assertThat(months.drop(OLD)).isTrue();
    }

    @Test
    void takesSightingsOfWhatNeverCameBeforeItKeepsAnyOut() throws SQLException {
        // Given: somebody writes sightings all the while
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        Stored.write(pool, List.of(story("b")));
        for (String article : List.of(id("a"), id("b"), id("never came"))) {
            rows(
                    "INSERT INTO sightings (article_id, source_id, url_hash, source_name, source_kind, revision, first_seen,"
                            + " last_seen, stored_at) VALUES ('" + article + "', 's', '', 'S', 'feed', 1, now(), now(),"
                            + " '2020-02-03') RETURNING article_id");
        }
        try (Connection writer = pool.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            SightingWriter.keepOut(writer);

            // When
            assertThatThrownBy(() -> months.drop(OLD)).isInstanceOf(SQLException.class);

            // Then
            assertThat(rows("SELECT article_id FROM sightings")).containsExactlyInAnyOrder(id("a"), id("b"));
            assertThat(rows("SELECT count(*) FROM dropped_months")).containsExactly("0");
            writer.rollback();
        }
        assertThat(months.drop(OLD)).isTrue();
        assertThat(rows("SELECT article_id FROM sightings")).containsExactly(id("b"));
    }

    @Test
    void mayTakeLongerThanTheConnectionsOfItsPoolWaitElse() throws SQLException {
        // Given: a second of patience, and a step that takes two
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN PERFORM pg_sleep(2); RETURN NEW; END'");
            statement.execute(
                    "CREATE TRIGGER slow BEFORE INSERT ON dropped_months FOR EACH ROW EXECUTE FUNCTION slow()");
        }

        // When / Then
        try (AgroalDataSource hasty = StoreSchema.pool(schema, 0, 1)) {
            assertThat(new MonthDrop(hasty).drop(OLD)).isTrue();
            // The connection is as it was when it goes back.
            try (Connection connection = hasty.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
            }
        }
    }

    @Test
    void looksOnlyAtChangesBehindThoseDroppedBefore() throws SQLException {
        // Given: three months, one article each
        YearMonth older = OLD.minusMonths(1);
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, older);
        Stored.write(pool, List.of(story("b")));
        Stored.movePresentTo(pool, OLD);
        Stored.write(pool, List.of(story("c")));
        months.drop(older);
        // A line that would count if it were looked at again.
        rows("UPDATE revisions SET stored_month = '2030-01-01' WHERE seq = 1 RETURNING seq");

        // When
        months.drop(OLD);

        // Then
        assertThat(rows("SELECT last_seq FROM dropped_months ORDER BY month")).containsExactly("1", "2");
    }

    @Test
    void knowsTheMonthByTheClockOfTheDatabase() throws SQLException {
        // Given
        Instant before =
                Instant.parse(rows("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                        .get(0));

        // When
        Instant now = months.now();

        // Then
        assertThat(now).isBetween(before, before.plusSeconds(60));
    }

    @Test
    void keepsSoManyWholeMonthsBeforeThePresentOne() {
        Set<YearMonth> present =
                Set.of(YearMonth.of(2026, 11), YearMonth.of(2026, 10), YearMonth.of(2026, 9), YearMonth.of(2025, 1));

        assertThat(new KeptMonths(1).over(present, Instant.parse("2026-11-30T23:59:59Z")))
                .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2026, 9));
        assertThat(new KeptMonths(2).over(present, Instant.parse("2026-11-30T23:59:59Z")))
                .containsExactly(YearMonth.of(2025, 1));
        assertThat(new KeptMonths(2).over(present, Instant.parse("2026-12-01T00:00:00Z")))
                .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2026, 9));
        assertThatThrownBy(() -> new KeptMonths(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
