package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.query.PageRequest;
import io.dateline.store.query.SourceList;
import io.dateline.store.query.SourceQueries;
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

/** Sources: who the stored articles are from. */
@Path("/api/sources")
@Tag(name = "sources")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Revalidated
@APIResponse(responseCode = "304", description = "It is as `If-None-Match` says")
public class SourcesResource {
    private final SourceQueries queries;

    SourcesResource(SourceQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "readSources",
            summary = "Lists the sources",
            description = "In the order of their ids, with how many articles each has (10,000 are counted at most) and "
                    + "its newest.")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "Sources of a page, 1 to 100, 20 by default")
    @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "The `next` of the page before")
    @APIResponse(
            responseCode = "200",
            description = "One page; without `next` it is the last",
            content = @Content(schema = @Schema(implementation = SourceList.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter` or `invalid-cursor`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SourceList list(@Context UriInfo uri) {
        return queries.list(PageRequest.parse(uri.getQueryParameters()));
    }
}
