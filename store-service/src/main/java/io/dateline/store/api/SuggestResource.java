package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.query.SuggestQueries;
import io.dateline.store.query.SuggestQuery;
import io.dateline.store.query.Suggestions;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** Names to ask for. */
@Path("/api/suggest")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SuggestResource {
    private final SuggestQueries queries;

    SuggestResource(SuggestQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "suggestNames",
            summary = "Completes names",
            description = "Names of entities, topics, places and sources that begin so, in any case.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "The begin of a name, 1 to 100 characters",
            required = true)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "kind",
            description = "`entity`, `topic`, `place` or `source`; several times for several")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "Names of an answer, 1 to 50, 10 by default")
    @APIResponse(
            responseCode = "200",
            description =
                    "Those told of in most of the newest 10,000 articles first, counted some minutes ago at most; then "
                            + "others, in the order of their letters",
            content = @Content(schema = @Schema(implementation = Suggestions.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Suggestions suggest(@Context UriInfo uri) {
        return queries.suggest(SuggestQuery.parse(uri.getQueryParameters()));
    }
}
