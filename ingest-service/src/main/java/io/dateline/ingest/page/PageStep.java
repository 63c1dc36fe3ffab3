package io.dateline.ingest.page;

import io.dateline.ingest.host.Release;
import java.time.Duration;

/**
 * A page that goes on waiting, after one turn.
 *
 * @param host   whose turn it needs next
 * @param next   until then
 * @param robots what robots.txt of its host turned out to be, or null
 */
record PageStep(
        String atUrl,
        int hops,
        String robotsAt,
        int robotsHops,
        String host,
        int tries,
        Duration next,
        Robots.Kept robots,
        Release release) {}
