package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.query.ArticleKeys.Key;
import io.dateline.store.sql.PackedJson;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.testing.Stories;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many there are, a thousand keys and ten texts are read at once, and no connection is held in between. */
class ArticleReadingTest {
    private static final int COUNT = 2_500;
    private static final int POOL = 4;

    private AgroalDataSource pool;
    private ArticleReading reading;

    @BeforeEach
    void store() throws SQLException, JsonProcessingException {
        pool = StoreSchema.create("reading_" + UUID.randomUUID().toString().substring(0, 8), 0);
        ReadPool read = new ReadPool(pool);
        reading = new ArticleReading(read, new Filters(read));
        ObjectNode document = MessageCodec.json().valueToTree(Stories.story("reading"));
        String raw = document.remove("article").toString();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("articles", "enrichments")) {
                statement.execute("CREATE TABLE %1$s_all PARTITION OF %1$s DEFAULT".formatted(table));
            }
            insert(connection, """
                    INSERT INTO revisions (id, revision, content_hash, seq, stored_month, status)
                    SELECT 'a-' || n, 1, 'hash', n, '2026-11-01', 'usable' FROM generate_series(1, ?) AS n
                    """, COUNT);
            insert(connection, """
                    INSERT INTO articles (stored_month, id, revision, is_head, status, source_id, source_name, source_kind,
                        title, snippet, language, sort_at, fetched_at, enrichment_version, highlights, tags, tsv, raw)
                    SELECT stored_month, id, 1, true, 'usable', 'one', 'One', 'push', 'title', '', 'en',
                        timestamptz '2026-11-20T08:00:00Z' - seq / 2 * interval '1 s', now(), 'v', '{}', '{}', '',
                        ?::jsonb || jsonb_build_object('id', id)
                    FROM revisions
                    """, raw);
            insert(connection, """
                    INSERT INTO enrichments (stored_month, id, revision, version, document)
                    SELECT stored_month, id, 1, 'v', ?::jsonb FROM revisions
                    """, document.toString());
        }
    }

    private static void insert(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, value);
            insert.executeUpdate();
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** Fails where the pool has not one connection to give. */
    private void assertOneIsFree() throws SQLException {
        pool.getConnection().close();
    }

    @Test
    void readsAllOfThemPieceByPieceAndHoldsNothing() throws SQLException {
        // Given: one connection for all that is asked
        List<Connection> others = new ArrayList<>();
        for (int i = 1; i < POOL; i++) {
            others.add(pool.getConnection());
        }

        // When
        List<String> ids = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String cursor = null;
        do {
            ArticleKeys page = reading.keys(ArticleQuery.ALL.withPage(ArticleReading.KEYS, cursor));
            assertOneIsFree();
            pages.add(page.items().size());
            for (int from = 0; from < page.items().size(); from += ArticleReading.DOCUMENTS) {
                List<Key> keys = page.items().subList(from, from + ArticleReading.DOCUMENTS);
                reading.heads(keys)
                        .articles()
                        .forEach(article -> ids.add(article.document().article().id()));
                assertOneIsFree();
            }
            cursor = page.next();
        } while (cursor != null);

        // Then: two share each second, and none is lost between pages
        assertThat(pages).containsExactly(1_000, 1_000, 500);
        assertThat(ids).hasSize(COUNT).doesNotHaveDuplicates().startsWith("a-1", "a-3", "a-2");
        for (Connection other : others) {
            other.close();
        }
    }

    @Test
    void takesTheHeadAsItStandsAndLeavesOutWhatIsGone() throws SQLException {
        // Given
        List<Key> keys = reading.keys(ArticleQuery.ALL.withPage(3, null)).items();

        // When
        try (Connection connection = pool.getConnection()) {
            insert(connection, "UPDATE articles SET status = 'canceled' WHERE id = ?", "a-3");
        }

        // Then
        assertThat(reading.heads(keys).articles())
                .extracting(article -> article.document().article().id())
                .containsExactly("a-1", "a-2");
        assertThat(reading.heads(List.of()).articles()).isEmpty();
    }

    @Test
    void takesTenAtOnceAndCursorsOfTheSameQuestionOnly() {
        // Given
        ArticleKeys page = reading.keys(ArticleQuery.ALL.withPage(11, null));
        ArticleQuery other =
                ArticleQueryParser.parse(Map.of("lang", List.of("en"))).withPage(10, page.next());

        // Then
        assertThat(reading.heads(page.items().subList(0, 10)).articles()).hasSize(10);
        assertThatThrownBy(() -> reading.heads(page.items())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reading.keys(other)).isInstanceOf(ProblemException.class);
    }

    @Test
    void readsFewerAtOnceWhereTheyAreLarge() throws SQLException {
        // Given: the second and the fourth have a million characters, and the first is gone
        List<Key> keys = reading.keys(ArticleQuery.ALL.withPage(6, null)).items();
        try (Connection connection = pool.getConnection()) {
            for (int large : new int[] {1, 3}) {
                insert(
                        connection,
                        "UPDATE articles SET raw = raw || jsonb_build_object('body', repeat('long ', 200000)) WHERE id = ?",
                        keys.get(large).id());
            }
            insert(
                    connection,
                    "UPDATE articles SET status = 'canceled' WHERE id = ?",
                    keys.get(0).id());
        }
        ReadPool read = new ReadPool(pool);
        ArticleReading frugal = new ArticleReading(read, new Filters(read), 1_000_000);

        // When
        List<Integer> looked = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        int from = 0;
        while (from < keys.size()) {
            ArticleReading.Piece piece = frugal.heads(keys.subList(from, keys.size()));
            piece.articles()
                    .forEach(article -> ids.add(article.document().article().id()));
            looked.add(piece.keys());
            from += piece.keys();
            assertOneIsFree();
        }

        // Then: in order, each once, none beside a large one that was read already
        assertThat(looked).containsExactly(2, 2, 2);
        assertThat(ids)
                .containsExactlyElementsOf(
                        keys.subList(1, 6).stream().map(Key::id).toList());
        assertThat(reading.heads(keys).keys()).isEqualTo(6);
    }

    @Test
    void readsNoMoreOfABeginningThanAnExcerptNeeds() throws SQLException {
        // Given
        List<Key> keys = reading.keys(ArticleQuery.ALL.withPage(2, null)).items();
        try (Connection connection = pool.getConnection()) {
            insert(
                    connection,
                    "UPDATE articles SET raw = raw || jsonb_build_object('body', repeat('long ', 200000)) WHERE id = ?",
                    keys.get(0).id());
        }

        // When
        var whole = reading.heads(keys).articles().get(0).document();
        var beginning = reading.beginnings(keys).articles().get(0).document();

        // Then
        assertThat(whole.article().body()).hasSize(1_000_000);
        assertThat(beginning.article().body()).hasSize(2_000);
        assertThat(whole.entities()).isNotEmpty();
        assertThat(beginning.entities()).isEmpty();
        assertThat(beginning.topics()).isEqualTo(whole.topics());
        assertThat(beginning.article().title()).isEqualTo(whole.article().title());
    }

    @Test
    void readsTagsThatArePackedAsThoseOfOlderRows() throws SQLException, IOException {
        // Given
        List<Key> keys = reading.keys(ArticleQuery.ALL.withPage(2, null)).items();
        ObjectNode tags = MessageCodec.json().valueToTree(Stories.story("reading"));
        tags.remove("article");
        tags.remove("fingerprint");
        try (Connection connection = pool.getConnection();
                PreparedStatement pack = connection.prepareStatement(
                        "UPDATE enrichments SET document = NULL, packed = ?, fingerprint = 'AAAA' WHERE id = ?")) {
            pack.setBytes(1, PackedJson.pack(MessageCodec.json().writeValueAsBytes(tags)));
            pack.setString(2, keys.get(0).id());
            pack.executeUpdate();
        }

        // When
        List<StoredArticle> whole = reading.heads(keys).articles();
        List<StoredArticle> beginnings = reading.beginnings(keys).articles();

        // Then
        EnrichedArticle packed = whole.get(0).document();
        EnrichedArticle older = whole.get(1).document();
        assertThat(packed.entities()).isNotEmpty().isEqualTo(older.entities());
        assertThat(packed.quotes()).isEqualTo(older.quotes());
        assertThat(packed.enrichment()).isEqualTo(older.enrichment());
        assertThat(packed.fingerprint()).isEqualTo("AAAA");
        assertThat(older.fingerprint()).isEqualTo(Stories.story("reading").fingerprint());
        assertThat(beginnings.get(0).document().entities()).isEmpty();
        assertThat(beginnings.get(0).document().topics()).isEqualTo(packed.topics());
    }
}
