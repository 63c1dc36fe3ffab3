package io.dateline.ingest.websub;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.ingest.IngestConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where hubs verify subscriptions and push to. Every instance answers for every subscription. */
@Path("/websub/{id}")
@Blocking
@Tag(name = "websub", description = "For WebSub hubs.")
public class WebSubResource {
    private static final int CHALLENGE = 4_000;
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final Duration USUAL_LEASE = Duration.ofDays(1);
    private static final Duration DENIED = Duration.ofDays(7);

    private final Subscriptions subscriptions;
    private final MeterRegistry metrics;
    private final int maxBody;
    private final Duration shortestInterval;

    WebSubResource(Subscriptions subscriptions, IngestConfig config, MeterRegistry metrics) {
        this.subscriptions = subscriptions;
        this.metrics = metrics;
        this.maxBody =
                (int) Math.min(Integer.MAX_VALUE - 8, config.fetch().maxBody().asLongValue());
        this.shortestInterval = config.poll().minInterval();
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "A hub asks whether we meant it, or says that it refuses")
    public Response verify(
            @RestPath String id,
            @QueryParam("hub.mode") String mode,
            @QueryParam("hub.topic") String topic,
            @QueryParam("hub.challenge") String challenge,
            @QueryParam("hub.lease_seconds") String lease) {
        Subscriptions.Known known = subscriptions.find(id).orElseThrow(WebSubResource::unknown);
        if (!known.topic().equals(topic)) {
            throw unknown();
        }
        if ("denied".equals(mode)) {
            subscriptions.denied(id, DENIED);
            return Response.ok("").build();
        }
        boolean fit = challenge != null && !challenge.isEmpty() && challenge.length() <= CHALLENGE;
        if (!"subscribe".equals(mode) || !fit) {
            throw unknown();
        }
        subscriptions.verified(id, lease(lease));
        // Echoed as the hub wants it, and never as anything that a browser would run.
        return Response.ok(challenge, MediaType.TEXT_PLAIN_TYPE)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Duration lease(String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,9}")) {
            return USUAL_LEASE;
        }
        Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            return SHORTEST_LEASE;
        }
        return lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "A hub pushes",
            description = "The body is not read as a feed: a push with a good signature makes the feed due, and it is"
                    + " polled as ever. One without is acknowledged and does nothing, as WebSub wants it.")
    public Response push(@RestPath String id, @HeaderParam("X-Hub-Signature") String signature, InputStream body)
            throws IOException {
        Subscriptions.Known known = subscriptions.find(id).orElseThrow(WebSubResource::unknown);
        byte[] bytes = body.readNBytes(maxBody + 1);
        if (bytes.length > maxBody) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "A push has at most " + maxBody + " bytes.");
        }
        boolean good = Signature.holds(signature, known.secret(), bytes);
        metrics.counter(MetricNames.WEBSUB_PUSHES, MetricNames.OUTCOME, good ? "accepted" : "bad-signature")
                .increment();
        if (good) {
            subscriptions.pushed(id, shortestInterval);
        }
        return Response.accepted().build();
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such subscription.");
    }
}
