package io.dateline.store.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private final Table table = new Table(0, seq -> true);
    private final RecentChanges recent = new RecentChanges(3);

    @Test
    void keepsTheNewest() {
        // When
        for (long seq = 1; seq <= 4; seq++) {
            recent.add(table.found(seq));
        }

        // Then
        assertThat(recent.at(1)).isNull();
        assertThat(recent.at(2).change().seq()).isEqualTo(2);
        assertThat(recent.at(4).change().seq()).isEqualTo(4);
        assertThat(recent.at(5)).isNull();

        // When
        recent.forget("a3");

        // Then
        assertThat(recent.at(2)).isNotNull();
        assertThat(recent.at(3)).isNull();

        // When
        recent.clear();

        // Then
        assertThat(recent.at(2)).isNull();
        assertThat(recent.at(4)).isNull();
    }
}
