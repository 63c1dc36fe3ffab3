package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestTest {
    private static Member member(long seq) {
        return new Member(new Report(seq, "article-" + seq, 1, Instant.EPOCH, "herald", "en", null), true);
    }

    @Test
    void keepsTheBestAndOfEqualsThoseThatCameInFirst() {
        // Given
        Member first = member(1);
        Member second = member(2);
        Member third = member(3);
        Best three = new Best(3);
        Best two = new Best(2);

        // When
        for (Best best : List.of(three, two)) {
            best.offer(third, 0.5);
            best.offer(second, 0.75);
            best.offer(first, 0.5);
        }

        // Then
        assertThat(three.members()).containsExactly(second, first, third);
        assertThat(two.members()).containsExactly(second, first);
        assertThat(new Best(2).members()).isEmpty();
    }

    @Test
    void picksWhatSortingAllWouldPick() {
        // Given
        Random random = new Random(7);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            members.add(member(i));
        }
        double[] sums = new double[members.size()];
        Tally tally = new Tally();
        Best best = new Best(32);

        // When: few different sums, so that many are equal
        for (int i = 0; i < 5_000; i++) {
            int number = random.nextInt(members.size());
            tally.add(number, 1);
            sums[number]++;
        }
        tally.drain((number, points) -> best.offer(members.get(number), points));

        // Then
        assertThat(best.members())
                .isEqualTo(members.stream()
                        .sorted(Comparator.<Member>comparingDouble(member -> -sums[(int) member.report.seq()])
                                .thenComparing(member -> member.report.seq()))
                        .limit(32)
                        .toList());
    }

    @Test
    void pointsAreForgottenOnceTold() {
        // Given
        Tally tally = new Tally();
        tally.add(1_000, 0.5);
        tally.add(3, 1);
        tally.add(1_000, 0.25);

        // When
        List<String> told = new ArrayList<>();
        tally.drain((number, points) -> told.add(number + " " + points));
        tally.drain((number, points) -> told.add("again"));
        tally.add(3, 2);
        tally.drain((number, points) -> told.add(number + " " + points));

        // Then
        assertThat(told).containsExactly("1000 0.75", "3 1.0", "3 2.0");
    }
}
