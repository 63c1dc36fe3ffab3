package io.dateline.ingest.ops;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.Rounds;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.SenderHours;
import io.dateline.ingest.identity.SenderHours.Sender;
import io.dateline.ingest.identity.StoreUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Who pushes articles and drops wire copy, and who has stopped; as an answer, and as gauges. */
@Path("/api/senders")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles")
public class SendersResource {
    private static final Logger LOG = Logger.getLogger(SendersResource.class);
    private static final int MOST = 10_000;

    private final SenderHours hours;
    /** Null before they are known for the first time, and while they cannot be asked for. */
    private volatile List<Sender> known;

    SendersResource(Database database, IngestConfig config, MeterRegistry registry) {
        this.hours = new SenderHours(database, config.poll().minSilence());
        for (String state : List.of("ok", "silent")) {
            Gauge.builder(MetricNames.SENDERS, () -> count(state))
                    .tag(MetricNames.STATE, state)
                    .register(registry);
        }
    }

    private double count(String state) {
        List<Sender> now = known;
        return now == null
                ? Double.NaN
                : now.stream().filter(one -> one.state().equals(state)).count();
    }

    /** @param items by their ids */
    record Answer(List<Sender> items) {}

    @GET
    @Operation(
            summary = "Who pushes articles or drops wire copy, and who has stopped",
            description =
                    "Those who sent in three hours or more over a week at least, and within the last 60 days; the "
                            + "first 10,000. State is ok or silent.")
    public Answer senders() {
        List<Sender> all = hours.all();
        return new Answer(all.subList(0, Math.min(all.size(), MOST)));
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofMinutes(5), Duration.ofSeconds(5), this::count);
    }

    void count() {
        try {
            hours.forget();
            known = hours.all();
        } catch (StoreUnavailable e) {
            known = null;
            LOG.warn("senders are not counted until the database is back");
        }
    }
}
