package io.dateline.local.newsroom;

import io.dateline.local.newsroom.Newsroom.Item;
import java.util.List;

/** Writes one feed document; the same items always give the same bytes, so that its hash can be its ETag. */
interface FeedWriter {
    /**
     * @param site  scheme, host and port, without a slash at the end
     * @param items newest first
     */
    byte[] write(FeedName feed, String site, List<Item> items);

    static FeedWriter of(FeedName feed) {
        return switch (feed) {
            case HERALD -> new RssWriter();
            case CHRONICLE -> new AtomWriter();
            case WIRE -> new JsonFeedWriter();
        };
    }
}
