package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.reprocess.Reprocessing;
import io.dateline.store.reprocess.ReprocessingReport;
import io.dateline.store.reprocess.ReprocessingRequest;
import io.dateline.store.reprocess.Reprocessings;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tagging stored articles anew. Changing something needs the scope operate where there are keys. */
@Path("/api/reprocessings")
@Tag(name = "reprocessing")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReprocessingsResource {
    private final Reprocessings all;

    ReprocessingsResource(Reprocessings all) {
        this.all = all;
    }

    /** @param items newest first */
    public record Listed(List<Reprocessing> items) {}

    @GET
    @Operation(operationId = "listReprocessings", summary = "Lists the newest hundred")
    @APIResponse(
            responseCode = "200",
            description = "Newest first, without `versions`",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    public Listed list() {
        return new Listed(all.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reprocess",
            summary = "Has stored articles tagged anew",
            description =
                    "Sends those that fit to the bulk lane, newest first and no faster than `rate`. What enrich finds "
                            + "is kept beside the tags that are shown, which stay until `switch`.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReprocessingRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Begun; `Location` is its address",
            content = @Content(schema = @Schema(implementation = Reprocessing.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter` or `malformed-json`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response begin(@Context UriInfo uri, String body) {
        Reprocessing begun = all.begin(ReprocessingRequest.read(body));
        return Response.created(uri.getBaseUriBuilder()
                        .path(ReprocessingsResource.class)
                        .path(Long.toString(begun.id()))
                        .build())
                .entity(begun)
                .build();
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Operation(operationId = "getReprocessing", summary = "Says how far it is")
    @APIResponse(
            responseCode = "200",
            description = "With the tags that came back, by version",
            content = @Content(schema = @Schema(implementation = Reprocessing.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Reprocessing get(@PathParam("id") long id) {
        return all.get(id);
    }

    @GET
    @Path("{id: \\d{1,18}}/report")
    @Operation(
            operationId = "reportReprocessing",
            summary = "Compares its tags with those shown before",
            description = "Of 5,000 articles at most; `approximate` says that there are more.")
    @Parameter(name = "version", description = "Which tags, where several versions came back")
    @APIResponse(
            responseCode = "200",
            description = "Tags added, lost and changed",
            content = @Content(schema = @Schema(implementation = ReprocessingReport.class)))
    @APIResponse(
            responseCode = "409",
            description = "`not-now`: nothing came back yet, or several versions did",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ReprocessingReport report(@PathParam("id") long id, @QueryParam("version") String version) {
        return all.report(id, version);
    }

    @POST
    @Path("{id: \\d{1,18}}/pause")
    @Operation(operationId = "pauseReprocessing", summary = "Stops it for now")
    @APIResponse(responseCode = "200", description = "As it is now")
    public Reprocessing pause(@PathParam("id") long id) {
        return all.pause(id, true, null);
    }

    @POST
    @Path("{id: \\d{1,18}}/resume")
    @Operation(operationId = "resumeReprocessing", summary = "Goes on where it was")
    @Parameter(name = "rate", description = "Articles a second from now on, 1 to 1,000; left out: as before")
    @APIResponse(responseCode = "200", description = "As it is now")
    public Reprocessing resume(@PathParam("id") long id, @QueryParam("rate") String rate) {
        return all.pause(id, false, ReprocessingRequest.rate(rate));
    }

    @POST
    @Path("{id: \\d{1,18}}/stop")
    @Operation(operationId = "stopReprocessing", summary = "Sends no more", description = "What came back stays.")
    @APIResponse(responseCode = "200", description = "As it is now")
    public Reprocessing stop(@PathParam("id") long id) {
        return all.stop(id);
    }

    @POST
    @Path("{id: \\d{1,18}}/switch")
    @Operation(
            operationId = "switchTags",
            summary = "Shows the tags it found",
            description =
                    "In lists, filters, pages and exports, 20 articles at a time. It is no change of the articles: "
                            + "followers are not told.")
    @Parameter(name = "version", description = "Which tags, where several versions came back")
    @APIResponse(responseCode = "200", description = "As it is now: `switching`")
    @APIResponse(
            responseCode = "409",
            description = "`not-now`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Reprocessing switchOver(@PathParam("id") long id, @QueryParam("version") String version) {
        return all.switchOver(id, version);
    }

    @POST
    @Path("{id: \\d{1,18}}/switch-back")
    @Operation(operationId = "switchTagsBack", summary = "Shows what was shown before the switch")
    @APIResponse(responseCode = "200", description = "As it is now: `switching-back`")
    @APIResponse(
            responseCode = "409",
            description = "`not-now`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Reprocessing switchBack(@PathParam("id") long id) {
        return all.switchBack(id);
    }
}
