package io.dateline.store.write;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.EvidenceRules;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTablesTest {
    private AgroalDataSource pool;
    private BatchWriter writer;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("tags_" + UUID.randomUUID().toString().substring(0, 8), 0);
        writer = new BatchWriter(pool, new Partitions(), new KnownTags());
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void write(EnrichedArticle... articles) throws Exception {
        for (EnrichedArticle article : articles) {
            assertThat(EvidenceRules.violations(article)).isEmpty();
        }
        writer.write(
                Arrays.stream(articles).map(article -> Rows.of(article, null)).toList());
    }

    private List<String> rows(String sql) throws SQLException {
        return StoreSchema.rows(pool, sql);
    }

    @Test
    void storesEachEntityEventAndQuoteAsARow() throws Exception {
        // When
        write(story("a"));

        // Then
        assertThat(rows("SELECT entity, type, name, salience, mentions, current FROM article_entities ORDER BY 1"))
                .containsExactly("geonames:587084 LOC Baku 0.8 1 t", "per:sahiba gafarova PER Sahiba Gafarova 0.6 1 t");
        assertThat(rows("SELECT type, event_date, confidence, source_id, document ->> 'mode' FROM event_mentions"))
                .containsExactly("CONSULT 2026-11-20 0.8 test-wire visit");
        assertThat(rows("SELECT unnest(keys) FROM event_mentions"))
                .containsExactly(
                        "event:CONSULT",
                        "event:CONSULT/visit",
                        "event:043",
                        "actor:geonames:587084",
                        "actor:SA",
                        "actor:GOV",
                        "recipient:per:sahiba gafarova",
                        "recipient:AZ",
                        "recipient:LEG",
                        "place:geonames:587084",
                        "place:AZ",
                        "source:test-wire");
        assertThat(rows("SELECT speaker, document -> 'words' ->> 'surface' FROM quotes"))
                .containsExactly("per:sahiba gafarova parliament");
        assertThat(rows("SELECT mentioned FROM articles")).containsExactly("{[2026-11-20,2026-11-21)}");
        assertThat(rows("SELECT place, name, country, latitude FROM places"))
                .containsExactly("geonames:587084 Baku AZ 40.37767");
        assertThat(
                        rows(
                                "SELECT tag FROM articles, unnest(tags) AS tag WHERE tag ~ '^(event|actor|speaker)' ORDER BY 1"))
                .contains("event:CONSULT", "actor:SA", "eventplace:AZ", "speaker:per:sahiba gafarova");
    }

    @Test
    void storesAnEventOfTwoWhoHaveNoName() throws Exception {
        // Given
        EnrichedArticle named = story("a");
        Event event = named.events().get(0);
        List<Event.Participant> crowd = List.of(
                new Event.Participant(null, "PE", "COP", event.trigger()),
                new Event.Participant(null, null, "CVL", event.sentence()));

        // When
        write(withEvent(
                named,
                new Event(
                        event.type(),
                        event.mode(),
                        event.contexts(),
                        event.cameo(),
                        event.goldstein(),
                        crowd,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        event.sentence(),
                        event.trigger(),
                        event.mentions(),
                        event.confidence(),
                        event.by())));

        // Then
        assertThat(rows("SELECT unnest(keys) FROM event_mentions"))
                .containsExactly(
                        "event:CONSULT",
                        "event:CONSULT/visit",
                        "event:043",
                        "actor:PE",
                        "actor:COP",
                        "actor:CVL",
                        "source:test-wire");
    }

    private static EnrichedArticle withEvent(EnrichedArticle article, Event event) {
        return new EnrichedArticle(
                article.article(),
                article.language(),
                article.dateline(),
                article.entities(),
                article.topics(),
                List.of(event),
                article.quotes(),
                article.dates(),
                article.fingerprint(),
                article.enrichment());
    }

    @Test
    void givesTellingsOfOneEventOneId() throws Exception {
        // When
        write(story("a"), story("b"), story("c"));

        // Then
        assertThat(rows("SELECT count(*), count(DISTINCT event) FROM event_mentions"))
                .containsExactly("3 1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsOnlyTheRowsOfTheHeadCurrentWhicheverCameLast(boolean inOrder) throws Exception {
        // Given
        EnrichedArticle first = story("a");
        EnrichedArticle second = story("a", 2, article -> article);
        write(inOrder ? first : second);

        // When
        write(inOrder ? second : first);

        // Then
        for (String table : TagTables.WITH_CURRENT) {
            assertThat(rows("SELECT DISTINCT revision FROM " + table + " WHERE current"))
                    .as(table)
                    .containsExactly("2");
            assertThat(rows("SELECT DISTINCT revision FROM " + table)).hasSize(2);
        }
    }

    @Test
    void withdrawsTheRowsOfACanceledArticleAndBringsThemBackWithIt() throws Exception {
        // Given
        write(story("a"), story("b"));

        // When
        write(canceled("a", 2));
        List<String> hidden = rows("SELECT DISTINCT id FROM event_mentions WHERE current");
        write(story("a", 3, article -> article));

        // Then
        assertThat(hidden).containsExactly(id("b"));
        for (String table : TagTables.WITH_CURRENT) {
            assertThat(rows("SELECT DISTINCT id, revision FROM " + table + " WHERE current ORDER BY 2"))
                    .as(table)
                    .containsExactly(id("b") + " 1", id("a") + " 3");
        }
    }
}
