package io.dateline.ingest.poll;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.WebAddress;
import io.dateline.ingest.poll.LeasedFeed.Route;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** When a permanent redirect becomes a feed's address: once it has held for some polls and some time. Pure. */
final class MovePolicy {
    private final int polls;
    private final Duration time;

    /**
     * @param polls in a row that met the same redirect
     * @param time  between the first and the last of them, at least
     */
    MovePolicy(int polls, Duration time) {
        this.polls = polls;
        this.time = time;
    }

    /**
     * Where the feed is from now on, and what is remembered of its redirect.
     *
     * @param url in the form that feeds are entered in, so that none is polled twice
     */
    record Move(String url, String host, Route route) {}

    /** A poll that went well, at the feed's own address or where redirects have led. */
    Move after(LeasedFeed feed) {
        Route route = feed.route();
        if (route.at() == null || !route.permanent()) {
            return new Move(feed.url(), feed.host(), new Route(null, 0, true, null, null, 0));
        }
        boolean same = route.at().equals(route.movedTo());
        Instant since = same ? route.movedSince() : feed.claimedAt();
        int seen = same ? route.movedSeen() + 1 : 1;
        if (seen >= polls && !since.plus(time).isAfter(feed.claimedAt())) {
            URI to = WebAddress.parse(route.at());
            return new Move(WebAddress.plain(to), AddressGuard.host(to), new Route(null, 0, true, null, null, 0));
        }
        return new Move(feed.url(), feed.host(), new Route(null, 0, true, route.at(), since, seen));
    }

    /** After a failure: the next poll begins at the feed's own address; what was seen of redirects stays. */
    Route home(Route route) {
        return new Route(null, 0, true, route.movedTo(), route.movedSince(), route.movedSeen());
    }
}
