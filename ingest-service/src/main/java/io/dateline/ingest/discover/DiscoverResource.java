package io.dateline.ingest.discover;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.parse.DocumentReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which feeds a site has. */
@Path("/api/feeds/discover")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public class DiscoverResource {
    private final FeedDiscovery discovery;

    DiscoverResource(Fetcher fetcher, AddressGuard guard, Database database, IngestConfig config, InstantSource clock) {
        AskedTurns turns = new AskedTurns(
                database,
                new HostTurns(config.fetch().deadline().multipliedBy(2)),
                config.poll().hostDelay(),
                config.feeds().turn());
        this.discovery = new FeedDiscovery(
                fetcher,
                guard,
                turns,
                DocumentReader.ofFeeds(clock),
                config.feeds().maxCandidates(),
                config.feeds().discovery());
    }

    /** @param url a page of the site, or a feed */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "DiscoverRequest")
    record Request(
            @Schema(examples = "https://news.example.org/") String url) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find a site's feeds", description = """
                    Fetches the page in its host's turn, reads where it says its feeds are, and reads each of them (up \
                    to ten). Habitual places are tried only where it says nothing. Nothing is stored: preview one by \
                    POST /api/preview, and make it a feed by POST /api/feeds.""")
    @APIResponse(responseCode = "200", description = "The feeds that could be read; none is an answer too.")
    @APIResponse(responseCode = "422", description = "invalid-feed or address-not-allowed")
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests: the host's turn did not come in time, or it answers 429 itself.")
    @APIResponse(responseCode = "502", description = "fetch-failed")
    public FeedDiscovery.Answer discover(Request request) throws InterruptedException {
        if (request == null || request.url() == null || request.url().isBlank()) {
            throw new ProblemException(ProblemCode.INVALID_FEED, "url is missing.");
        }
        if (request.url().length() > ArticleLimits.URL) {
            throw new ProblemException(
                    ProblemCode.INVALID_FEED, "url is longer than " + ArticleLimits.URL + " characters.");
        }
        return discovery.of(request.url().strip());
    }
}
