package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import java.time.Duration;

/** Lines that are slow, narrow, dead, mute or cut. */
final class LineFaults {
    private static final int COMMIT_REPLIES = 6;
    /** How the store's live writer introduces itself. */
    private static final String WRITER = "dateline-store-live";

    /** Of a batch that was written: the writer commits also where it only looked something up. */
    static final String INSERTED = "INSERT 0 ";

    /** As the server names what it did, so with the zero that ends it. */
    static final String COMMITTED = "COMMIT\0";

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

    /** PostgreSQL commits a batch and nobody hears of it. Less than all are lost where the flow has less to commit. */
    static void loseCommitReplies(Rig rig) {
        Loss loss = new Loss(COMMITTED, COMMIT_REPLIES, INSERTED, WRITER);
        rig.postgres().lose(loss);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (loss.lost() < COMMIT_REPLIES && System.nanoTime() < deadline) {
            Await.pause(Duration.ofMillis(20));
        }
        rig.postgres().lose(Loss.NONE);
        System.out.println("  replies lost: " + loss.lost());
        rig.extras().answered("was an answer to a COMMIT lost", true, loss.lost() > 0);
    }

    static void reset(Rig rig) {
        for (int i = 0; i < CUTS; i++) {
            rig.kafka().resetAll();
            rig.postgres().resetAll();
            Await.pause(BETWEEN_CUTS);
        }
    }
}
