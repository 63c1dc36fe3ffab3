package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.EventPage;
import io.dateline.store.query.EventQueries;
import io.dateline.store.query.EventQuery;
import io.dateline.store.query.PageRequest;
import io.dateline.store.query.ToldEvent;
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

/** Events: who did what to whom, over all articles. */
@Path("/api/events")
@Tag(name = "events")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Revalidated
@APIResponse(responseCode = "304", description = "It is as `If-None-Match` says")
public class EventsResource {
    private final EventQueries queries;

    EventsResource(EventQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "findEvents",
            summary = "Finds events",
            description = "Each event once however often it is told, last told first, without an end. All filters must "
                    + "hold of one telling together; the newest that fits stands for the event.")
    @Parameter(in = ParameterIn.QUERY, name = "told-from", description = "Earliest time of a telling, or a day in UTC")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "told-to",
            description = "First time no longer wanted, or the last day wanted")
    @Parameter(in = ParameterIn.QUERY, name = "min-confidence", description = "0 to 1")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "Events of a page, 1 to 100, 20 by default")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cursor",
            description = "The `next` of the page before, with the same parameters")
    @APIResponse(
            responseCode = "200",
            description = "One page; without `next` it is the last",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter` or `invalid-cursor`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "`query-timeout` or `store-unavailable`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public EventPage find(@Context UriInfo uri) {
        return queries.find(EventQuery.parse(uri.getQueryParameters()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getEvent",
            summary = "Reads an event",
            description = "The event and one page of the articles that tell it, newest first, each with its evidence: "
                    + "offsets are UTF-16 code units of the field they name, end exclusive.")
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "Tellings of a page, 1 to 100, 20 by default")
    @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "The `next` of the page before")
    @APIResponse(
            responseCode = "200",
            description = "Without `next` it is the last page",
            content = @Content(schema = @Schema(implementation = ToldEvent.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: no article that may be shown tells it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ToldEvent get(@PathParam("id") String id, @Context UriInfo uri) {
        return queries.get(id, PageRequest.parse(uri.getQueryParameters()))
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "No article to show tells such an event."));
    }
}
