package io.dateline.store.web;

import io.dateline.store.ops.OpsMinute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One figure of a stage over the last hour, a bar to a minute.
 *
 * @param label what it is of; never null
 * @param most  the highest of the hour, in words; never null
 * @param bars  oldest first, those of nothing left out; never null
 */
public record Spark(String label, String most, List<Bar> bars) {
    private static final int HEIGHT = 20;
    private static final int MINUTES = 60;

    /** @param x 0 to 59, the last minute on the right */
    public record Bar(int x, int y, int height) {}

    /** Rate, what waits and errors of a stage; empty while there is less than a minute to show. */
    static List<Spark> of(String stage, List<OpsMinute> minutes, Instant now) {
        if (minutes.isEmpty()) {
            return List.of();
        }
        Spark rate = of("Rate", minutes, stage, OpsMinute.Stage::rate, Figures::rate, now);
        Spark waiting = of("Waiting", minutes, stage, OpsMinute.Stage::waiting, Spark::whole, now);
        Spark errors = of("Errors", minutes, stage, OpsMinute.Stage::errors, Spark::whole, now);
        return stage.equals("ingest") ? List.of(rate, errors) : List.of(rate, waiting, errors);
    }

    private static Spark of(
            String label,
            List<OpsMinute> minutes,
            String stage,
            ToDoubleFunction<OpsMinute.Stage> figure,
            DoubleFunction<String> words,
            Instant now) {
        double most = minutes.stream()
                .mapToDouble(minute -> value(minute, stage, figure))
                .max()
                .orElse(0);
        List<Bar> bars = minutes.stream()
                .flatMap(minute -> bar(minute, value(minute, stage, figure), most, now))
                .toList();
        return new Spark(label, most == 0 ? "none" : "up to " + words.apply(most), bars);
    }

    private static String whole(double value) {
        return Figures.number(Math.round(value));
    }

    private static double value(OpsMinute minute, String stage, ToDoubleFunction<OpsMinute.Stage> figure) {
        OpsMinute.Stage seen = minute.stages().get(stage);
        return seen == null ? 0 : figure.applyAsDouble(seen);
    }

    private static Stream<Bar> bar(OpsMinute minute, double value, double most, Instant now) {
        int x = MINUTES - 1 - (int) Duration.between(minute.at(), now).toMinutes();
        if (value <= 0 || x < 0 || x >= MINUTES) {
            return Stream.empty();
        }
        int height = (int) Math.max(1, Math.round(HEIGHT * value / most));
        return Stream.of(new Bar(x, HEIGHT - height, height));
    }
}
