package io.dateline.store.write;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.article.Source;
import io.dateline.store.testing.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final YearMonth OLD = YearMonth.of(2020, 2);

    private AgroalDataSource pool;
    private SplittingWriter<SightingRow> writer;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("sightings_" + UUID.randomUUID().toString().substring(0, 8), 0);
        writer = new SplittingWriter<>(new SightingWriter(pool), SqlStates.retry("PostgreSQL", () -> false));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static Sighting seen(String key, String source, String url, Instant at) {
        return new Sighting(id(key), 1, new Source(source, "Name of " + source, Source.Kind.FEED), url, "Title", at);
    }

    private List<RowOutcome> write(Sighting... sightings) throws Exception {
        return writer.write(Arrays.stream(sightings)
                .map(sighting -> new SightingRow(sighting, null))
                .toList());
    }

    private List<String> rows(String sql) throws SQLException {
        return StoreSchema.rows(pool, sql);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void keepsEachSourceAndAddressOnceAndARedeliveryChangesNothing() throws Exception {
        // Given: none of the articles is there yet
        Sighting one = seen("a", "one", "https://one.example/1", NOON);
        Sighting otherAddress = seen("a", "one", "https://one.example/2", NOON);
        Sighting noAddress = seen("a", "one", null, NOON);
        Sighting otherArticle = seen("b", "one", "https://one.example/1", NOON);

        // When
        List<RowOutcome> first = write(one, one, otherAddress, noAddress, otherArticle);
        List<String> before = rows("SELECT *, xmin FROM sightings ORDER BY article_id, url_hash");
        List<RowOutcome> again = write(one, otherAddress, noAddress, otherArticle);

        // Then
        assertThat(first)
                .containsExactly(
                        new RowOutcome.Added(),
                        new RowOutcome.Duplicate(),
                        new RowOutcome.Added(),
                        new RowOutcome.Added(),
                        new RowOutcome.Added());
        assertThat(again).hasSize(4).containsOnly(new RowOutcome.Duplicate());
        assertThat(rows("SELECT *, xmin FROM sightings ORDER BY article_id, url_hash"))
                .hasSize(4)
                .isEqualTo(before);
    }

    @Test
    void tellsFirstAndLastInWhateverOrderTheyCome() throws Exception {
        // When
        write(seen("a", "one", null, NOON), seen("a", "one", null, NOON.plusSeconds(60)));
        write(seen("a", "one", null, NOON.minusSeconds(60)));

        // Then
        assertThat(rows("SELECT first_seen, last_seen FROM sightings"))
                .containsExactly("2026-11-20 11:59:00+00 2026-11-20 12:01:00+00");
    }

    @Test
    void keepsNoneOfAnErasedArticle() throws Exception {
        // Given
        Stored.write(pool, List.of(story("a"), story("b")));
        write(seen("a", "one", null, NOON), seen("b", "one", null, NOON));

        // When
        Stored.erase(pool, id("a"));
        List<RowOutcome> late = write(seen("a", "two", null, NOON), seen("b", "two", null, NOON));

        // Then
        assertThat(late).containsExactly(new RowOutcome.Erased(), new RowOutcome.Added());
        assertThat(rows("SELECT article_id, source_id FROM sightings ORDER BY source_id"))
                .containsExactly(id("b") + " one", id("b") + " two");
    }

    @Test
    void goesWithTheMonthOfItsArticle() throws Exception {
        // Given: an article of an old month, one that was corrected since, one that never came, one of now
        Stored.write(pool, List.of(story("a"), story("b")));
        Stored.moveAllTo(pool, OLD);
        Stored.write(pool, List.of(story("b", 2, article -> article), story("c")));
        write(seen("a", "one", null, NOON), seen("b", "one", null, NOON), seen("c", "one", null, NOON));
        write(seen("never", "one", null, NOON));
        run("UPDATE sightings SET stored_at = '2020-02-29 23:59:59Z'");
        write(seen("later", "one", null, NOON));

        // When
        boolean dropped = Stored.drop(pool, OLD);
        List<RowOutcome> late = write(seen("a", "two", null, NOON));

        // Then
        assertThat(dropped).isTrue();
        assertThat(late).containsExactly(new RowOutcome.Erased());
        assertThat(rows("SELECT article_id FROM sightings")).containsExactlyInAnyOrder(id("b"), id("c"), id("later"));
    }

    @Test
    void findsTheRowThatTheDatabaseRefuses() throws Exception {
        // Given
        Sighting refused = new Sighting(
                id("a"),
                1,
                new Source("bad", "Name", Source.Kind.FEED),
                null,
                "a \0 that no rule would let pass",
                NOON);

        // When
        List<RowOutcome> outcomes = write(seen("a", "one", null, NOON), refused, seen("a", "two", null, NOON));

        // Then
        assertThat(outcomes.get(1)).isInstanceOf(RowOutcome.Unstorable.class);
        assertThat(rows("SELECT source_id FROM sightings ORDER BY 1")).containsExactly("one", "two");
    }

    @Test
    void everyColumnIsExplained() throws SQLException {
        assertThat(rows("""
                SELECT attname FROM pg_attribute WHERE attrelid = 'sightings'::regclass AND attnum > 0
                    AND col_description(attrelid, attnum) IS NULL""")).isEmpty();
    }
}
