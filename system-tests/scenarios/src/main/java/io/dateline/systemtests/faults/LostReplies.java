package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import java.time.Duration;

/**
 * Two hundred answers that nobody hears, at random: half of them Kafka's acknowledgements to ingest and enrich, half of them
 * PostgreSQL's to a COMMIT of ingest or the store that wrote rows. What was asked for is done each time.
 */
final class LostReplies {
    private static final int TIMES = 200;
    /** Of its own, besides the flow: more than are sent before the last answer is lost. */
    private static final int ARTICLES = 40_000;

    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final Rig rig;
    private final Loss acknowledgements;
    private final Loss commits;

    private LostReplies(Rig rig) {
        this.rig = rig;
        acknowledgements = Loss.ofAcknowledgements(TIMES / 2, rig.random());
        commits = Loss.ofAnswers(LineFaults.COMMITTED, TIMES / 2, LineFaults.INSERTED, rig.random());
        rig.kafka().lose(acknowledgements);
        rig.postgres().lose(commits);
    }

    /** All of them, while articles flow of their own, besides the rest. */
    static void lose(Rig rig) {
        Input input = new Input(ARTICLES, rig.random().nextInt(1_000_000_000));
        Sender sender = new Sender(rig.doors(), input.pieces());
        LostReplies replies = new LostReplies(rig);
        sender.let(ARTICLES);
        replies.await(LIMIT);
        sender.end();
        sender.accepted().forEach(rig.extras()::accepted);
        rig.extras().answered("how many answers were lost", TIMES, replies.lost());
    }

    /** As many as chance has it while what flows flows; whether there was one. */
    static boolean during(Rig rig, Duration length) {
        LostReplies replies = new LostReplies(rig);
        replies.await(length);
        return replies.lost() > 0;
    }

    private void await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (lost() < TIMES && System.nanoTime() < deadline) {
            Await.pause(Duration.ofMillis(20));
        }
        rig.kafka().lose(Loss.NONE);
        rig.postgres().lose(Loss.NONE);
        System.out.printf("  replies lost: %d of Kafka, %d of PostgreSQL%n", acknowledgements.lost(), commits.lost());
    }

    private int lost() {
        return acknowledgements.lost() + commits.lost();
    }
}
