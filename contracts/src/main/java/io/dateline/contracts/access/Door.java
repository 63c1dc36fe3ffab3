package io.dateline.contracts.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Makes the policy out of what is configured, or says why the service must not start. */
final class Door {
    private static final int PER_SECOND = 100;
    private static final int BURST_SECONDS = 5;

    private Door() {}

    /**
     * @param host the address the service listens on
     * @throws IllegalStateException where anybody could reach it, or the settings make no sense
     */
    static AccessPolicy policy(AccessConfig config, String host, InstantSource clock, LongSupplier nanos) {
        boolean loopback = isLoopback(host);
        boolean keyed = config.keysFile().isPresent();
        if (!loopback && !keyed && !config.open()) {
            throw new IllegalStateException("Listening on " + host + " without keys would let anybody in. Set"
                    + " dateline.access.keys-file (DATELINE_ACCESS_KEYS_FILE), or quarkus.http.host=127.0.0.1, or, where"
                    + " others cannot reach the port, dateline.access.open=true.");
        }
        WatchedKeys keys =
                config.keysFile().map(file -> new WatchedKeys(file, clock)).orElse(null);
        Set<String> names = config.hosts().stream()
                .flatMap(List::stream)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        // Open as it may be: whoever says how it is called wants no page that gave its own name our address.
        boolean ownHostsOnly = !keyed && (config.open() ? !names.isEmpty() : loopback);
        return new AccessPolicy(new Origins(names), ownHostsOnly, keys, limits(config, loopback && !keyed, nanos));
    }

    private static RateLimits limits(AccessConfig config, boolean unlimited, LongSupplier nanos) {
        int perSecond = config.requestsPerSecond().orElse(unlimited ? 0 : PER_SECOND);
        int burst = config.burst().orElse(Math.min(perSecond, Integer.MAX_VALUE / BURST_SECONDS) * BURST_SECONDS);
        if (perSecond < 0 || perSecond > 0 && burst < 1) {
            throw new IllegalStateException(
                    "dateline.access.requests-per-second must not be negative, and dateline.access.burst be 1 or more.");
        }
        return perSecond == 0 ? null : new RateLimits(perSecond, burst, nanos);
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
