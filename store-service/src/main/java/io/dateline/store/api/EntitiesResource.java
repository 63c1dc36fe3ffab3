package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.EntityProfile;
import io.dateline.store.query.EntityQueries;
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

/** Entities: people, organisations, places and groups that articles name. */
@Path("/api/entities")
@Tag(name = "entities")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Revalidated
@APIResponse(responseCode = "304", description = "It is as `If-None-Match` says")
public class EntitiesResource {
    private final EntityQueries queries;

    EntitiesResource(EntityQueries queries) {
        this.queries = queries;
    }

    @GET
    @Path("{id: .+}")
    @Operation(
            operationId = "getEntity",
            summary = "Reads an entity",
            description =
                    "What it is, when it was in the news, which offices it holds, who is named beside it, what it "
                            + "said and did. Counted over its newest 10,000 articles, who is named beside it over 1,000.")
    @Parameter(in = ParameterIn.QUERY, name = "interval", description = "Of the timeline: `day` or `month` (default)")
    @APIResponse(
            responseCode = "200",
            description = "`counted.approximate` says whether it has more articles than were counted",
            content = @Content(schema = @Schema(implementation = EntityProfile.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: no article that may be shown names it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public EntityProfile get(@PathParam("id") String id, @Context UriInfo uri) {
        return queries.get(id, EntityQueries.interval(uri.getQueryParameters()))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "No article to show names an entity of this id."));
    }
}
