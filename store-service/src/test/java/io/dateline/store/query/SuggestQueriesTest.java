package io.dateline.store.query;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.query.Suggestions.Suggestion;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuggestQueriesTest {
    private AgroalDataSource pool;
    private SuggestQueries queries;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("suggest_" + UUID.randomUUID().toString().substring(0, 8), 0);
        queries = new SuggestQueries(new ReadPool(pool));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static EnrichedArticle from(String key, String source) {
        return older(key, source, 0);
    }

    private static EnrichedArticle older(String key, String source, int minutes) {
        return story(
                key,
                1,
                article -> article.source(
                                new Source(source.toLowerCase(Locale.ROOT).replace(' ', '-'), source, Source.Kind.FEED))
                        .publishedAt(FETCHED.minusSeconds(60L * minutes)));
    }

    private List<String> labels(String... parameters) {
        Map<String, List<String>> asked = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            asked.put(parameters[i], List.of(parameters[i + 1]));
        }
        return queries.suggest(SuggestQuery.parse(asked)).items().stream()
                .map(Suggestion::label)
                .toList();
    }

    @Test
    void namesThatAreUsedMoreComeFirst() throws SQLException {
        // Given: one article, three and two
        Stored.write(
                pool,
                List.of(
                        from("a", "Zq Alpha"),
                        from("b", "Zq Beta"),
                        from("c", "Zq Beta"),
                        from("d", "Zq Beta"),
                        from("e", "Zq Gamma"),
                        from("f", "Zq Gamma")));

        // Then
        assertThat(labels("q", "ZQ", "kind", "source")).containsExactly("Zq Beta", "Zq Gamma", "Zq Alpha");
        assertThat(labels("q", "zq", "kind", "source", "limit", "2")).containsExactly("Zq Beta", "Zq Gamma");
        assertThat(labels("q", "zq g", "kind", "source")).containsExactly("Zq Gamma");
        assertThat(labels("q", "zq", "kind", "topic")).isEmpty();
    }

    @Test
    void namesOfAnArticleUnderEmbargoAreNotOfferedBeforeItEnds() throws SQLException {
        // Given
        Source source = new Source("zq-held", "Zq Held", Source.Kind.FEED);
        Stored.write(
                pool, List.of(story("h", 1, article -> article.source(source).status(ArticleStatus.WITHHELD))));
        List<String> before = labels("q", "zq", "kind", "source");

        // When
        Stored.write(pool, List.of(story("h", 2, article -> article.source(source))));

        // Then
        assertThat(before).isEmpty();
        assertThat(labels("q", "zq", "kind", "source")).containsExactly("Zq Held");
    }

    @Test
    void namesThatNoArticleHasFollowByTheirLetters() throws SQLException {
        // Given
        Stored.write(pool, List.of(from("a", "Zq Alpha")));

        // When
        List<String> topics = labels("q", "d", "kind", "topic", "limit", "50");

        // Then
        assertThat(topics).hasSize(50).doesNotHaveDuplicates();
        assertThat(topics.get(0)).as("the one an article has").isEqualTo("diplomacy");
        assertThat(topics.subList(1, 50)).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void namesComeByTheirLettersWhereCountingThemTakesTooLong() throws SQLException {
        // Given: nobody can read the articles
        Stored.write(pool, List.of(from("a", "Zq Beta"), from("b", "Zq Beta"), from("c", "Zq Alpha")));
        queries = new SuggestQueries(hasty());
        try (Connection other = pool.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE articles IN ACCESS EXCLUSIVE MODE");

            // Then
            assertThat(labels("q", "zq", "kind", "source")).containsExactly("Zq Alpha", "Zq Beta");
            other.rollback();
        }
        // It is not counted anew for the next letter.
        assertThat(labels("q", "zq", "kind", "source")).containsExactly("Zq Alpha", "Zq Beta");
    }

    private ReadPool hasty() {
        return new ReadPool(pool) {
            @Override
            public <T> T ask(Question<T> question) {
                return super.ask(connection -> {
                    try (Statement limit = connection.createStatement()) {
                        limit.execute("SET statement_timeout = 200");
                    }
                    return question.ask(connection);
                });
            }
        };
    }

    @Test
    void aNameThatWasErasedIsGoneAtOnce() throws SQLException {
        // Given
        Stored.write(pool, List.of(from("a", "Zq Alpha"), from("b", "Zq Beta")));
        assertThat(labels("q", "zq")).hasSize(2);

        // When
        try (Connection connection = pool.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM labels WHERE label = 'Zq Beta'")) {
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }

        // Then
        assertThat(labels("q", "zq")).containsExactly("Zq Alpha");
    }

    @Test
    void countsSoManyOfTheNewestArticlesAndNotOneMore() throws SQLException {
        // Given
        Stored.write(
                pool,
                List.of(
                        older("a", "Zq Alpha", 0),
                        older("b", "Zq Beta", 1),
                        older("c", "Zq Beta", 2),
                        older("d", "Zq Gamma", 3)));

        // When
        try (Connection connection = pool.getConnection()) {
            NamesInUse three = NamesInUse.read(connection, List.of("source"), 3);
            NamesInUse four = NamesInUse.read(connection, List.of("source"), 4);

            // Then
            assertThat(three.tags("zq", List.of("source"), 50)).containsExactly("source:zq-beta", "source:zq-alpha");
            assertThat(four.tags("zq", List.of("source"), 50))
                    .containsExactly("source:zq-beta", "source:zq-alpha", "source:zq-gamma");
        }
    }
}
