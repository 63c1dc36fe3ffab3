package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleTrail;
import io.dateline.store.query.TrailQueries;
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
    private final TrailQueries queries;

    TrailResource(TrailQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "readTrail",
            summary = "Shows an article's way through the pipeline",
            description = "Fetched, published, enriched, stored, for each revision: when, and where its records lie in "
                    + "Kafka. `sightings` tells who else carries it. Without text, so a withdrawn article has one "
                    + "too.")
    @APIResponse(
            responseCode = "200",
            description = "Highest revision first; what was not recorded is left out",
            content = @Content(schema = @Schema(implementation = ArticleTrail.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: there is none, or it is under embargo",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ArticleTrail get(@PathParam("id") String id) {
        return queries.get(id)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "The store has no article of this id to show."));
    }
}
