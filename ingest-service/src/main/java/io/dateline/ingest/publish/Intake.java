package io.dateline.ingest.publish;

import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Reserved;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The one way into Dateline: reserve, commit, publish, await the broker, remember. Whatever dies in between, sending the
 * same again completes it. Thread-safe.
 */
public final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final IdentityStore identities;
    private final ArticlePublisher publisher;
    private final RawArticles articles;
    private final StageMetrics metrics;
    private final InstantSource clock;

    public Intake(
            IdentityStore identities,
            ArticlePublisher publisher,
            RawArticles articles,
            StageMetrics metrics,
            InstantSource clock) {
        this.identities = identities;
        this.publisher = publisher;
        this.articles = articles;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes a batch; answers in its order once everything in it is safe.
     *
     * @param fetchedAt when the batch came in; an article that says when it was fetched keeps that
     * @throws io.dateline.ingest.identity.StoreUnavailable nothing was done
     * @throws BrokerUnavailable some of it may have been published; none of it counts as such
     */
    public List<Reserved> take(List<Incoming> batch, Lane lane, Instant fetchedAt) {
        if (batch.isEmpty()) {
            return List.of();
        }
        List<Reserved> reserved = identities.reserve(batch);
        List<Reserved> toPublish = new ArrayList<>();
        List<RawArticle> messages = new ArrayList<>();
        for (Reserved one : reserved) {
            if (one.decision() instanceof Decision.Publish) {
                Instant own = one.incoming().fetchedAt();
                RawArticle message = articles.of(one, own == null ? fetchedAt : own);
                List<String> violations = ArticleRules.violations(message);
                if (!violations.isEmpty()) {
                    throw new IllegalStateException(
                            "article " + one.id() + " was finished against the rules: " + violations);
                }
                toPublish.add(one);
                messages.add(message);
            }
        }
        publisher.publish(messages, lane);
        identities.acknowledged(toPublish);
        Duration latency = Duration.between(fetchedAt, clock.instant());
        for (Reserved one : reserved) {
            count(one, lane, latency);
        }
        return reserved;
    }

    /** An article that was not taken. */
    public void rejected(Lane lane, String reason) {
        metrics.count(lane, "rejected", reason, 1);
    }

    private void count(Reserved one, Lane lane, Duration latency) {
        metrics.count(lane, outcome(one.decision()));
        if (one.decision() instanceof Decision.Publish) {
            metrics.latency(lane, latency);
            LOG.debugf(
                    "accepted article %s revision %d", one.id(), one.decision().revision());
        }
    }

    /** {@code accepted}, {@code unchanged} or {@code sighting}. */
    public static String outcome(Decision decision) {
        if (decision instanceof Decision.Publish) {
            return "accepted";
        }
        return decision instanceof Decision.Unchanged ? "unchanged" : "sighting";
    }
}
