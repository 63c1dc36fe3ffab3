package io.dateline.ingest.publish;

import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Reserved;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The one way into Dateline: reserve, commit, publish, await the broker, remember. Whatever dies in between, sending the
 * same again completes it. Thread-safe.
 */
public final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final String ACCEPTED = "accepted";
    /** In place of one that is not known yet. */
    private static final String ANY_ID = "any-00000000000000000000000000000000";

    private final IdentityStore identities;
    private final ArticlePublisher publisher;
    private final RawArticles articles;
    private final Sightings sightings;
    private final Embargoes embargoes;
    private final StageMetrics metrics;
    private final InstantSource clock;

    public Intake(
            IdentityStore identities,
            ArticlePublisher publisher,
            RawArticles articles,
            Sightings sightings,
            Embargoes embargoes,
            StageMetrics metrics,
            InstantSource clock) {
        this.identities = identities;
        this.publisher = publisher;
        this.articles = articles;
        this.sightings = sightings;
        this.embargoes = embargoes;
        this.metrics = metrics;
        this.clock = clock;
        for (Lane lane : Lane.values()) {
            metrics.expect(lane, ACCEPTED, MetricNames.KILL_UNKNOWN);
        }
    }

    /**
     * Takes a batch; answers in its order once everything in it is safe. What is refused of it is not counted: the caller
     * does, as for what could not be read ({@link #rejected}).
     *
     * @param fetchedAt when the batch came in; an article that says when it was fetched keeps that
     * @throws io.dateline.ingest.identity.StoreUnavailable nothing was done
     * @throws BrokerUnavailable some of it may have been published; none of it counts as such
     */
    public List<Reserved> take(List<Incoming> batch, Lane lane, Instant fetchedAt) {
        if (batch.isEmpty()) {
            return List.of();
        }
        List<Reserved> answers = new ArrayList<>();
        List<Incoming> sound = new ArrayList<>();
        for (Incoming one : batch) {
            Reserved refused = refused(one, fetchedAt);
            answers.add(refused);
            if (refused == null) {
                sound.add(one);
            }
        }
        List<Reserved> reserved = sound.isEmpty() ? List.of() : identities.reserve(sound);
        publish(reserved, lane, fetchedAt);
        reserved = new Settling(identities).settle(reserved, again -> publish(again, lane, fetchedAt));
        Iterator<Reserved> next = reserved.iterator();
        answers.replaceAll(answer -> answer == null ? next.next() : answer);
        return answers;
    }

    /** Null where it keeps the rules. Told before a number is reserved, so that one bad item leaves the others alone. */
    private Reserved refused(Incoming one, Instant fetchedAt) {
        RawArticle message =
                articles.of(new Reserved(one, ANY_ID, new Decision.Publish(1, false)), fetchedAt(one, fetchedAt));
        List<String> violations = ArticleRules.violations(message);
        if (violations.isEmpty()) {
            return null;
        }
        LOG.warnf("an article from %s is refused: %s", one.origin().source().id(), violations);
        return new Reserved(one, null, new Decision.Refused("The article breaks a rule: " + violations.get(0) + "."));
    }

    private static Instant fetchedAt(Incoming one, Instant batch) {
        return one.fetchedAt() == null ? batch : one.fetchedAt();
    }

    /**
     * Publishes articles whose embargo is over, each as a new revision of its owner's.
     *
     * @return how many there were; what was revised, canceled or released since it was held is none of them, nor is what
     *     cannot be released, which is set aside
     * @throws io.dateline.ingest.identity.StoreUnavailable nothing was done
     * @throws BrokerUnavailable they stay held and will be claimed again
     */
    public int release(int most) {
        Instant now = clock.instant();
        return new Releases(identities, embargoes, reserved -> publish(reserved, Lane.LIVE, now))
                .of(embargoes.claim(most));
    }

    private void publish(List<Reserved> reserved, Lane lane, Instant fetchedAt) {
        List<Reserved> toPublish = new ArrayList<>();
        List<RawArticle> messages = new ArrayList<>();
        for (Reserved one : reserved) {
            if (one.decision() instanceof Decision.Publish) {
                toPublish.add(one);
                messages.add(articles.of(one, fetchedAt(one.incoming(), fetchedAt)));
            }
        }
        embargoes.hold(toPublish);
        publisher.publish(messages, lane);
        identities.acknowledged(toPublish);
        sightings.tell(reserved, fetchedAt);
        Duration latency = Duration.between(fetchedAt, clock.instant());
        for (Reserved one : reserved) {
            if (!(one.decision() instanceof Decision.Pending)) {
                count(one, lane, latency);
            }
        }
    }

    /** An article that was not taken. */
    public void rejected(Lane lane, String reason) {
        metrics.count(lane, "rejected", reason, 1);
    }

    /** Articles that wait for their page before they are taken. */
    public void waiting(Lane lane, int amount) {
        metrics.count(lane, "waiting", MetricNames.NO_REASON, amount);
    }

    private void count(Reserved one, Lane lane, Duration latency) {
        if (killsUnknown(one)) {
            metrics.count(lane, ACCEPTED, MetricNames.KILL_UNKNOWN, 1);
            LOG.warnf("the kill of an article that was never seen is kept as a tombstone: %s", one.id());
        } else {
            metrics.count(lane, outcome(one.decision()));
        }
        if (one.decision() instanceof Decision.Publish) {
            metrics.latency(lane, latency);
            LOG.debugf(
                    "accepted article %s revision %d", one.id(), one.decision().revision());
        }
    }

    /** An editor should know: what was killed went out some other way, or under another name. */
    private static boolean killsUnknown(Reserved one) {
        return one.decision() instanceof Decision.Publish
                && one.decision().revision() == 1
                && one.incoming().article().status() == ArticleStatus.CANCELED;
    }

    /**
     * What became of an item of a feed, counted where it was refused.
     *
     * @param backlog whether it came with the feed's first document
     */
    public Fate fate(Reserved one, boolean backlog) {
        if (one.decision() instanceof Decision.Refused) {
            rejected(Lane.LIVE, ProblemCode.INVALID_ARTICLE.code());
            return Fate.rejected(ProblemCode.INVALID_ARTICLE.code());
        }
        String outcome = outcome(one.decision());
        return outcome.equals(ACCEPTED) ? Fate.accepted(backlog) : new Fate(outcome, "");
    }

    /** {@code accepted}, {@code unchanged}, {@code late}, {@code sighting} or {@code rejected}. */
    public static String outcome(Decision decision) {
        if (decision instanceof Decision.Publish) {
            return ACCEPTED;
        }
        if (decision instanceof Decision.Late) {
            return "late";
        }
        if (decision instanceof Decision.Refused) {
            return "rejected";
        }
        return decision instanceof Decision.Unchanged ? "unchanged" : "sighting";
    }
}
