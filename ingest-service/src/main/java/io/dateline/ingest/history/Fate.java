package io.dateline.ingest.history;

/**
 * What became of an item of a feed.
 *
 * @param outcome accepted, unchanged, sighting, rejected or waiting (for its page)
 * @param reason  of a rejection; {@link #BACKLOG} for what a feed brought with its first document; else empty
 */
public record Fate(String outcome, String reason) {
    /** Older than the feed is to us, and no part of its rhythm. */
    public static final String BACKLOG = "backlog";

    public static Fate accepted(boolean backlog) {
        return new Fate("accepted", backlog ? BACKLOG : "");
    }

    public static Fate rejected(String reason) {
        return new Fate("rejected", reason);
    }

    public static Fate waiting() {
        return new Fate("waiting", "");
    }
}
