package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One run: articles flow, faults strike one after another, and in the end the history is checked. */
final class FaultRun {
    /** After a fault, until all that was accepted is stored; what takes longer is given up, and the history tells. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration ACCEPT = Duration.ofMinutes(3);
    private static final Duration STREAM = Duration.ofSeconds(30);

    private final Plan plan;
    private final Http http = new Http();
    private double slowest;
    private int struck;

    FaultRun(Plan plan) {
        this.plan = plan;
    }

    /** What came of it. */
    record Outcome(Verdict verdict, double recoveredSeconds, int faults, String result) {}

    Outcome run() throws SQLException {
        List<Fault> schedule = Schedule.of(plan.form(), plan.rounds(), plan.seed(), plan.only());
        SmallDisk disk = null;
        if (schedule.contains(Fault.DISK_FULL)) {
            disk = SmallDisk.mount().orElse(null);
            if (disk == null) {
                System.out.println("SKIPPED DISK_FULL: a small disk can only be mounted by root");
                schedule = schedule.stream()
                        .filter(fault -> fault != Fault.DISK_FULL)
                        .toList();
            }
        }
        Input input = new Input(plan.articles(), plan.seed());
        System.out.printf("seed=%d articles=%d faults=%s%n", plan.seed(), plan.articles(), schedule);
        try (Rig rig = new Rig(disk);
                LivenessWatch liveness = new LivenessWatch(rig.dateline());
                StreamReader stream = new StreamReader(rig.dateline().url(Service.STORE))) {
            ChangesReader changes = new ChangesReader(http, rig.dateline().url(Service.STORE));
            Sender sender = new Sender(rig.dateline().url(Service.INGEST), input.pieces());
            strikeAll(rig, schedule, sender, input.pieces().size(), changes);
            sender.end();
            liveness.answers().forEach(rig.extras()::answered);
            return outcome(rig, sender, changes, stream);
        }
    }

    /** Each fault has its share of the articles; it strikes when half of its share is accepted and the rest flows. */
    private void strikeAll(Rig rig, List<Fault> schedule, Sender sender, int pieces, ChangesReader changes) {
        int shares = schedule.size() + 1;
        for (int i = 0; i < schedule.size(); i++) {
            int from = pieces * i / shares;
            int to = pieces * (i + 1) / shares;
            schedule.get(i).prepare(rig);
            sender.let(to);
            awaitAccepted(sender, (from + to) / 2, changes);
            strike(rig, schedule.get(i));
            if (!recovered(schedule.get(i), rig, sender, changes)) {
                return;
            }
        }
        sender.let(pieces);
        awaitAccepted(sender, pieces, changes);
        recovered(null, rig, sender, changes);
    }

    private void strike(Rig rig, Fault fault) {
        long began = System.nanoTime();
        System.out.printf("%s %s strikes%n", fault.number(), fault);
        fault.strike(rig);
        struck++;
        System.out.printf(Locale.ROOT, "  over after %.1f s%n", (System.nanoTime() - began) / 1e9);
    }

    private static void awaitAccepted(Sender sender, int pieces, ChangesReader changes) {
        Await.until(pieces + " pieces accepted", ACCEPT, () -> {
            changes.poll();
            return sender.done() >= pieces;
        });
    }

    /** Whether all that was accepted when the fault was over has been stored; says how long that took. */
    private boolean recovered(Fault fault, Rig rig, Sender sender, ChangesReader changes) {
        int wanted = sender.accepted().size() + rig.extras().sent().size();
        long began = System.nanoTime();
        while (changes.count() < wanted && System.nanoTime() - began < PATIENCE.toNanos()) {
            if (changes.poll() == 0) {
                Await.pause(Duration.ofMillis(50));
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (fault != null) {
            slowest = Math.max(slowest, seconds);
            System.out.printf(Locale.ROOT, "  caught up after %.1f s, at %d revisions%n", seconds, changes.count());
        }
        if (changes.count() < wanted) {
            System.out.printf("  not caught up: %d of %d; no more faults%n", changes.count(), wanted);
        }
        return changes.count() >= wanted;
    }

    private Outcome outcome(Rig rig, Sender sender, ChangesReader changes, StreamReader stream) throws SQLException {
        String bootstrap = rig.dateline().servers().kafkaBootstrap();
        Extras extras = rig.extras();
        List<Burial> poison = extras.poison();
        long deadline = System.nanoTime() + STREAM.toNanos();
        while (System.nanoTime() < deadline && !(streamed(stream, changes) && buried(bootstrap, poison))) {
            Await.pause(Duration.ofMillis(200));
            changes.poll();
        }
        try (Tables tables = new Tables(rig.dateline().servers().jdbcUrl())) {
            List<Sent> sent = new ArrayList<>(sender.accepted());
            sent.addAll(extras.sent());
            History history = new History(
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
                    extras.counts());
            System.out.printf("the stream broke %d times and was resumed%n", stream.breaks());
            Verdict verdict = Checker.check(history);
            return new Outcome(verdict, slowest, struck, result(verdict));
        }
    }

    private static boolean streamed(StreamReader stream, ChangesReader changes) {
        return stream.count() >= changes.changes().size();
    }

    private static boolean buried(String bootstrap, List<Burial> poison) {
        return poison.isEmpty() || DeadLetterReader.read(bootstrap).containsAll(poison);
    }

    private String result(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "RESULT articles=%d faults=%d lost=%d twice=%d gaps=%d recovered_s=%.1f seed=%d"
                        + " misordered=%d miscounted=%d misburied=%d misanswered=%d",
                plan.articles(),
                struck,
                verdict.lost().size(),
                verdict.twice().size(),
                verdict.gaps().size(),
                slowest,
                plan.seed(),
                verdict.misordered().size(),
                verdict.miscounted().size(),
                verdict.misburied().size(),
                verdict.misanswered().size());
    }
}
