package io.dateline.store.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Points of members, of which only the few best matter. An article is looked at beside thousands, so points are counted in
 * place and the best picked by a small heap: sorting them all was half of what building stories took. Not thread-safe.
 */
final class Tally {
    /** The worst first; of equals the one that came in later. */
    private static final Comparator<Points> WORST = Comparator.<Points>comparingDouble(one -> one.sum)
            .thenComparing((one, other) -> Long.compare(other.member.report.seq(), one.member.report.seq()));

    private final Map<Member, Points> points = new HashMap<>();

    void add(Member member, double more) {
        points.computeIfAbsent(member, Points::new).sum += more;
    }

    /** Those with the most points, the best first; of equals the one that came in earlier. */
    List<Member> best(int most) {
        PriorityQueue<Points> kept = new PriorityQueue<>(most + 1, WORST);
        for (Points one : points.values()) {
            if (kept.size() < most) {
                kept.add(one);
            } else if (WORST.compare(one, kept.peek()) > 0) {
                kept.poll();
                kept.add(one);
            }
        }
        return kept.stream().sorted(WORST.reversed()).map(one -> one.member).toList();
    }

    private static final class Points {
        private final Member member;
        private double sum;

        Points(Member member) {
            this.member = member;
        }
    }
}
