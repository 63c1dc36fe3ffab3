package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import java.time.Duration;

/** Lines that are slow, narrow, dead, mute or cut. */
final class LineFaults {
    private static final int COMMIT_REPLIES = 6;
    /** How the store's live writer introduces itself. */
    private static final String WRITER = "dateline-store-live";

    /** The writer commits once before a batch, when it looks at the months: losing each answer would only ever lose that. */
    private static final int EVERY = 2;

    private static final int CUTS = 5;
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(400);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private LineFaults() {}

    static void during(FaultProxy proxy, Line line, Duration length) {
        proxy.set(line);
        Await.pause(length);
        proxy.set(Line.CLEAR);
    }

    static void both(Rig rig, Line line, Duration length) {
        rig.kafka().set(line);
        during(rig.postgres(), line, length);
        rig.kafka().set(Line.CLEAR);
    }

    /** PostgreSQL commits and nobody hears of it. Less than all are lost where the flow has less to commit. */
    static void loseCommitReplies(Rig rig) {
        int before = rig.postgres().repliesLost();
        rig.postgres().loseReplies("COMMIT", COMMIT_REPLIES, EVERY, WRITER);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (rig.postgres().repliesLost() < before + COMMIT_REPLIES && System.nanoTime() < deadline) {
            Await.pause(Duration.ofMillis(20));
        }
        rig.postgres().loseReplies("COMMIT", 0, EVERY, WRITER);
        System.out.println("  replies lost: " + (rig.postgres().repliesLost() - before));
    }

    static void reset(Rig rig) {
        for (int i = 0; i < CUTS; i++) {
            rig.kafka().resetAll();
            rig.postgres().resetAll();
            Await.pause(BETWEEN_CUTS);
        }
    }
}
