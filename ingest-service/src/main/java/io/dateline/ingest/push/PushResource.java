package io.dateline.ingest.push;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.parse.PushReader;
import io.dateline.ingest.parse.RefusedArticle;
import io.dateline.ingest.publish.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Articles pushed by whoever has them. */
@Path("/api/articles")
@Blocking
@Tag(name = "articles", description = "Push articles.")
public class PushResource {
    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final String JSON_EXAMPLE = """
            {"title": "Bridge reopens", "body": "The old bridge reopened on Monday.\\n\\nTraffic was light.",
             "url": "https://news.example.org/bridge", "publishedAt": "2026-01-05T09:30:00Z", "language": "en",
             "source": "Example News"}""";

    private final IngestConfig.Push config;
    private final Intake intake;
    private final InstantSource clock;

    PushResource(IngestConfig config, Intake intake, InstantSource clock) {
        this.config = config.push();
        this.intake = intake;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "Push one article, or many as NDJSON", description = """
                    Answers 202 once Kafka has acknowledged the articles. Sending the same again is harmless and \
                    completes what was cut off: an article is known by id, else by url, else by source and text. \
                    With application/x-ndjson every line is one article; a bad line is reported and disturbs no other.

                    Fields: title (required), body, url, publishedAt, language, source (a name), id (your own stable \
                    id), summary, byline, authors, categories, media, slugline, agency, urgency (1 to 9), edNote, \
                    embargoUntil, status (usable, withheld, canceled), updatedAt. A date that cannot be true is left \
                    out and flagged.""")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT),
                        examples = @ExampleObject(name = "article", value = JSON_EXAMPLE)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = "Safe. For NDJSON: counts, and the lines that were rejected.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PushAnswer.One.class)))
    @APIResponse(responseCode = "400", description = "malformed-json")
    @APIResponse(responseCode = "413", description = "too-large: title over 1,000 or body over 500,000 characters.")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: neither JSON nor NDJSON.")
    @APIResponse(responseCode = "422", description = "invalid-article, a missing title for instance.")
    @APIResponse(responseCode = "503", description = "broker-unavailable or store-unavailable: send it again.")
    public Response push(
            @HeaderParam("Content-Type") @Parameter(hidden = true) String contentType,
            @Parameter(description = "live, or bulk for archives: bulk never delays live.")
                    @QueryParam("lane")
                    @DefaultValue("live")
                    String laneName,
            InputStream body)
            throws IOException {
        Lane lane = lane(laneName);
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        try {
            Object answer;
            if (LINES.contains(type)) {
                answer = new StreamedPush(config, intake, clock, lane).take(body);
            } else if (type.equals("application/json")) {
                answer = one(BoundedInput.all(body, config.maxDocument().asLongValue()), lane);
            } else {
                throw new ProblemException(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Push application/json or application/x-ndjson.");
            }
            return Response.accepted(answer).type(MediaType.APPLICATION_JSON).build();
        } catch (ProblemException e) {
            intake.rejected(lane, e.problem().code());
            throw e;
        }
    }

    private PushAnswer.One one(byte[] json, Lane lane) {
        Instant now = clock.instant();
        ParsedArticle article;
        try {
            article = PushReader.read(json, now);
        } catch (RefusedArticle e) {
            throw new ProblemException(e.code(), e.getMessage());
        }
        Origin origin = Origin.named(Source.Kind.PUSH, article.sourceName(), config.defaultSource());
        Reserved reserved =
                intake.take(List.of(new Incoming(article, origin)), lane, now).get(0);
        if (reserved.decision() instanceof Decision.Refused refused) {
            throw new ProblemException(ProblemCode.INVALID_ARTICLE, refused.why());
        }
        return new PushAnswer.One(reserved.id(), reserved.decision().revision(), Intake.outcome(reserved.decision()));
    }

    private static Lane lane(String name) {
        for (Lane lane : Lane.values()) {
            if (lane.label().equals(name)) {
                return lane;
            }
        }
        throw new ProblemException(ProblemCode.INVALID_PARAMETER, "lane is live or bulk.");
    }
}
