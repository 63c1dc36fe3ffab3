package io.dateline.store.stream;

import static io.dateline.store.testing.Stories.article;
import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Asking;
import io.dateline.store.query.Filter;
import io.dateline.store.query.Filters;
import io.dateline.store.query.QueryText;
import io.dateline.store.sql.Sql;
import io.dateline.store.stream.ChangeReader.Found;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeepMatchesTest {
    private static final String LOOKS = "SELECT coalesce(seq_scan, 0) + coalesce(idx_scan, 0) FROM"
            + " pg_stat_xact_user_tables WHERE schemaname = current_schema() AND relname = 'revisions'";

    private AgroalDataSource pool;
    private Filters filters;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("deep_" + UUID.randomUUID().toString().substring(0, 8), 0);
        filters = Asking.filters(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private Filter filter(String query) {
        return filters.resolve(QueryText.parse(query));
    }

    @Test
    void looksAtEachChangeOnceForAnyNumberOfFilters() throws SQLException {
        // Given
        Stored.write(
                pool,
                List.of(story("a"), bare(article("b", 1).title("A rich harvest").build(), "en")));
        List<Filter> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            many.add(filter("q=harvest" + i));
        }
        Filter word = filter("q=harvest");
        Filter other = filter("q=speaker");
        many.add(700, word);
        many.add(other);
        List<Found> page = Reading.changes(pool).read(0, 10, List.of());

        // When
        long looks = Sql.transaction(pool, connection -> {
            // What the connection did before may count in it still.
            long before = Sql.first(connection, LOOKS, row -> row.getLong(1)).orElse(0L);
            DeepMatches.mark(connection, page, many);
            return Sql.first(connection, LOOKS, row -> row.getLong(1)).orElseThrow() - before;
        });

        // Then
        assertThat(page).hasSize(2);
        assertThat(page.get(0).matched()).containsExactly(other);
        assertThat(page.get(1).matched()).containsExactly(word);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void whatHidesAnArticleIsForWhomeverAnEarlierRevisionWasFor() throws SQLException {
        // Given: a correction that has the word no more, and then a kill, which has the words of the correction
        Stored.write(pool, List.of(bare(article("b", 1).title("A rich harvest").build(), "en")));
        Stored.write(pool, List.of(bare(article("b", 2).title("A poor year").build(), "en")));
        Stored.write(pool, List.of(canceled("b", 3)));
        Filter word = filter("q=harvest");
        Filter later = filter("q=poor");
        Filter neither = filter("q=speaker");
        Filter elsewhere = filter("q=harvest&source=elsewhere");

        // When
        List<Found> page = Reading.changes(pool).read(0, 10, List.of(word, later, neither, elsewhere));

        // Then
        assertThat(seqs(page, word)).containsExactly(1L, 3L);
        assertThat(seqs(page, later)).containsExactly(2L, 3L);
        assertThat(seqs(page, neither)).isEmpty();
        assertThat(seqs(page, elsewhere)).isEmpty();
    }

    @Test
    void twoThatHideAnArticleAreBothForWhomeverAnEarlierRevisionWasFor() throws SQLException {
        // Given
        Stored.write(pool, List.of(bare(article("b", 1).title("A rich harvest").build(), "en")));
        Stored.write(pool, List.of(bare(article("b", 2).title("A poor year").build(), "en")));
        Stored.write(pool, List.of(canceled("b", 3)));
        Stored.write(pool, List.of(canceled("b", 4)));
        Filter word = filter("q=harvest");
        List<Found> page = Reading.changes(pool).read(0, 10, List.of());

        // When: read again and asked about another filter
        List<Found> again = Reading.changes(pool).read(0, 10, List.of(word));
        for (int i = 0; i < page.size(); i++) {
            page.get(i).matchedToo(again.get(i));
        }

        // Then
        assertThat(seqs(again, word)).containsExactly(1L, 3L, 4L);
        assertThat(seqs(page, word)).containsExactly(1L, 3L, 4L);
    }

    @Test
    void whoReadsUpIsToldOfAMonthThatIsDroppedMeanwhile() throws SQLException {
        // Given
        Stored.write(pool, List.of(story("a")));
        Stored.write(pool, List.of(story("b")));
        CatchUp catchUp = new CatchUp(Reading.changes(pool), new ChangeFilter(filter("")));
        assertThat(catchUp.after(0).end()).isEqualTo(2);

        // When
        Sql.transaction(pool, connection -> {
            Sql.update(connection, "DELETE FROM articles");
            return Sql.update(
                    connection,
                    "INSERT INTO dropped_months (month, last_seq, newest_sort)" + " VALUES ('2026-10-01', 2, now())");
        });

        // Then
        assertThatThrownBy(() -> catchUp.after(1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CURSOR_EXPIRED.code()));
    }

    private static List<Long> seqs(List<Found> page, Filter filter) {
        return page.stream()
                .filter(new ChangeFilter(filter)::matches)
                .map(found -> found.change().seq())
                .toList();
    }
}
