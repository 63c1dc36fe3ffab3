package io.dateline.ingest.history;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.Rounds;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.StoreUnavailable;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/** What a feed's polls came to. */
@Path("/api/feeds/{id}/history")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public class HistoryResource {
    private static final Logger LOG = Logger.getLogger(HistoryResource.class);

    private final FeedHistory history;

    HistoryResource(Database database) {
        this.history = new FeedHistory(database);
    }

    @GET
    @Operation(
            summary = "A feed's last polls, and what became of its items by day",
            description = "Newest first; the last 500 polls and 60 days (UTC) are kept.")
    public FeedHistory.History history(
            @RestPath String id,
            @Parameter(description = "Polls, 1 to 500.") @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > FeedHistory.KEPT) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER, "limit is between 1 and " + FeedHistory.KEPT + ".");
        }
        return history.of(id, limit)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such feed."));
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofHours(6), this::forget);
    }

    void forget() {
        try {
            history.forget();
        } catch (StoreUnavailable e) {
            LOG.warn("old counts of feeds stay until the database is back");
        }
    }
}
