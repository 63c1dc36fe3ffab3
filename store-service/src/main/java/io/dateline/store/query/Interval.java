package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How wide the buckets of a timeline are, in UTC. */
public enum Interval {
    HOUR,
    DAY,
    MONTH;

    /** As parameters and PostgreSQL's {@code date_trunc} have it; never null. */
    @JsonValue
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter {@code interval}, {@code standard} where it is not given. */
    static Interval read(Parameters parameters, Interval standard, Interval... allowed) {
        String value = parameters.single("interval");
        if (value == null) {
            return standard;
        }
        return Arrays.stream(allowed)
                .filter(interval -> interval.parameter().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    parameters.fault(
                            "interval",
                            "is none of "
                                    + Arrays.stream(allowed)
                                            .map(Interval::parameter)
                                            .collect(Collectors.joining(", ")));
                    return standard;
                });
    }
}
