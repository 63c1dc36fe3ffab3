package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static Member member(long seq) {
        return new Member(new Report(seq, "article-" + seq, 1, Instant.EPOCH, "herald", "en", null), true);
    }

    @Test
    void keepsTheBestAndOfEqualsThoseThatCameInFirst() {
        // Given
        Member first = member(1);
        Member second = member(2);
        Member third = member(3);
        Tally tally = new Tally();

        // When
        tally.add(third, 0.5);
        tally.add(second, 0.25);
        tally.add(first, 0.5);
        tally.add(second, 0.5);

        // Then
        assertThat(tally.best(3)).containsExactly(second, first, third);
        assertThat(tally.best(2)).containsExactly(second, first);
        assertThat(new Tally().best(2)).isEmpty();
    }

    @Test
    void picksWhatSortingAllWouldPick() {
        // Given
        Random random = new Random(7);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            members.add(member(i));
        }
        Map<Member, Double> sums = new HashMap<>();
        Tally tally = new Tally();

        // When: few different sums, so that many are equal
        for (int i = 0; i < 5_000; i++) {
            Member member = members.get(random.nextInt(members.size()));
            tally.add(member, 1);
            sums.merge(member, 1.0, Double::sum);
        }

        // Then
        assertThat(tally.best(32))
                .isEqualTo(sums.keySet().stream()
                        .sorted(Comparator.<Member>comparingDouble(member -> -sums.get(member))
                                .thenComparing(member -> member.report.seq()))
                        .limit(32)
                        .toList());
    }
}
