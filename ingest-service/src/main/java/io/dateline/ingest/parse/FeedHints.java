package io.dateline.ingest.parse;

import java.time.Duration;

/**
 * What a feed says about itself besides its items.
 *
 * @param every     how long its publisher says a copy stays fresh (ttl, sy:updatePeriod and sy:updateFrequency), or null
 * @param skipHours hours of the day in UTC not to poll in, bits 0 to 23
 * @param skipDays  days of the week in UTC not to poll on, bit 0 is Monday
 * @param hub       absolute address of a WebSub hub, or null
 * @param self      what the hub knows the feed by, or null
 */
public record FeedHints(Duration every, int skipHours, int skipDays, String hub, String self) {
    public static final FeedHints NONE = new FeedHints(null, 0, 0, null, null);
}
