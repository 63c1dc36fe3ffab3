package io.dateline.store.ops;

import java.time.Instant;
import java.util.Map;

/**
 * What was seen of the stages in one minute.
 *
 * @param at     its beginning; never null
 * @param stages by name; never null
 */
public record OpsMinute(Instant at, Map<String, Stage> stages) {

    /**
     * @param rate    the highest of the live lane, articles per second
     * @param waiting the most that waited on it
     * @param errors  articles that came to a bad end, on either lane
     */
    public record Stage(double rate, long waiting, long errors) {
        static final Stage NOTHING = new Stage(0, 0, 0);

        Stage and(Stage other) {
            return new Stage(Math.max(rate, other.rate), Math.max(waiting, other.waiting), errors + other.errors);
        }
    }
}
