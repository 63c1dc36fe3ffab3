package io.dateline.store.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.query.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpenseTest {
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final Expense expense = new Expense(LIMIT, Duration.ofMinutes(10), () -> 7);

    private List<Filter> page(List<Filter> filters, Map<Filter, Duration> dear) {
        return page(filters, dear, Duration.ZERO);
    }

    /** Matches a page that is read in so long without filters, after which some are set apart. */
    private List<Filter> page(List<Filter> filters, Map<Filter, Duration> dear, Duration bare) {
        List<Expense.Cost> costs = expense.parts(filters).stream()
                .map(part -> new Expense.Cost(
                        part,
                        part.stream()
                                .map(filter -> dear.getOrDefault(filter, Duration.ofMillis(1)))
                                .reduce(bare, Duration::plus)))
                .toList();
        return expense.judge(costs);
    }

    private static List<Filter> filters(int number) {
        return IntStream.range(0, number).mapToObj(i -> Told.words("word" + i)).toList();
    }

    @Test
    void setsNobodyApartWhilePagesAreCheap() {
        // Given
        List<Filter> filters = filters(200);

        // When
        List<Filter> apart = page(filters, Map.of());

        // Then
        assertThat(apart).isEmpty();
        assertThat(expense.parts(filters)).containsExactly(filters);
    }

    @Test
    void setsTheHalfApartThatHoldsTheDearOne() {
        // Given
        List<Filter> filters = filters(9);
        Map<Filter, Duration> dear = Map.of(filters.get(6), Duration.ofSeconds(1));

        // When
        List<Filter> atFirst = page(filters, dear);
        List<Filter> then = page(filters, dear);

        // Then
        assertThat(atFirst).isEmpty();
        assertThat(then).containsExactlyElementsOf(filters.subList(4, 9));
    }

    @Test
    void goesOnUntilPagesAreCheap() {
        // Given: which two halves hold
        List<Filter> filters = new ArrayList<>(filters(8));
        Map<Filter, Duration> dear =
                Map.of(filters.get(0), Duration.ofSeconds(1), filters.get(7), Duration.ofSeconds(2));

        // When
        int pages = 0;
        List<Filter> apart = new ArrayList<>();
        for (List<Filter> more = page(filters, dear); pages < 4; more = page(filters, dear)) {
            List<Filter> taken = List.copyOf(more);
            filters.removeAll(taken);
            apart.addAll(taken);
            pages++;
        }

        // Then
        assertThat(apart).containsAll(dear.keySet());
        assertThat(filters).hasSize(2);
        assertThat(expense.parts(filters)).hasSize(1);
    }

    @Test
    void setsOneApartWhoFollowsAlone() {
        // Given
        List<Filter> alone = filters(1);

        // When
        List<Filter> atFirst = page(alone, Map.of(alone.get(0), LIMIT.plusMillis(1)));
        List<Filter> then = page(alone, Map.of(alone.get(0), LIMIT.plusMillis(1)));

        // Then
        assertThat(atFirst).isEmpty();
        assertThat(then).isEqualTo(alone);
    }

    @Test
    void blamesNobodyWhereTheChangesThemselvesAreSlowToRead() {
        // Given
        List<Filter> filters = filters(9);

        for (int i = 0; i < 10; i++) {
            // When
            List<Filter> apart = page(filters, Map.of(), LIMIT.plusMillis(1));

            // Then
            assertThat(apart).isEmpty();
        }
    }

    @Test
    void blamesNobodyWhereTheyTakeTooLongWithoutAnyFilter() {
        // Given
        page(filters(2), Map.of(), LIMIT.plusMillis(1));

        // When
        List<Filter> apart = expense.judge(List.of(new Expense.Cost(List.of(), Duration.ofSeconds(2))));

        // Then
        assertThat(apart).isEmpty();
    }

    @Test
    void setsTheFirstHalfApartThatTakesLongerThanAQuestionMay() {
        // Given
        List<Filter> filters = filters(8);
        page(filters, Map.of(), LIMIT.plusMillis(1));
        List<List<Filter>> parts = expense.parts(filters);

        // When
        List<Filter> apart = expense.judge(List.of(
                new Expense.Cost(parts.get(0), Duration.ofMillis(50)),
                new Expense.Cost(parts.get(1), Duration.ofSeconds(2))));

        // Then
        assertThat(apart).containsExactlyElementsOf(filters.subList(0, 4));
    }

    @Test
    void blamesNobodyForPagesThatAreDearWithoutThem() {
        // Given / When
        List<Filter> apart = expense.judge(List.of(new Expense.Cost(List.of(), Duration.ofSeconds(9))));

        // Then
        assertThat(apart).isEmpty();
    }

    @Test
    void tellsUntilWhen() {
        // Given / When / Then
        assertThat(expense.apartUntil()).isEqualTo(7 + Duration.ofMinutes(10).toNanos());
    }
}
