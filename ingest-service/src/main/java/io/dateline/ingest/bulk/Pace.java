package io.dateline.ingest.bulk;

import java.time.Duration;

/**
 * How long to rest after a batch: so long that neither the rate nor the share of time spent at work is exceeded over the
 * two together. Work that takes longer because others need the machine is followed by longer rests, which leaves it to
 * them.
 */
final class Pace {
    private final double perSecond;
    private final double share;

    /**
     * @param perSecond records at most; above 0
     * @param share     of the time that may be spent at work; above 0, at most 1
     */
    Pace(double perSecond, double share) {
        if (perSecond <= 0 || share <= 0 || share > 1) {
            throw new IllegalArgumentException("rate " + perSecond + ", share " + share);
        }
        this.perSecond = perSecond;
        this.share = share;
    }

    /** @param worked how long the batch took */
    Duration rest(int records, Duration worked) {
        double busy = worked.toNanos();
        double atLeast = Math.max(records / perSecond * 1e9, busy / share);
        return Duration.ofNanos(Math.max(0, Math.round(atLeast - busy)));
    }
}
