package io.dateline.store.api;

import io.dateline.contracts.access.Caller;
import io.dateline.contracts.access.Scope;
import io.dateline.contracts.http.Problem;
import io.dateline.store.query.PageRequest;
import io.dateline.store.saved.DeliveryPage;
import io.dateline.store.saved.SavedQueries;
import io.dateline.store.saved.SavedQuery;
import io.dateline.store.saved.SavedQueryPage;
import io.dateline.store.saved.SavedQueryRequest;
import io.dateline.store.saved.Tested;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Saved queries and what is sent to their webhooks. Changing something needs the scope write where there are keys. */
@Path("/api/saved-queries")
@Tag(name = "saved queries")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SavedQueriesResource {
    private final SavedQueries saved;
    private final Caller caller;

    SavedQueriesResource(SavedQueries saved, Caller caller) {
        this.saved = saved;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listSavedQueries",
            summary = "Lists saved queries",
            description = "All, by name. A key that may only read sees of a webhook's address scheme, host and port.")
    @APIResponse(
            responseCode = "200",
            description = "All there are",
            content = @Content(schema = @Schema(implementation = SavedQueryPage.class)))
    public SavedQueryPage list() {
        SavedQueryPage all = saved.list();
        return caller.may(Scope.WRITE) ? all : all.veiled();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveQuery",
            summary = "Saves a query",
            description = "With a webhook, changes that match it are sent there from now on, or from a seq on: signed, "
                    + "in order, at least once. A secret that was made is in this answer and in no other.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedQueryRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Saved; `Location` is its address",
            content = @Content(schema = @Schema(implementation = SavedQuery.class)))
    @APIResponse(
            responseCode = "409",
            description = "`too-many-saved-queries`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "`invalid-saved-query`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response create(@Context UriInfo uri, String body) {
        SavedQuery created = saved.create(SavedQueryRequest.read(body));
        return Response.created(uri.getBaseUriBuilder()
                        .path(SavedQueriesResource.class)
                        .path(created.id())
                        .build())
                .entity(created)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getSavedQuery",
            summary = "Reads a saved query",
            description =
                    "Never with its secret; with a key that may only read, of the webhook's address scheme, host and port.")
    @APIResponse(
            responseCode = "200",
            description = "The saved query",
            content = @Content(schema = @Schema(implementation = SavedQuery.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SavedQuery get(@PathParam("id") String id) {
        SavedQuery one = saved.get(id);
        return caller.may(Scope.WRITE) ? one : one.veiled();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceSavedQuery",
            summary = "Changes a saved query",
            description = "All of it: without `webhook` it has none afterwards. A parked webhook goes on where it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedQueryRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = SavedQuery.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "`invalid-saved-query`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SavedQuery replace(@PathParam("id") String id, String body) {
        return saved.replace(id, SavedQueryRequest.read(body));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteSavedQuery",
            summary = "Deletes a saved query",
            description = "With its webhook and what waited for it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "404",
            description = "`not-found`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void delete(@PathParam("id") String id) {
        saved.delete(id);
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "Reads the delivery log",
            description = "What was, or is to be, sent: the latest change first. What is over is kept for 30 days, and "
                    + "10,000 of it at most, unless told otherwise.")
    @Parameter(name = "limit", description = "Deliveries of a page, 1 to 100, 20 by default")
    @Parameter(name = "cursor", description = "The `next` of the page before")
    @APIResponse(
            responseCode = "200",
            description = "One page; without `next` it is the last",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DeliveryPage deliveries(@PathParam("id") String id, @Context UriInfo uri) {
        PageRequest page = PageRequest.parse(uri.getQueryParameters());
        return saved.deliveries(id, page.limit(), page.cursor());
    }

    @POST
    @Path("{id}/deliveries/{seq}/redeliver")
    @Operation(
            operationId = "redeliver",
            summary = "Sends a change again",
            description = "With the same id, as soon as its turn comes; also one that waits for another try.")
    @APIResponse(responseCode = "202", description = "It waits for its turn")
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: no such saved query, or no such delivery (any more)",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "`no-webhook` or `webhook-parked`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response redeliver(@PathParam("id") String id, @PathParam("seq") long seq) {
        saved.redeliver(id, seq);
        return Response.accepted().build();
    }

    @POST
    @Path("{id}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Sends a signed ping",
            description = "Waits for what comes of it, ten seconds at most; parked or not.")
    @APIResponse(
            responseCode = "200",
            description = "What came of it",
            content = @Content(schema = @Schema(implementation = Tested.class)))
    @APIResponse(
            responseCode = "409",
            description = "`no-webhook`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Tested test(@PathParam("id") String id) {
        return saved.test(id);
    }
}
