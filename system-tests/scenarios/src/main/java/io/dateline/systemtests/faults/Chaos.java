package io.dateline.systemtests.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One run after another in which faults overlap; each says what came of it, and the last line says it of all. They share a
 * system until its history is broken, or a run comes to no result; then the next has a new one.
 */
final class Chaos {
    private final ChaosPlan plan;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Long> unfinished = new ArrayList<>();
    private final Set<ChaosFault> met = EnumSet.noneOf(ChaosFault.class);

    private Chaos(ChaosPlan plan) {
        this.plan = plan;
    }

    /** The exit code of the worst of them. */
    static int run(ChaosPlan plan) throws SQLException {
        Chaos chaos = new Chaos(plan);
        long seed = plan.seed();
        while (seed < plan.seed() + plan.seeds()) {
            seed = chaos.shared(seed);
        }
        Set<ChaosFault> idle = chaos.idle();
        System.out.println(summary(plan, chaos.outcomes, chaos.unfinished, idle));
        return exitCode(chaos.outcomes, chaos.unfinished, idle);
    }

    /** Those from this seed on that share a system; answers the first that needs another. */
    private long shared(long first) throws SQLException {
        try (Load load = new Load(new Rig(first, Surroundings.PLAIN, 1))) {
            for (long seed = first; seed < plan.seed() + plan.seeds(); seed++) {
                if (!went(seed, load)) {
                    return seed + 1;
                }
            }
            return plan.seed() + plan.seeds();
        }
    }

    /** Whether the system is as it should be after it. */
    private boolean went(long seed, Load load) throws SQLException {
        try {
            ChaosRun.Result result = new ChaosRun(seed, plan.articles()).on(load);
            met.addAll(result.met());
            Outcome outcome = result.outcome();
            outcome.print();
            outcomes.add(outcome);
            return outcome.verdict().clean();
        } catch (IllegalStateException e) {
            System.out.println("NO RESULT seed=" + seed + ": "
                    + e.getMessage().lines().findFirst().orElse(""));
            unfinished.add(seed);
            return false;
        }
    }

    /** Kinds of fault that were to strike and met nothing, in any of the runs. */
    private Set<ChaosFault> idle() {
        Set<ChaosFault> idle = EnumSet.noneOf(ChaosFault.class);
        outcomes.forEach(outcome -> ChaosSchedule.of(outcome.seed(), ChaosRun.LENGTH).values().stream()
                .flatMap(List::stream)
                .forEach(moment -> idle.add(moment.fault())));
        idle.removeAll(met);
        return idle;
    }

    static String summary(ChaosPlan plan, List<Outcome> outcomes, List<Long> unfinished, Set<ChaosFault> idle) {
        List<Long> broken = outcomes.stream()
                .filter(outcome -> !outcome.verdict().clean())
                .map(Outcome::seed)
                .toList();
        return String.format(
                Locale.ROOT,
                "CHAOS seeds=%d from=%d articles=%d faults=%d recovered_s=%.1f broken=%s unfinished=%s idle=%s",
                plan.seeds(),
                plan.seed(),
                outcomes.stream().mapToInt(Outcome::articles).sum(),
                outcomes.stream().mapToInt(Outcome::faults).sum(),
                outcomes.stream()
                        .mapToDouble(outcome -> outcome.times().recovered())
                        .max()
                        .orElse(0),
                broken,
                unfinished,
                idle);
    }

    /** What is broken goes before what came to no result, and that before what was slow. */
    static int exitCode(List<Outcome> outcomes, List<Long> unfinished, Set<ChaosFault> idle) {
        List<Integer> codes = outcomes.stream().map(Faults::exitCode).toList();
        if (codes.contains(Faults.BROKEN)) {
            return Faults.BROKEN;
        }
        if (!unfinished.isEmpty() || !idle.isEmpty()) {
            return 1;
        }
        return codes.stream().max(Integer::compare).orElse(1);
    }
}
