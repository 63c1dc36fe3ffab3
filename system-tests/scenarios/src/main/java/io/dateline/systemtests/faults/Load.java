package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Checkout;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A system into which articles flow, and all those who watch what becomes of them. For one thread. */
final class Load implements AutoCloseable {
    /** After faults, until all that was accepted is stored; what takes longer is given up, and the history tells. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration ACCEPT = Duration.ofMinutes(3);
    private static final Duration STREAM = Duration.ofSeconds(30);

    private final Rig rig;
    private final List<Sent> before = new ArrayList<>();
    private final LivenessWatch liveness;
    private final StreamReader stream;
    private final ChangesReader changes;
    private int pieces;
    private int let;
    private Sender sender;

    /** @param rig closed with this */
    Load(Rig rig) {
        this.rig = rig;
        liveness = new LivenessWatch(rig.dateline());
        stream = new StreamReader(rig.dateline().url(Service.STORE));
        changes = new ChangesReader(new Http(), rig.dateline().url(Service.STORE));
    }

    /** What flows from now on, as far as it is let; what flowed before belongs to the history as well. */
    Load of(Input input) {
        pieces = input.pieces().size();
        let = 0;
        sender = new Sender(rig.doors(), input.pieces());
        return this;
    }

    Rig rig() {
        return rig;
    }

    /** Of the whole of what flows now. */
    int pieces() {
        return pieces;
    }

    /** Lets the first {@code some} pieces flow. */
    void let(int some) {
        let = some;
        sender.let(some);
        changes.poll();
    }

    void awaitAccepted(int some) {
        Await.until(some + " pieces accepted", ACCEPT, () -> {
            changes.poll();
            return sender.done() >= some;
        });
    }

    /**
     * @param seconds until all that was let flow was accepted and could be read, or until that was given up
     * @param whole   whether it could
     */
    record CaughtUp(double seconds, boolean whole) {}

    /** Waits until all that was let flow is accepted and can be read; says how long that took. */
    CaughtUp catchUp() {
        long began = System.nanoTime();
        boolean whole = false;
        while (!whole && System.nanoTime() - began < PATIENCE.toNanos()) {
            if (changes.poll() == 0) {
                Await.pause(Duration.ofMillis(50));
            }
            whole = sender.done() >= let && changes.count() >= wanted();
        }
        int wanted = wanted();
        CaughtUp caughtUp = new CaughtUp((System.nanoTime() - began) / 1e9, whole);
        System.out.printf(
                Locale.ROOT, "  caught up after %.1f s, at %d revisions%n", caughtUp.seconds(), changes.count());
        if (!caughtUp.whole()) {
            System.out.printf("  not caught up: %d of %d; no more faults%n", changes.count(), wanted);
        }
        return caughtUp;
    }

    private int wanted() {
        return before.size() + sender.accepted().size() + rig.extras().sent().size();
    }

    /** Waits until stories are built of all that is stored; how long that took, in seconds. What is not built is found by the checker. */
    double awaitStories() throws SQLException {
        long began = System.nanoTime();
        try (Tables tables = new Tables(rig.dateline().servers().jdbcUrl())) {
            while (!tables.storiesBuilt() && System.nanoTime() - began < PATIENCE.toNanos()) {
                Await.pause(Duration.ofMillis(50));
                changes.poll();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Ends the flow, and checks all of the history since the system was started. Of a broken one the logs are kept. */
    Verdict verdict() throws SQLException {
        Verdict verdict = checked();
        if (!verdict.clean()) {
            Path logs = Checkout.root().resolve("target/faults");
            rig.dateline().keepLogs(logs);
            System.out.println("what the services logged is in " + logs);
        }
        return verdict;
    }

    private Verdict checked() throws SQLException {
        sender.end();
        before.addAll(sender.accepted());
        Extras extras = rig.extras();
        liveness.answers().forEach(extras::answered);
        String bootstrap = rig.dateline().servers().kafkaBootstrap();
        List<Burial> poison = extras.poison();
        long deadline = System.nanoTime() + STREAM.toNanos();
        while (System.nanoTime() < deadline && !(streamed() && buried(bootstrap, poison))) {
            Await.pause(Duration.ofMillis(200));
            changes.poll();
        }
        System.out.printf(
                "the stream broke %d times, was left %d times, and was resumed%n", stream.breaks(), stream.leaves());
        try (Tables tables = new Tables(rig.dateline().servers().jdbcUrl())) {
            List<Sent> sent = new ArrayList<>(before);
            sent.addAll(extras.sent());
            return Checker.check(new History(
                    sent,
                    tables.rows(),
                    changes.changes().stream()
                            .map(one -> new Seen(one.seq(), one.id(), one.revision()))
                            .toList(),
                    stream.seen(),
                    tables.counter(),
                    poison,
                    DeadLetterReader.read(bootstrap),
                    extras.answers(),
                    extras.counts()));
        }
    }

    private boolean streamed() {
        return stream.count() >= changes.changes().size();
    }

    private static boolean buried(String bootstrap, List<Burial> poison) {
        return poison.isEmpty() || DeadLetterReader.read(bootstrap).containsAll(poison);
    }

    @Override
    public void close() {
        stream.close();
        liveness.close();
        rig.close();
    }
}
