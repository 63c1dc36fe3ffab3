package io.dateline.ingest.page;

import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.parse.ParsedArticle;
import java.time.Instant;

/**
 * An item that waits for its page, ours to fetch until its turn ends.
 *
 * @param turn       null where it is only given up
 * @param backlog    whether it came with the first document of its feed
 * @param atUrl      where the next request for the page goes
 * @param hops       redirects that led there
 * @param robotsAt   where redirects of robots.txt have led, or null
 * @param tries      that failed
 * @param giveUpAt   published without its page from then on
 */
public record LeasedPage(
        Turn turn,
        String feedId,
        String key,
        Origin origin,
        ParsedArticle item,
        boolean backlog,
        String atUrl,
        int hops,
        String robotsAt,
        int robotsHops,
        int tries,
        Instant giveUpAt) {}
