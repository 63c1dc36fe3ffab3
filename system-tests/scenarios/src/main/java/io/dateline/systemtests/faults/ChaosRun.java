package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One seed's run: articles flow evenly while each lane of faults strikes at its moments. */
final class ChaosRun {
    static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(100);

    private final long seed;
    private final int articles;

    ChaosRun(long seed, int articles) {
        this.seed = seed;
        this.articles = articles;
    }

    /** @param met faults that met what they are for */
    record Result(Outcome outcome, List<ChaosFault> met) {}

    /** The verdict is on the whole history of the system, so that this one's faults cannot spoil what was stored before. */
    Result on(Load load) throws SQLException {
        System.out.printf("seed=%d articles=%d%n", seed, articles);
        ExecutorService lanes = Executors.newFixedThreadPool(ChaosFault.Lane.values().length);
        load.of(new Input(articles, seed));
        try {
            long began = System.nanoTime();
            List<Future<List<ChaosFault>>> struck = new ArrayList<>();
            ChaosSchedule.of(seed, LENGTH)
                    .values()
                    .forEach(moments -> struck.add(lanes.submit(() -> strike(load.rig(), moments, began))));
            List<ChaosFault> met = new ArrayList<>();
            while (!struck.stream().allMatch(Future::isDone)) {
                load.let((int)
                        Math.min(load.pieces(), load.pieces() * since(began).toMillis() / LENGTH.toMillis()));
                Await.pause(STEP);
            }
            for (Future<List<ChaosFault>> lane : struck) {
                met.addAll(of(lane));
            }
            load.let(load.pieces());
            load.awaitAccepted(load.pieces());
            Outcome.Times times = new Outcome.Times(load.catchUp().seconds(), 0, load.awaitStories());
            int faults = ChaosSchedule.of(seed, LENGTH).values().stream()
                    .mapToInt(List::size)
                    .sum();
            return new Result(new Outcome(articles, faults, seed, times, List.of(), load.verdict()), met);
        } finally {
            lanes.shutdownNow();
        }
    }

    private static List<ChaosFault> strike(Rig rig, List<ChaosSchedule.Moment> moments, long began) {
        List<ChaosFault> met = new ArrayList<>();
        for (ChaosSchedule.Moment moment : moments) {
            Duration early = moment.at().minus(since(began));
            if (!early.isNegative()) {
                Await.pause(early);
            }
            long at = since(began).toMillis();
            if (moment.fault().strike(rig)) {
                met.add(moment.fault());
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %5.1f s to %5.1f s: %s%n",
                    at / 1e3,
                    since(began).toMillis() / 1e3,
                    moment.fault());
        }
        return met;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static List<ChaosFault> of(Future<List<ChaosFault>> lane) {
        try {
            return lane.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not strike: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
