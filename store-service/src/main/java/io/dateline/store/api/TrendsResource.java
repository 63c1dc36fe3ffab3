package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.query.AggregateQueries;
import io.dateline.store.query.TrendQuery;
import io.dateline.store.query.Trends;
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

/** What is told more of late than before. */
@Path("/api/articles/trends")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrendsResource {
    private final AggregateQueries queries;

    TrendsResource(AggregateQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "findTrends",
            summary = "Finds what rises",
            description =
                    "Of the articles that fit the filters of the search, those of the last two days against those "
                            + "of the last fourteen, by Pearson residual. At most the newest 10,000 of each are counted.")
    @Parameter(in = ParameterIn.QUERY, name = "field", description = "`entity`, `topic` or `place`", required = true)
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "Values of an answer, 1 to 100, 20 by default")
    @APIResponse(
            responseCode = "200",
            description = "Highest score first; what fewer than three articles of the window tell is left out",
            content = @Content(schema = @Schema(implementation = Trends.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Trends find(@Context UriInfo uri) {
        return queries.trends(TrendQuery.parse(uri.getQueryParameters()));
    }
}
