package io.dateline.systemtests.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One run: articles flow, faults strike one after another, and in the end the history is checked. */
final class FaultRun {
    private final Plan plan;
    private final List<String> idle = new ArrayList<>();
    private Outcome.Times times = new Outcome.Times(0, 0, 0);
    private int struck;

    FaultRun(Plan plan) {
        this.plan = plan;
    }

    Outcome run() throws SQLException {
        List<Fault> wanted = plan.schedule();
        try (Surroundings surroundings = Surroundings.of(wanted)) {
            List<Fault> schedule = surroundings.possible(wanted);
            Input input = new Input(plan.articles(), plan.seed());
            System.out.printf(
                    "seed=%d articles=%d instances=%d faults=%s%n",
                    plan.seed(), plan.articles(), plan.instances(), schedule);
            try (Load load = new Load(new Rig(plan.seed(), surroundings, plan.instances())).of(input)) {
                strikeAll(load, schedule);
                times = times.and(new Outcome.Times(0, 0, load.awaitStories()));
                return new Outcome(plan.articles(), struck, plan.seed(), times, idle, load.verdict());
            }
        }
    }

    /** Each fault has its share of the articles; it strikes when half of its share is accepted and the rest flows. */
    private void strikeAll(Load load, List<Fault> schedule) throws SQLException {
        int shares = schedule.size() + 1;
        for (int i = 0; i < schedule.size(); i++) {
            int from = load.pieces() * i / shares;
            int to = load.pieces() * (i + 1) / shares;
            schedule.get(i).prepare(load.rig());
            load.let(to);
            load.awaitAccepted((from + to) / 2);
            double seconds = strike(load.rig(), schedule.get(i));
            Load.CaughtUp caughtUp = load.catchUp();
            times = times.and(new Outcome.Times(caughtUp.seconds(), seconds, 0));
            if (!caughtUp.whole()) {
                return;
            }
        }
        load.let(load.pieces());
        load.awaitAccepted(load.pieces());
        load.catchUp();
    }

    /** For how many seconds it struck. */
    private double strike(Rig rig, Fault fault) {
        long began = System.nanoTime();
        System.out.printf("%s %s strikes%n", fault.number(), fault);
        boolean met = fault.strike(rig);
        struck++;
        if (!met) {
            idle.add(fault.name());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "  over after %.1f s%s%n", seconds, met ? "" : "; it met nothing");
        return seconds;
    }
}
