package io.dateline.store.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final int MANY = 10_000;

    @Test
    void readsNoMoreThanItKeepsWhereAllIsWanted() {
        // Given
        Table table = new Table(MANY, seq -> true);
        CatchUp catchUp = new CatchUp(table, Told.WANTED);

        // When
        CatchUp.Stretch first = catchUp.after(0);
        CatchUp.Stretch second = catchUp.after(first.end());

        // Then
        assertThat(first.wanted()).hasSize(CatchUp.KEPT);
        assertThat(first.end()).isEqualTo(CatchUp.KEPT);
        assertThat(second.wanted().get(0).change().seq()).isEqualTo(CatchUp.KEPT + 1);
        assertThat(table.asked).containsExactly(CatchUp.KEPT, CatchUp.KEPT);
    }

    @Test
    void looksAtMoreAndMoreWhereLittleIsWanted() {
        // Given
        Table table = new Table(MANY, seq -> seq == 9_000);
        CatchUp catchUp = new CatchUp(table, Told.WANTED);

        // When
        CatchUp.Stretch found = catchUp.after(0);
        while (found.wanted().isEmpty()) {
            found = catchUp.after(found.end());
        }

        // Then
        assertThat(found.wanted()).extracting(one -> one.change().seq()).containsExactly(9_000L);
        assertThat(found.end()).isGreaterThanOrEqualTo(9_000L);
        assertThat(table.asked).startsWith(20, 40, 80, 160, 320, 640, 640).hasSizeLessThan(30);
        assertThat(table.asked).allMatch(size -> size <= 640);
    }

    @Test
    void keepsNoMoreOfALongStretchAndGoesOnBehindThat() {
        // Given: nothing in the first 20, then everything
        CatchUp catchUp = new CatchUp(new Table(MANY, seq -> seq > 20), Told.WANTED);

        // When: 40 are looked at
        CatchUp.Stretch found = catchUp.after(catchUp.after(0).end());

        // Then
        assertThat(found.wanted()).hasSize(CatchUp.KEPT);
        assertThat(found.end()).isEqualTo(20 + CatchUp.KEPT);
        assertThat(found.last()).isFalse();
    }

    @Test
    void saysWhereItStoodWhenThereIsNothingMore() {
        // Given
        CatchUp catchUp = new CatchUp(new Table(50, seq -> false), Told.WANTED);

        // When
        CatchUp.Stretch first = catchUp.after(0);
        CatchUp.Stretch rest = catchUp.after(first.end());
        CatchUp.Stretch nothing = catchUp.after(rest.end());

        // Then
        assertThat(first).isEqualTo(new CatchUp.Stretch(List.of(), 20, false));
        assertThat(rest).isEqualTo(new CatchUp.Stretch(List.of(), 50, true));
        assertThat(nothing).isEqualTo(new CatchUp.Stretch(List.of(), 50, true));
    }

    @Test
    void asksForLessWhereSoMuchTakesTooLong() {
        // Given
        Table table = new Table(MANY, seq -> seq > 9_000);
        table.most = 100;
        CatchUp catchUp = new CatchUp(table, Told.WANTED);

        // When
        CatchUp.Stretch found = catchUp.after(0);
        while (found.wanted().isEmpty()) {
            assertThat(found.last()).isFalse();
            found = catchUp.after(found.end());
        }

        // Then
        assertThat(found.wanted().get(0).change().seq()).isEqualTo(9_001);
        assertThat(table.asked).contains(160).doesNotContain(320);
    }
}
