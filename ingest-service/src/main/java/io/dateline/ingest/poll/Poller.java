package io.dateline.ingest.poll;

import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.publish.BrokerUnavailable;
import io.dateline.ingest.publish.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Polls one feed that is due: claim, fetch, read, take in, and only then let the feed's state advance. */
final class Poller {
    private static final Logger LOG = Logger.getLogger(Poller.class);
    private static final Duration OUR_TROUBLE = Duration.ofSeconds(15);
    private static final int CHUNK = 500;

    private final PollQueue queue;
    private final Fetcher fetcher;
    private final DocumentReader reader;
    private final Intake intake;
    private final PollPolicy policy;
    private final Duration hostDelay;
    private final InstantSource clock;

    Poller(
            PollQueue queue,
            Fetcher fetcher,
            DocumentReader reader,
            Intake intake,
            PollPolicy policy,
            Duration hostDelay,
            InstantSource clock) {
        this.queue = queue;
        this.fetcher = fetcher;
        this.reader = reader;
        this.intake = intake;
        this.policy = policy;
        this.hostDelay = hostDelay;
        this.clock = clock;
    }

    /** False where no feed was due. */
    boolean pollOne() {
        LeasedFeed feed = queue.claim().orElse(null);
        if (feed == null) {
            return false;
        }
        PollOutcome outcome = poll(feed);
        if (!queue.finish(feed, outcome)) {
            LOG.infof("feed %s was changed or taken over while it was polled", feed.id());
        }
        return true;
    }

    private PollOutcome poll(LeasedFeed feed) {
        FetchResult result = fetcher.fetch(feed.url(), feed.etag(), feed.lastModified());
        Instant fetchedAt = clock.instant();
        if (result instanceof FetchResult.Failed failed) {
            return failure(feed, failed.reason(), failed.detail(), failed.retryAfter());
        }
        if (result instanceof FetchResult.NotModified) {
            return success(feed, feed.etag(), feed.lastModified(), false, null, null);
        }
        FetchResult.Fetched fetched = (FetchResult.Fetched) result;
        ParseResult parsed = reader.read(new Document(fetched.body(), fetched.contentType(), fetched.url()));
        if (parsed instanceof ParseResult.Refused refused) {
            return failure(feed, reason(refused), refused.detail(), null);
        }
        return take(feed, fetched, (ParseResult.Articles) parsed, fetchedAt);
    }

    private static String reason(ParseResult.Refused refused) {
        return switch (refused.code()) {
            case UNSUPPORTED_MEDIA_TYPE -> "not-a-feed";
            default -> "malformed";
        };
    }

    private PollOutcome take(LeasedFeed feed, FetchResult.Fetched fetched, ParseResult.Articles parsed, Instant at) {
        Origin origin = Origin.feed(feed.id(), feed.sourceId(), feed.name());
        boolean news = false;
        try {
            for (List<ParsedArticle> chunk : chunks(parsed.articles())) {
                List<Incoming> batch = chunk.stream()
                        .map(article -> new Incoming(article, origin))
                        .toList();
                for (Reserved one : intake.take(batch, Lane.LIVE, at)) {
                    news |= Intake.outcome(one.decision()).equals("accepted");
                }
            }
        } catch (BrokerUnavailable e) {
            LOG.warnf("feed %s will be asked again: %s", feed.id(), e.getMessage());
            return unchanged(feed);
        }
        parsed.faults().stream()
                .filter(fault -> fault.at() > 0)
                .forEach(fault -> intake.rejected(Lane.LIVE, fault.code()));
        ParseResult.Fault fault =
                parsed.faults().isEmpty() ? null : parsed.faults().get(0);
        if (fault != null && parsed.articles().isEmpty()) {
            return failure(feed, fault.code(), fault.detail(), null);
        }
        return success(feed, fetched.etag(), fetched.lastModified(), news, fault, fetched.movedTo());
    }

    private PollOutcome success(
            LeasedFeed feed, String etag, String lastModified, boolean news, ParseResult.Fault fault, String movedTo) {
        Instant now = clock.instant();
        Instant last = news ? now : feed.lastItemAt() != null ? feed.lastItemAt() : feed.createdAt();
        Double gap = news ? policy.usualGap(feed.usualGap(), feed.lastItemAt(), now) : feed.usualGap();
        boolean silent = fault == null && policy.silent(gap, last, now);
        // A feed that is broken and still brings its good items: what is wrong is said, and it is polled as ever.
        String state = fault != null ? "failing" : silent ? "silent" : "ok";
        String reason = fault != null ? fault.code() : silent ? "no-new-items" : null;
        String detail = fault != null ? fault.detail() : silent ? "Nothing new for unusually long." : null;
        Duration next = policy.afterSuccess(feed.interval());
        return new PollOutcome(state, reason, detail, etag, lastModified, 0, true, news, gap, next, hostDelay, movedTo);
    }

    private PollOutcome failure(LeasedFeed feed, String reason, String detail, Duration retryAfter) {
        int failures = feed.failures() + 1;
        Duration next = policy.afterFailure(feed.interval(), failures, retryAfter);
        Duration pause = retryAfter != null && retryAfter.compareTo(hostDelay) > 0 ? retryAfter : hostDelay;
        LOG.infof("feed %s fails: %s", feed.id(), reason);
        return new PollOutcome(
                "failing",
                reason,
                detail,
                feed.etag(),
                feed.lastModified(),
                failures,
                true,
                false,
                feed.usualGap(),
                next,
                pause,
                null);
    }

    /** Kafka is away: no fault of the feed's, so nothing about it changes and the same will be fetched again. */
    private PollOutcome unchanged(LeasedFeed feed) {
        return new PollOutcome(
                feed.state(),
                null,
                null,
                feed.etag(),
                feed.lastModified(),
                feed.failures(),
                false,
                false,
                feed.usualGap(),
                OUR_TROUBLE,
                hostDelay,
                null);
    }

    private static List<List<ParsedArticle>> chunks(List<ParsedArticle> articles) {
        List<List<ParsedArticle>> chunks = new ArrayList<>();
        for (int from = 0; from < articles.size(); from += CHUNK) {
            chunks.add(articles.subList(from, Math.min(articles.size(), from + CHUNK)));
        }
        return chunks;
    }
}
