package io.dateline.ingest.host;

import java.time.Duration;

/**
 * The end of a turn.
 *
 * @param pause     until anything may be asked of the host again
 * @param pagePause until a page may be; no shorter than the pause
 */
public record Release(Turn turn, Duration pause, Duration pagePause) {
    public static Release after(Turn turn, Duration pause) {
        return new Release(turn, pause, pause);
    }
}
