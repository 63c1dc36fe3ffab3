package io.dateline.ingest.host;

import java.util.UUID;

/**
 * The right to send one host one request until the lease ends.
 *
 * @param token every write that needs the turn needs it
 * @param kind  what the turn is for
 * @param owner a feed's id, or a subscription's
 * @param key   of a page within its feed, else null
 */
public record Turn(String host, UUID token, Kind kind, String owner, String key) {
    /** What a turn may be used for. */
    public enum Kind {
        FEED,
        PAGE,
        HUB
    }
}
