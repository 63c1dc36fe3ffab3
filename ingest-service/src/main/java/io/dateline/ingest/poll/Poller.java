package io.dateline.ingest.poll;

import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.FeedHints;
import io.dateline.ingest.parse.HintReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.publish.BrokerUnavailable;
import io.dateline.ingest.text.Hashes;
import io.dateline.ingest.websub.HubWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Uses a feed's turn: one request, and where it brought something, read and take it in; only then may the feed's state
 * advance. A redirect is not followed here: it waits for the turn of the host it leads to.
 */
final class Poller {
    private static final Logger LOG = Logger.getLogger(Poller.class);

    private final Fetcher fetcher;
    private final DocumentReader reader;
    private final FeedIntake intake;
    private final HubWork hubs;
    private final Outcomes outcomes;
    private final InstantSource clock;

    Poller(
            Fetcher fetcher,
            DocumentReader reader,
            FeedIntake intake,
            HubWork hubs,
            Outcomes outcomes,
            InstantSource clock) {
        this.fetcher = fetcher;
        this.reader = reader;
        this.intake = intake;
        this.hubs = hubs;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @throws io.dateline.ingest.identity.StoreUnavailable some of it may be taken in; all of it must come again */
    PollOutcome poll(LeasedFeed feed) {
        Poll poll = new Poll(feed, System.nanoTime());
        boolean conditional = feed.validators().use(feed.claimedAt());
        FetchResult result = fetcher.once(FetchRequest.feed(
                feed.at(),
                conditional ? feed.validators().etag() : null,
                conditional ? feed.validators().lastModified() : null));
        if (result instanceof FetchResult.Redirected redirected) {
            return redirected(poll, redirected);
        }
        if (result instanceof FetchResult.Failed failed) {
            return outcomes.failure(poll, failed, null);
        }
        if (result instanceof FetchResult.NotModified same) {
            return outcomes.unchanged(poll, "not-modified", 304, 0, same.maxAge(), feed.validators());
        }
        FetchResult.Fetched fetched = (FetchResult.Fetched) result;
        String hash = Hashes.sha256(fetched.body());
        if (hash.equals(feed.validators().bodyHash())) {
            LeasedFeed.Validators kept = outcomes.validators(feed, fetched, hash, false);
            return outcomes.unchanged(poll, "same-body", 200, fetched.body().length, fetched.maxAge(), kept);
        }
        return read(poll, fetched, hash);
    }

    /** What to write where the feed could not be polled for a reason of ours. */
    PollOutcome again(LeasedFeed feed) {
        return outcomes.ourTrouble(feed);
    }

    /** What to write where we failed at the feed itself, as we would again: its turn comes later each time. */
    PollOutcome failed(LeasedFeed feed) {
        FetchResult.Failed internal = new FetchResult.Failed(
                "internal", "Reading the feed, or keeping what it brought, failed for a reason of ours.", null);
        return outcomes.failure(new Poll(feed, System.nanoTime()), internal, null);
    }

    /** @param started nanoseconds of the monotonic clock */
    record Poll(LeasedFeed feed, long started) {
        int millis() {
            return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - started) / 1_000_000);
        }
    }

    private PollOutcome redirected(Poll poll, FetchResult.Redirected redirected) {
        LeasedFeed feed = poll.feed();
        if (feed.route().hops() >= fetcher.maxRedirects()) {
            return outcomes.failure(poll, fetcher.tooManyRedirects(), null);
        }
        String host = fetcher.host(redirected.location());
        if (host == null) {
            return outcomes.failure(
                    poll,
                    new FetchResult.Failed(
                            "address-not-allowed", "The redirect leads to what may not be fetched.", null),
                    null);
        }
        if (!Database.indexable(redirected.location())) {
            // It may become the feed's address one day, which stands in an index.
            return outcomes.failure(
                    poll,
                    new FetchResult.Failed("bad-redirect", "The redirect leads to too long an address.", null),
                    null);
        }
        return outcomes.onward(feed, redirected, host);
    }

    private PollOutcome read(Poll poll, FetchResult.Fetched fetched, String hash) {
        LeasedFeed feed = poll.feed();
        Instant at = clock.instant();
        Document document = new Document(fetched.body(), fetched.contentType(), fetched.url());
        ParseResult parsed = reader.read(document);
        if (parsed instanceof ParseResult.Refused refused) {
            return outcomes.failure(poll, new FetchResult.Failed(reason(refused), refused.detail(), null), fetched);
        }
        ParseResult.Articles articles = (ParseResult.Articles) parsed;
        FeedHints hints = HintReader.of(document);
        Map<Fate, Integer> counts;
        try {
            counts = intake.take(feed, articles, at);
        } catch (BrokerUnavailable e) {
            LOG.warnf("feed %s will be asked again: %s", feed.id(), e.getMessage());
            return outcomes.ourTrouble(feed);
        }
        hubs.announced(feed.id(), feed.url(), fetched.links(), hints);
        return outcomes.read(poll, fetched, hash, articles, hints, counts);
    }

    private static String reason(ParseResult.Refused refused) {
        return switch (refused.code()) {
            case UNSUPPORTED_MEDIA_TYPE -> "not-a-feed";
            default -> "malformed";
        };
    }
}
