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

    /** Longer than any client of Kafka's or PostgreSQL's waits for an answer (60 s), so that each gives up and begins anew. */
    static final Duration BLACK_HOLE = Duration.ofSeconds(75);

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private LineFaults() {}

    /** Each of these answers whether anything met the line while it was bad. */
    static boolean during(FaultProxy proxy, Line line, Duration length) {
        long before = proxy.met();
        proxy.set(line);
        Await.pause(length);
        proxy.set(Line.CLEAR);
        return proxy.met() > before;
    }

    static boolean both(Rig rig, Line line, Duration length) {
        long before = rig.kafka().met();
        rig.kafka().set(line);
        boolean postgres = during(rig.postgres(), line, length);
        rig.kafka().set(Line.CLEAR);
        return postgres && rig.kafka().met() > before;
    }

    /** PostgreSQL commits a batch and nobody hears of it. Less than all are lost where the flow has less to commit. */
    static boolean loseCommitReplies(Rig rig) {
        Loss loss = new Loss(COMMITTED, COMMIT_REPLIES, INSERTED, WRITER);
        rig.postgres().lose(loss);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (loss.lost() < COMMIT_REPLIES && System.nanoTime() < deadline) {
            Await.pause(Duration.ofMillis(20));
        }
        rig.postgres().lose(Loss.NONE);
        System.out.println("  replies lost: " + loss.lost());
        return loss.lost() > 0;
    }

    static boolean reset(Rig rig) {
        long before = rig.kafka().met() + rig.postgres().met();
        for (int i = 0; i < CUTS; i++) {
            rig.kafka().resetAll();
            rig.postgres().resetAll();
            Await.pause(BETWEEN_CUTS);
        }
        return rig.kafka().met() + rig.postgres().met() > before;
    }
}
