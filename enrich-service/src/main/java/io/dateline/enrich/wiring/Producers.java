package io.dateline.enrich.wiring;

import io.dateline.contracts.ops.StageMetrics;
import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.text.ModelFiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the plain objects the beans are built from. */
@ApplicationScoped
class Producers {
    private static final Logger LOG = Logger.getLogger(Producers.class);

    /** Made at start: a model file that is missing stops the service then, not at the first article. */
    @Produces
    @Singleton
    @Startup
    Pipeline pipeline(EnrichConfig config) {
        ModelFiles files = config.models().map(ModelFiles::in).orElseGet(ModelFiles::bundled);
        Pipeline pipeline = Steps.pipeline(files, config.stepsOff().orElse(Set.of()));
        LOG.infof(
                "enrichment version %s: %s",
                pipeline.enrichment().version(), pipeline.enrichment().steps());
        return pipeline;
    }

    @Produces
    @Singleton
    StageMetrics metrics(MeterRegistry registry) {
        StageMetrics metrics = new StageMetrics(registry, "enrich");
        metrics.expectDeadLetters();
        return metrics;
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Admin admin(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "enrich-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                2_500));
    }

    void close(@Disposes Admin admin) {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
