package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.SimilarArticles;
import io.dateline.store.query.SimilarQueries;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Articles like one. */
@Path("/api/articles/{id}/similar")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SimilarResource {
    private final SimilarQueries queries;

    SimilarResource(SimilarQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "findSimilar",
            summary = "Finds articles like one",
            description = "By the salient entities and topics they share; `method` says how exactly. `sameText` "
                    + "estimates from MinHash fingerprints how much of the wording they share.")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "Articles of an answer, 1 to 50, 10 by default")
    @APIResponse(
            responseCode = "200",
            description = "Most alike first",
            content = @Content(schema = @Schema(implementation = SimilarArticles.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: there is none, or it is under embargo",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "`withdrawn`: its owner killed it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SimilarArticles similar(@PathParam("id") String id, @Context UriInfo uri) {
        return queries.similar(id, SimilarQueries.limit(uri.getQueryParameters()))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "The store has no article of this id to show."));
    }
}
