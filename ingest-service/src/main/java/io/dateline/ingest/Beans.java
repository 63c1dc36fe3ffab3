package io.dateline.ingest;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.DatabaseTime;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.ingest.bulk.PageReader;
import io.dateline.ingest.extract.PageExtractor;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.ToldSightings;
import io.dateline.ingest.page.PageWork;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.publish.ArticlePublisher;
import io.dateline.ingest.publish.Embargoes;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.publish.RawArticles;
import io.dateline.ingest.publish.SightingPublisher;
import io.dateline.ingest.publish.Sightings;
import io.dateline.ingest.websub.HubWork;
import io.dateline.ingest.websub.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wires the plain classes together. */
final class Beans {
    /** What taking a batch in may take besides waiting for Kafka. */
    private static final Duration BESIDES_KAFKA = Duration.ofSeconds(20);

    /** The clock of everything: an embargo must end at the same moment for all instances, whatever is wrong with one's own. */
    @Produces
    @Singleton
    DatabaseTime clock() {
        return new DatabaseTime();
    }

    @Produces
    @Singleton
    StageMetrics metrics(MeterRegistry registry) {
        return new StageMetrics(registry, "ingest");
    }

    @Produces
    @Singleton
    Database database(DataSource source) {
        return new Database(source);
    }

    @Produces
    @Singleton
    CanonicalUrl urls() {
        return new CanonicalUrl();
    }

    @Produces
    @Singleton
    RawArticles rawArticles(CanonicalUrl urls) {
        return new RawArticles(urls);
    }

    @Produces
    @Singleton
    IdentityStore identities(Database database, CanonicalUrl urls, IngestConfig config) {
        return new IdentityStore(database, urls, config.publish().timeout().plus(BESIDES_KAFKA));
    }

    @Produces
    @Singleton
    Intake intake(
            IdentityStore identities,
            ArticlePublisher publisher,
            SightingPublisher sightingPublisher,
            RawArticles articles,
            Database database,
            StageMetrics metrics,
            MeterRegistry registry,
            InstantSource clock) {
        Sightings sightings = new Sightings(new ToldSightings(database), sightingPublisher, articles, registry);
        return new Intake(identities, publisher, articles, sightings, new Embargoes(database), metrics, clock);
    }

    @Produces
    @Singleton
    AddressGuard guard(IngestConfig config) {
        return new AddressGuard(Set.copyOf(config.fetch().allow().orElse(List.of())));
    }

    @Produces
    @Singleton
    Fetcher fetcher(IngestConfig config, AddressGuard guard) {
        return new Fetcher(config.fetch(), guard);
    }

    /** Finds the article in a page. */
    @Produces
    @Singleton
    PageExtractor pageExtractor() {
        return new PageExtractor();
    }

    @Produces
    @Singleton
    PageWork pageWork(
            IngestConfig config,
            Database database,
            Fetcher fetcher,
            PageExtractor extractor,
            IdentityStore identities,
            Intake intake,
            InstantSource clock) {
        PageWork.Settings settings = new PageWork.Settings(
                config.fetch().userAgent(),
                config.poll().hostDelay(),
                config.page().maxCrawlDelay(),
                config.page().tries());
        return new PageWork(settings, database, fetcher, extractor::extract, identities, intake, clock);
    }

    @Produces
    @Singleton
    Subscriptions subscriptions(Database database) {
        return new Subscriptions(database);
    }

    /** @param publicUrl where hubs reach us; empty: nothing is subscribed to */
    @Produces
    @Singleton
    HubWork hubWork(
            @ConfigProperty(name = "dateline.public-url") Optional<String> publicUrl,
            IngestConfig config,
            Subscriptions subscriptions,
            Fetcher fetcher) {
        return new HubWork(publicUrl, subscriptions, fetcher, config.poll().hostDelay());
    }

    /** Pages of web archives are read like any document that is sent to us. */
    @Produces
    @Singleton
    PageReader pages(InstantSource clock) {
        return DocumentReader.ofEverything(clock)::read;
    }

    void close(@Disposes Fetcher fetcher) {
        fetcher.close();
    }
}
