package io.dateline.store.query;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.stream.ChangeReader;
import io.dateline.store.stream.Reading;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.testing.Stories;
import io.dateline.store.write.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three articles of a month that is dropped, three that are kept; each older than the one before. */
class KeptTest {
    private static final YearMonth OLD = YearMonth.of(2020, 2);

    private AgroalDataSource pool;
    private ArticleQueries queries;
    private TrailQueries trails;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("kept_" + UUID.randomUUID().toString().substring(0, 8), 0);
        ReadPool readPool = new ReadPool(pool);
        queries = new PostgresArticleQueries(readPool, new Filters(readPool));
        trails = new TrailQueries(readPool);
        Stored.write(pool, List.of(numbered(4), numbered(5), numbered(6)));
        Stored.moveAllTo(pool, OLD);
        Stored.write(pool, List.of(numbered(1), numbered(2), numbered(3)));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static EnrichedArticle numbered(int i) {
        return Stories.on(
                LocalDate.of(2026, 11, i),
                story("n" + i, 1, article -> article.publishedAt(FETCHED.minusSeconds(60L * i))));
    }

    private ArticlePage page(String cursor) {
        return queries.find(ArticleQueryParser.parse(
                cursor == null
                        ? Map.of("limit", List.of("2"))
                        : Map.of("limit", List.of("2"), "cursor", List.of(cursor))));
    }

    private static void assertProblem(ThrowingCallable call, ProblemCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code.code()));
    }

    @Test
    void tellsACursorOfTheDroppedMonthFromOneThatOnlyLeadsThere() throws SQLException {
        // Given
        String inKept = page(null).next();
        String inDropped = page(inKept).next();

        // When
        Stored.drop(pool, OLD);

        // Then: the list ends where what is kept ends
        ArticlePage last = page(inKept);
        assertThat(last.items()).extracting(ArticleItem::id).containsExactly(id("n3"));
        assertThat(last.next()).isNull();
        assertProblem(() -> page(inDropped), ProblemCode.CURSOR_EXPIRED);
    }

    private EventPage events(String cursor) {
        ReadPool readPool = new ReadPool(pool);
        return new EventQueries(readPool, new Filters(readPool))
                .find(EventQuery.parse(
                        cursor == null
                                ? Map.of("limit", List.of("2"))
                                : Map.of("limit", List.of("2"), "cursor", List.of(cursor))));
    }

    @Test
    void tellsAReaderOfEventsOfTheHoleAsWell() throws SQLException {
        // Given
        String inKept = events(null).next();
        String inDropped = events(inKept).next();

        // When
        Stored.drop(pool, OLD);

        // Then
        assertThat(events(inKept).items())
                .extracting(event -> event.evidence().article())
                .containsExactly(id("n3"));
        assertProblem(() -> events(inDropped), ProblemCode.CURSOR_EXPIRED);
    }

    @Test
    void leadsWhoeverWantsWhatIsLeftAroundTheHole() throws SQLException {
        // Given: a page that ended in the month that goes, and an older article that is stored later
        String inDropped = page(page(null).next()).next();
        Stored.write(pool, List.of(numbered(9)));
        Stored.drop(pool, OLD);
        ReadPool readPool = new ReadPool(pool);
        ArticleReading reading = new ArticleReading(readPool, new Filters(readPool));
        ArticleQuery query = ArticleQueryParser.parse(Map.of("limit", List.of("2"), "cursor", List.of(inDropped)));

        // When, then
        assertProblem(() -> reading.keys(query), ProblemCode.CURSOR_EXPIRED);
        assertThat(reading.keysLeft(query).items())
                .extracting(ArticleKeys.Key::id)
                .containsExactly(id("n9"));
    }

    @Test
    void answersForADroppedArticleThatItWasThere() throws SQLException {
        // When
        Stored.drop(pool, OLD);

        // Then
        assertProblem(() -> queries.get(id("n4")), ProblemCode.EXPIRED);
        assertThat(queries.get(id("n1"))).isPresent();
        assertThat(queries.get(id("never"))).isEmpty();
        assertThat(trails.get(id("n4"))).hasValueSatisfying(trail -> {
            assertThat(trail.revisions().get(0).stored().seq()).isEqualTo(1);
            assertThat(trail.revisions().get(0).fetched().at()).isNull();
        });
    }

    @Test
    void readsOneChangeOfADroppedMonthByItsNumber() throws SQLException {
        // Given
        ChangeReader changes = Reading.changes(pool);

        // When
        Stored.drop(pool, OLD);

        // Then: whoever follows is told of the hole, who asks for one change gets it without its text
        assertProblem(() -> changes.read(1, 10), ProblemCode.CURSOR_EXPIRED);
        assertThat(changes.at(2)).hasValueSatisfying(change -> {
            assertThat(change.seq()).isEqualTo(2);
            assertThat(change.id()).isEqualTo(id("n5"));
            assertThat(change.item()).isNull();
        });
        assertThat(changes.at(4))
                .hasValueSatisfying(change -> assertThat(change.item()).isNotNull());
        assertThat(changes.at(7)).isEmpty();
    }

    @Test
    void letsReadersOfChangesGoOnOnlyWhereNothingIsMissing() throws SQLException {
        // When
        Stored.drop(pool, OLD);

        // Then
        try (Connection connection = pool.getConnection()) {
            assertThat(Kept.after(connection, 0)).isEqualTo(3);
            assertThat(Kept.after(connection, 3)).isEqualTo(3);
            assertThat(Kept.after(connection, 5)).isEqualTo(5);
            assertProblem(() -> Kept.after(connection, 1), ProblemCode.CURSOR_EXPIRED);
            assertProblem(() -> Kept.after(connection, 2), ProblemCode.CURSOR_EXPIRED);
        }
    }
}
