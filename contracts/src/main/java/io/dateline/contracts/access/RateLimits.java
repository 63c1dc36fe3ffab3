package io.dateline.contracts.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A token bucket for each caller. As many callers as are remembered are bounded; one that is forgotten begins with a
 * full bucket. Thread-safe.
 */
final class RateLimits {
    static final int CALLERS = 10_000;
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param perSecond requests that come back each second, 1 or more
     * @param burst     requests that may come at once, 1 or more
     * @param nanos     a clock that only goes forward
     */
    RateLimits(int perSecond, int burst, LongSupplier nanos) {
        TimeMeter meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(MEMORY)
                .ticker(nanos::getAsLong)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    /** 0 where the request may pass, else the seconds to wait, rounded up. */
    long wait(String caller) {
        var probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, ceilSeconds(probe.getNanosToWaitForRefill()));
    }

    /** How many callers are remembered. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /** An IPv6 customer has a whole /64 to send from: it is one caller. */
    static String network(String address) {
        if (address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
            return address;
        }
        String plain = address.indexOf('%') < 0 ? address : address.substring(0, address.indexOf('%'));
        int gap = plain.indexOf("::");
        String[] head = (gap < 0 ? plain : plain.substring(0, gap)).split(":");
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            boolean given = i < head.length && !head[i].isEmpty();
            network.append(given ? head[i] : "0").append(':');
        }
        return network.toString();
    }

    private static long ceilSeconds(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return (nanos + second - 1) / second;
    }
}
