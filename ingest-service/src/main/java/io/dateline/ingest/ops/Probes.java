package io.dateline.ingest.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** Alive whatever is away; started once the schema stands, which happens before anything is served. */
@ApplicationScoped
class Probes {
    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.up("alive");
    }

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.up("started");
    }
}
