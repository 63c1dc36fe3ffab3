package io.dateline.store.write;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Language;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.testing.Stories;
import io.dateline.store.write.RowOutcome.Conflict;
import io.dateline.store.write.RowOutcome.Duplicate;
import io.dateline.store.write.RowOutcome.Stored;
import io.dateline.store.write.RowOutcome.Unstorable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
    private AgroalDataSource pool;
    private SplittingWriter<ArticleRow> writer;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("writing_" + UUID.randomUUID().toString().substring(0, 8), 0);
        writer = new SplittingWriter<>(
                new BatchWriter(pool, new Partitions(), new KnownTags()), SqlStates.retry("PostgreSQL", () -> false));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private List<RowOutcome> write(EnrichedArticle... articles) throws Exception {
        return writer.write(
                Arrays.stream(articles).map(article -> Rows.of(article, null)).toList());
    }

    private List<String> revisions() throws SQLException {
        return StoreSchema.rows(pool, "SELECT seq, id, revision FROM revisions ORDER BY seq");
    }

    private List<String> heads(String key) throws SQLException {
        return StoreSchema.rows(pool, "SELECT revision, status FROM articles WHERE is_head AND id = '" + id(key) + "'");
    }

    @Test
    void storesWhatIsDeliveredTwiceOnce() throws Exception {
        // Given
        List<RowOutcome> first = write(story("a"), story("b"));

        // When
        List<RowOutcome> second = write(story("b"), story("a"), story("c"));

        // Then
        assertThat(first).containsExactly(new Stored(1), new Stored(2));
        assertThat(second).containsExactly(new Duplicate(), new Duplicate(), new Stored(3));
        assertThat(revisions()).containsExactly("1 " + id("a") + " 1", "2 " + id("b") + " 1", "3 " + id("c") + " 1");
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM articles")).containsExactly("3");
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM enrichments")).containsExactly("3");
    }

    @Test
    void givesUpOnRowsThatAreNeitherThereNorToBePutThere() throws Exception {
        // Given
        BatchWriter once = new BatchWriter(pool, new Partitions(), new KnownTags());
        Sql.transaction(pool, connection -> {
            Sql.update(
                    connection,
                    "CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
            return Sql.update(
                    connection,
                    "CREATE TRIGGER swallow BEFORE INSERT ON revisions FOR EACH ROW EXECUTE FUNCTION swallow()");
        });

        // When / Then
        assertThatThrownBy(() -> once.write(List.of(Rows.of(story("a"), null))))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(SqlStates.COLLIDED));
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM articles")).containsExactly("0");
    }

    @Test
    void storesWhatComesTwiceInOneBatchOnce() throws Exception {
        // When
        List<RowOutcome> outcomes = write(story("a"), story("a"), story("b"));

        // Then
        assertThat(outcomes).containsExactly(new Stored(1), new Duplicate(), new Stored(2));
    }

    @Test
    void refusesOtherContentUnderAKnownRevision() throws Exception {
        // Given
        write(story("a"));

        // When
        List<RowOutcome> outcomes =
                write(story("a", 1, article -> article.contentHash(Stories.hash("something else"))), story("b"));

        // Then
        assertThat(outcomes).containsExactly(new Conflict(), new Stored(2));
        assertThat(StoreSchema.rows(pool, "SELECT content_hash FROM revisions WHERE id = '" + id("a") + "'"))
                .containsExactly(Stories.hash("a/1"));
    }

    @Test
    void refusesTagsFoundAnewThatNoTextMayHold() throws Exception {
        // Given
        write(story("a"), story("b"));
        Way again = new Way(null, null, null, null, 7L);
        EnrichedArticle a = story("a");
        EnrichedArticle withNul = new EnrichedArticle(
                a.article(),
                new Language("en", 1, "NUL \u0000"),
                a.dateline(),
                a.entities(),
                a.topics(),
                a.events(),
                a.quotes(),
                a.dates(),
                a.fingerprint(),
                a.enrichment());

        // When
        List<RowOutcome> outcomes = writer.write(List.of(Rows.of(withNul, again), Rows.of(story("b"), again)));

        // Then
        assertThat(outcomes).containsExactly(new Unstorable("SQLSTATE 22P05"), new RowOutcome.Reprocessed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6})
    void storesAllButTheRowThatTheDatabaseRefuses(int position) throws Exception {
        // Given
        EnrichedArticle[] batch = new EnrichedArticle[7];
        for (int i = 0; i < batch.length; i++) {
            // The rules look at title, body and summary; a NUL elsewhere is found by PostgreSQL.
            String byline = i == position ? "NUL \u0000 inside" : "somebody";
            batch[i] = story("n" + i, 1, article -> article.byline(byline));
        }

        // When
        List<RowOutcome> outcomes = write(batch);

        // Then
        assertThat(outcomes.get(position)).isEqualTo(new Unstorable("SQLSTATE 22021"));
        List<RowOutcome> others = new ArrayList<>(outcomes);
        others.remove(position);
        assertThat(others).allMatch(Stored.class::isInstance);
        assertThat(StoreSchema.rows(pool, "SELECT count(*), max(seq) FROM revisions"))
                .containsExactly("6 6");
    }

    @Nested
    class Revisions {
        @Test
        void putsALowerRevisionThatComesLaterIntoHistory() throws Exception {
            // Given
            write(story("a", 3, article -> article));

            // When
            List<RowOutcome> outcomes = write(story("a", 2, article -> article));

            // Then
            assertThat(outcomes).containsExactly(new Stored(2));
            assertThat(heads("a")).containsExactly("3 usable");
        }

        @Test
        void makesTheHighestOfABatchTheHead() throws Exception {
            // When
            write(
                    story("a", 2, article -> article),
                    story("a", 4, article -> article),
                    story("a", 3, article -> article));

            // Then
            assertThat(heads("a")).containsExactly("4 usable");
        }

        @Test
        void movesTheHeadOn() throws Exception {
            // Given
            write(story("a"));

            // When
            write(story("a", 2, article -> article));

            // Then
            assertThat(heads("a")).containsExactly("2 usable");
            assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM articles WHERE NOT is_head"))
                    .containsExactly("1");
        }

        @Test
        void letsACancellationInheritWhatTheArticleWasFoundBy() throws Exception {
            // Given
            write(story("a"));

            // When
            write(canceled("a", 2));

            // Then
            assertThat(heads("a")).containsExactly("2 canceled");
            assertThat(StoreSchema.rows(
                            pool,
                            "SELECT 'entity:geonames:587084' = ANY (tags),"
                                    + " tsv @@ websearch_to_tsquery('english', 'delegations')"
                                    + " FROM articles WHERE revision = 2"))
                    .containsExactly("t t");
        }
    }

    @Test
    void keepsTheChangeCounterFreeOfHolesWhenABatchFails() throws Exception {
        // Given
        write(story("a"));

        // When
        write(story("bad", 1, article -> article.slugline("\u0000")), story("b"));

        // Then
        assertThat(revisions()).containsExactly("1 " + id("a") + " 1", "2 " + id("b") + " 1");
        assertThat(StoreSchema.rows(pool, "SELECT last FROM change_counter")).containsExactly("2");
    }

    @Test
    void tagsTopicsWithTheirBroaderAndPlacesWithTheirCountry() throws Exception {
        // When
        write(story("a"));

        // Then
        assertThat(StoreSchema.rows(pool, "SELECT unnest(tags) FROM articles"))
                .containsExactlyInAnyOrder(
                        "source:test-wire",
                        "lang:en",
                        "url:qZRueMDHOTgY-G6ItYOHYw",
                        "domain:news.example",
                        "place:geonames:587084",
                        "place:AZ",
                        "entity:geonames:587084",
                        "entity:per:sahiba gafarova",
                        "topic:medtop:20000639",
                        "topic:medtop:20000638",
                        "topic:medtop:11000000",
                        "event:CONSULT",
                        "event:CONSULT/visit",
                        "event:043",
                        "actor:geonames:587084",
                        "actor:SA",
                        "actor:GOV",
                        "recipient:per:sahiba gafarova",
                        "recipient:AZ",
                        "recipient:LEG",
                        "eventplace:geonames:587084",
                        "eventplace:AZ",
                        "speaker:per:sahiba gafarova");
        assertThat(StoreSchema.rows(pool, "SELECT label FROM labels WHERE tag = 'place:AZ'"))
                .containsExactly("Azerbaijan");
    }
}
