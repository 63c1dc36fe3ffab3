package io.dateline.ingest.publish;

import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.identity.ToldSightings;
import io.dateline.ingest.parse.ParsedArticle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells who else carries an article, each source and address once: published, acknowledged, remembered, in this order,
 * so that what was cut off is told again. Thread-safe.
 */
public final class Sightings {
    private final ToldSightings told;
    private final SightingPublisher publisher;
    private final RawArticles articles;
    private final Counter published;

    public Sightings(ToldSightings told, SightingPublisher publisher, RawArticles articles, MeterRegistry registry) {
        this.told = told;
        this.publisher = publisher;
        this.articles = articles;
        this.published = Counter.builder(MetricNames.SIGHTINGS)
                .tag(MetricNames.STAGE, "ingest")
                .tag(MetricNames.OUTCOME, "published")
                .register(registry);
    }

    /**
     * Returns once every sighting of the batch stands on the topic.
     *
     * @param seenAt when the batch came in; an article that says when it was fetched keeps that
     * @throws io.dateline.ingest.identity.StoreUnavailable some may be told; trying again is harmless
     * @throws BrokerUnavailable likewise
     */
    void tell(List<Reserved> batch, Instant seenAt) {
        List<Sighting> seen = new ArrayList<>();
        for (Reserved one : batch) {
            // Who withdraws or holds back a copy of another's article does not carry it.
            if (one.decision() instanceof Decision.Sighting
                    && one.incoming().article().status() == ArticleStatus.USABLE) {
                seen.add(sighting(one, seenAt));
            }
        }
        List<Sighting> untold = told.untold(seen);
        if (untold.isEmpty()) {
            return;
        }
        publisher.publish(untold);
        told.told(untold);
        published.increment(untold.size());
    }

    private Sighting sighting(Reserved one, Instant seenAt) {
        ParsedArticle article = one.incoming().article();
        Instant own = one.incoming().fetchedAt();
        Sighting sighting = new Sighting(
                one.id(),
                one.decision().revision(),
                one.incoming().origin().source(),
                articles.url(article.url()),
                article.titleDerived() ? null : article.title(),
                own == null ? seenAt : own);
        List<String> violations = ArticleRules.violations(sighting);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("a sighting of " + one.id() + " breaks the rules: " + violations);
        }
        return sighting;
    }
}
