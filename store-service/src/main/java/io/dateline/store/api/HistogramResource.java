package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.query.AggregateQueries;
import io.dateline.store.query.Histogram;
import io.dateline.store.query.HistogramQuery;
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

/** How many articles there were when. */
@Path("/api/articles/histogram")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class HistogramResource {
    private final AggregateQueries queries;

    HistogramResource(AggregateQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "countArticles",
            summary = "Counts articles over time",
            description = "All that fit the filters of the search, by `sortAt` in UTC.")
    @Parameter(in = ParameterIn.QUERY, name = "interval", description = "`hour`, `day` (default) or `month`")
    @APIResponse(
            responseCode = "200",
            description = "Oldest first; buckets without articles are left out",
            content = @Content(schema = @Schema(implementation = Histogram.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter`, also where there are more than 1,000 buckets",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "`query-timeout` or `store-unavailable`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Histogram count(@Context UriInfo uri) {
        return queries.histogram(HistogramQuery.parse(uri.getQueryParameters()));
    }
}
