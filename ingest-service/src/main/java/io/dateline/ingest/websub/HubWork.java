package io.dateline.ingest.websub;

import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.fetch.WebLink;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.parse.FeedHints;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Subscribes to hubs that feeds announce, one request a turn. Does nothing where nobody has said under which public
 * address hubs can reach us.
 */
public final class HubWork {
    private static final Logger LOG = Logger.getLogger(HubWork.class);
    private static final Duration LEASE = Duration.ofDays(10);
    /** A hub that took the request and never came back to verify is asked again. */
    private static final Duration UNVERIFIED = Duration.ofHours(6);

    private static final Duration DENIED = Duration.ofDays(7);

    private final Optional<String> publicUrl;
    private final Subscriptions subscriptions;
    private final Fetcher fetcher;
    private final Duration hostDelay;

    /** @param publicUrl empty where hubs cannot reach us */
    public HubWork(Optional<String> publicUrl, Subscriptions subscriptions, Fetcher fetcher, Duration hostDelay) {
        this.publicUrl = publicUrl.filter(url -> !url.isBlank()).map(url -> url.replaceAll("/+$", ""));
        this.subscriptions = subscriptions;
        this.fetcher = fetcher;
        this.hostDelay = hostDelay;
    }

    /**
     * Looks for a hub in what a feed answered; its headers win over its document (WebSub, section 4).
     *
     * @param feedUrl stands in where the feed does not say what its hub knows it by
     */
    public void announced(String feedId, String feedUrl, List<WebLink> links, FeedHints hints) {
        String hub = rel(links, "hub").orElse(hints.hub());
        if (publicUrl.isEmpty() || hub == null) {
            return;
        }
        String self = hints.self() == null ? feedUrl : hints.self();
        String topic = rel(links, "self").orElse(self);
        if (!Database.indexable(hub) || !Database.indexable(topic)) {
            LOG.infof("feed %s: its hub is not asked, since its address or the feed's own is too long", feedId);
            return;
        }
        String host = fetcher.host(hub);
        if (host != null) {
            subscriptions.announced(feedId, hub, topic, host);
        }
    }

    private static Optional<String> rel(List<WebLink> links, String rel) {
        return links.stream()
                .filter(link -> link.rel().equals(rel))
                .map(WebLink::url)
                .findFirst();
    }

    /** Asks the hub to push to us. */
    public void run(LeasedHub hub) {
        if (publicUrl.isEmpty()) {
            subscriptions.asked(hub, null, hub.tries(), DENIED, Duration.ZERO);
            return;
        }
        FetchResult result = fetcher.once(FetchRequest.hub(hub.hub(), form(hub)));
        if (result instanceof FetchResult.Fetched) {
            subscriptions.asked(hub, "asked", 0, UNVERIFIED, hostDelay);
            return;
        }
        int status = result instanceof FetchResult.Failed failed ? failed.status() : 0;
        boolean refused = status >= 400 && status < 500 && status != 429;
        int tries = hub.tries() + 1;
        Duration wait = refused ? DENIED : Duration.ofMinutes(1L << Math.min(tries, 9));
        subscriptions.asked(hub, refused ? "denied" : null, tries, wait, pause(result));
    }

    private Duration pause(FetchResult result) {
        Duration told = result instanceof FetchResult.Failed failed ? failed.retryAfter() : null;
        return told == null || told.compareTo(hostDelay) < 0 ? hostDelay : told;
    }

    private String form(LeasedHub hub) {
        return "hub.mode=subscribe&hub.topic=" + encoded(hub.topic())
                + "&hub.callback=" + encoded(publicUrl.get() + "/websub/" + hub.id())
                + "&hub.secret=" + encoded(hub.secret())
                + "&hub.lease_seconds=" + LEASE.toSeconds();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
