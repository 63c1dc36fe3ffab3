package io.dateline.store.story;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The few members with the most points of thousands, by a small heap: sorting them all was half of building stories. */
final class Best {
    /** The worst first; of equals the one that came in later. */
    private static final Comparator<Scored> WORST = Comparator.<Scored>comparingDouble(Scored::points)
            .thenComparing((one, other) -> Long.compare(
                    other.member().report.seq(), one.member().report.seq()));

    private final int most;
    private final PriorityQueue<Scored> kept;

    Best(int most) {
        this.most = most;
        this.kept = new PriorityQueue<>(most + 1, WORST);
    }

    void offer(Member member, double points) {
        if (kept.size() < most) {
            kept.add(new Scored(member, points));
        } else if (points >= kept.peek().points()) {
            Scored scored = new Scored(member, points);
            if (WORST.compare(scored, kept.peek()) > 0) {
                kept.poll();
                kept.add(scored);
            }
        }
    }

    /** Those with the most points, the best first; of equals the one that came in earlier. */
    List<Member> members() {
        return kept.stream().sorted(WORST.reversed()).map(Scored::member).toList();
    }

    private record Scored(Member member, double points) {}
}
