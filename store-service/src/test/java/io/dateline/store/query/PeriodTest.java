package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.query.ArticleQuery.Duplicates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00.000001Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T00:00:00Z, 2026-11-23, 2026-11-23",
        "2026-11-23T00:00:00.000001Z, 2026-11-23, 2026-11-24",
        "2026-11-23T12:00:00Z, 2026-11-23, 2026-11-24",
        ",,"
    })
    void holdsWholeDays(Instant at, LocalDate first, LocalDate after) {
        // When
        Period period = new Period(at, at);
        // Then
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.dayAfter()).isEqualTo(after);
    }

    @Test
    void endsWithTheInstantItIsCutAt() {
        // When
        Period open = Period.ALWAYS.upTo(AT);
        Period closed = new Period(null, AT).upTo(AT);
        // Then
        assertThat(open.holds(AT)).isTrue();
        assertThat(open.holds(AT.plusNanos(1_000))).isFalse();
        assertThat(closed.holds(AT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"STORY,true", "ALL,false", "ORIGINALS,false"})
    void boundsLaterPagesOfOneOfEachStory(Duplicates duplicates, boolean bounded) {
        // Given
        Map<Duplicates, String> names =
                Map.of(Duplicates.STORY, "story", Duplicates.ALL, "all", Duplicates.ORIGINALS, "originals");
        ArticleQuery query = ArticleQueryParser.parse(Map.of("dup", List.of(names.get(duplicates))));
        Filter filter = new Filters(null).resolve(query);
        Cursor cursor = new Cursor(AT.minusSeconds(60), "tst-0", 0, AT, 7);
        // When
        Filter later = filter.continued(cursor);
        // Then
        assertThat(later.sorted().always()).isEqualTo(!bounded);
        assertThat(later.asOf()).isEqualTo(bounded ? 7L : null);
        assertThat(filter.continued(null)).isSameAs(filter);
    }
}
