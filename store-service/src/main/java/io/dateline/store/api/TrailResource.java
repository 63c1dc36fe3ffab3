package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.ops.Whereabouts;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the pipeline did with an article. */
@Path("/api/articles/{id}/trail")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrailResource {
    private final Whereabouts whereabouts;

    TrailResource(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    @GET
    @Operation(
            operationId = "readTrail",
            summary = "Shows an article's way through the pipeline",
            description = "Fetched, published, enriched, stored, for each revision: when, and where its records lie in "
                    + "Kafka. `sightings` tells who else carries it, `deadLetters` which records of it could not be "
                    + "processed; an article with nothing but those has a trail, too. Without text, so a withdrawn "
                    + "article has one.")
    @APIResponse(
            responseCode = "200",
            description = "Highest revision first; what was not recorded is left out",
            content = @Content(schema = @Schema(implementation = Trail.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: it is neither stored, or under embargo, nor among the newest dead letters; the "
                    + "detail says what waits on its way",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Trail get(@PathParam("id") String id) {
        Whereabouts.Answer answer = whereabouts.find(id);
        if (answer instanceof Whereabouts.Known known) {
            return Trail.of(id, known);
        }
        throw new ProblemException(ProblemCode.NOT_FOUND, ((Whereabouts.Unknown) answer).detail());
    }
}
