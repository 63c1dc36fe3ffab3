package io.dateline.ingest.poll;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.history.PollLine;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.parse.FeedHints;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.poll.LeasedFeed.Route;
import io.dateline.ingest.poll.LeasedFeed.Validators;
import io.dateline.ingest.poll.LeasedFeed.Wishes;
import io.dateline.ingest.poll.PollOutcome.Standing;
import io.dateline.ingest.poll.Poller.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** What a request for a feed means for the feed: its next turn, its state, what is remembered. Pure but for the log. */
final class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);
    private static final Duration OUR_TROUBLE = Duration.ofSeconds(15);
    private static final Duration DISTRUST = Duration.ofDays(30);

    private final PollPolicy policy;
    private final FeedJudge judge;
    private final MovePolicy moves;
    private final Duration hostDelay;

    Outcomes(PollPolicy policy, FeedJudge judge, MovePolicy moves, Duration hostDelay) {
        this.policy = policy;
        this.judge = judge;
        this.moves = moves;
        this.hostDelay = hostDelay;
    }

    /** A redirect: the next request is for another host's turn, and nothing is known of the feed yet. */
    PollOutcome onward(LeasedFeed feed, FetchResult.Redirected redirected, String host) {
        Route before = feed.route();
        boolean permanent = (before.hops() == 0 || before.permanent()) && redirected.permanent();
        Route route = new Route(
                redirected.location(),
                before.hops() + 1,
                permanent,
                before.movedTo(),
                before.movedSince(),
                before.movedSeen());
        return silent(feed, route, host, Duration.ZERO);
    }

    /** Kafka is away: no fault of the feed's, so nothing about it changes and the same will be fetched again. */
    PollOutcome ourTrouble(LeasedFeed feed) {
        Route route = moves.home(feed.route());
        return silent(feed, route, feed.host(), OUR_TROUBLE);
    }

    private PollOutcome silent(LeasedFeed feed, Route route, String host, Duration next) {
        return new PollOutcome(
                feed,
                Release.after(feed.turn(), hostDelay),
                false,
                null,
                feed.validators(),
                route,
                feed.wishes(),
                feed.shape(),
                feed.url(),
                host,
                next,
                false,
                Map.of(),
                null);
    }

    /** @param fetched what could not be read, or null where nothing came */
    PollOutcome failure(Poll poll, FetchResult.Failed failed, FetchResult.Fetched fetched) {
        LeasedFeed feed = poll.feed();
        int failures = feed.failures() + 1;
        Duration next = policy.afterFailure(feed.interval(), failures, failed.status(), failed.retryAfter());
        // Only these two speak for the host; any other answer speaks for this address alone.
        boolean hostSays = failed.status() == 429 || failed.status() == 503;
        Duration pause =
                hostSays && failed.retryAfter() != null && failed.retryAfter().compareTo(hostDelay) > 0
                        ? failed.retryAfter()
                        : hostDelay;
        String state = failed.status() == 410 ? "parked" : "failing";
        LOG.infof("feed %s fails: %s", feed.id(), failed.reason());
        int status = fetched == null ? failed.status() : 200;
        int bytes = fetched == null ? 0 : fetched.body().length;
        return new PollOutcome(
                feed,
                Release.after(feed.turn(), pause),
                true,
                new Standing(state, failed.reason(), failed.detail(), failures),
                feed.validators(),
                moves.home(feed.route()),
                feed.wishes(),
                feed.shape(),
                feed.url(),
                feed.host(),
                next,
                false,
                Map.of(),
                new PollLine(feed.id(), failed.reason(), status, 0, 0, bytes, poll.millis()));
    }

    /** The same as last time: what was wrong with its document then still is. */
    PollOutcome unchanged(Poll poll, String outcome, int status, int bytes, Duration maxAge, Validators validators) {
        LeasedFeed feed = poll.feed();
        boolean document = feed.failures() == 0
                && (feed.state().equals("failing") || feed.state().equals("changed"));
        Standing standing = document
                ? new Standing(feed.state(), feed.reason(), feed.detail(), 0)
                : judge.judge(feed, null, 0, feed.claimedAt());
        PollLine line = new PollLine(feed.id(), outcome, status, 0, 0, bytes, poll.millis());
        return success(feed, standing, validators, feed.wishes(), feed.shape(), maxAge, 0, Map.of(), line);
    }

    /** A document that could be read, in part at least. */
    PollOutcome read(
            Poll poll,
            FetchResult.Fetched fetched,
            String hash,
            ParseResult.Articles parsed,
            FeedHints hints,
            Map<Fate, Integer> counts) {
        LeasedFeed feed = poll.feed();
        ParseResult.Fault fault =
                parsed.faults().isEmpty() ? null : parsed.faults().get(0);
        if (fault != null && parsed.articles().isEmpty()) {
            return failure(poll, new FetchResult.Failed(fault.code(), fault.detail(), null), fetched);
        }
        FeedShape shape = FeedShape.of(parsed);
        FeedShape usual = FeedShape.of(feed.shape());
        boolean used = usual == null || FeedJudge.usedTo(feed, feed.claimedAt());
        FeedShape.Change change = used ? null : shape.since(usual);
        String kept = change != null ? feed.shape() : (used ? shape : shape.into(usual)).text();
        int accepted = counts.getOrDefault(Fate.accepted(false), 0);
        int fresh = accepted + counts.getOrDefault(Fate.accepted(true), 0) + counts.getOrDefault(Fate.waiting(), 0);
        // A feed that is broken and still brings its good items: what is wrong is said, and it is polled as ever.
        Standing standing = fault != null
                ? new Standing("failing", fault.code(), fault.detail(), 0)
                : judge.judge(feed, change, accepted, feed.claimedAt());
        Wishes wishes = new Wishes(hints.every(), hints.skipHours(), hints.skipDays());
        int items = parsed.articles().size()
                + (int) parsed.faults().stream().filter(one -> one.at() > 0).count();
        PollLine line = new PollLine(feed.id(), "fetched", 200, items, fresh, fetched.body().length, poll.millis());
        Validators validators = validators(feed, fetched, hash, fresh > 0);
        return success(feed, standing, validators, wishes, kept, fetched.maxAge(), fresh, counts, line);
    }

    private PollOutcome success(
            LeasedFeed feed,
            Standing standing,
            Validators validators,
            Wishes wishes,
            String shape,
            Duration maxAge,
            int fresh,
            Map<Fate, Integer> counts,
            PollLine line) {
        Duration next = policy.afterSuccess(feed.interval(), Rate.of(feed), wishes, maxAge, feed.claimedAt());
        MovePolicy.Move move = moves.after(feed);
        return new PollOutcome(
                feed,
                Release.after(feed.turn(), hostDelay),
                true,
                standing,
                validators,
                move.route(),
                wishes,
                shape,
                move.url(),
                move.host(),
                next,
                fresh > 0,
                counts,
                line);
    }

    /**
     * What to send next time. Validators that would have hidden news are not sent for a month: the body is the same, or
     * not, whatever its ETag says.
     *
     * @param news whether the body brought anything
     */
    Validators validators(LeasedFeed feed, FetchResult.Fetched fetched, String hash, boolean news) {
        Validators before = feed.validators();
        boolean asked = before.use(feed.claimedAt());
        boolean sameNames = Objects.equals(before.etag(), fetched.etag())
                && Objects.equals(before.lastModified(), fetched.lastModified());
        boolean lied = !asked && before.any() && before.distrustUntil() == null && sameNames && news;
        if (lied) {
            LOG.infof("feed %s: its validators hide changes and are not used for a while", feed.id());
        }
        Instant distrust = lied ? feed.claimedAt().plus(DISTRUST) : before.distrustUntil();
        if (distrust != null && distrust.isBefore(feed.claimedAt())) {
            distrust = null;
        }
        return new Validators(
                fetched.etag(),
                fetched.lastModified(),
                hash,
                distrust,
                feed.claimedAt().plus(policy.untilFullFetch()));
    }
}
