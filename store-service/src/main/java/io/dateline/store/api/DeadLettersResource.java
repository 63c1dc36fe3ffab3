package io.dateline.store.api;

import io.dateline.contracts.access.Caller;
import io.dateline.contracts.access.Scope;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.deadletter.DeadLetterDesk;
import io.dateline.store.deadletter.DeadLetterGroups;
import io.dateline.store.deadletter.Letter;
import io.dateline.store.deadletter.ReplayReport;
import io.dateline.store.deadletter.ReplayRequest;
import io.dateline.store.ops.DeadLetterList;
import io.dateline.store.ops.OpsSnapshot;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What could not be processed. Payloads and putting back need the scope operate where there are keys. */
@Path("/api/dead-letters")
@Tag(name = "dead letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DeadLettersResource {
    private final DeadLetterList newest;
    private final DeadLetterDesk desk;
    private final Caller caller;

    DeadLettersResource(DeadLetterList newest, DeadLetterDesk desk, Caller caller) {
        this.caller = caller;
        this.newest = newest;
        this.desk = desk;
    }

    @GET
    @Operation(
            operationId = "readDeadLetters",
            summary = "Lists dead letters",
            description =
                    "The newest records of the dead-letter topics by what their headers say; never their payload. "
                            + "What was there at the start (the newest 1,000 of each topic) and came since is listed, 2,000 "
                            + "of each topic at most.")
    @APIResponse(responseCode = "200", description = "Newest first")
    @APIResponse(responseCode = "404", description = "`not-found`: no dead-letter topic has this name")
    public DeadLetters list(
            @Parameter(description = "Name of the dead-letter topic; all of them unless said") @QueryParam("topic")
                    String topic,
            @Parameter(description = "Id of an article: letters of no other are listed") @QueryParam("article")
                    String article,
            @Parameter(description = "Dead letters of an answer, 1 to 200")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit) {
        String id = article == null || article.isBlank() ? null : article.strip();
        List<OpsSnapshot.DeadLetterInfo> found = newest.newest(topic, id, limit);
        if (found == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "No dead-letter topic has this name.");
        }
        return new DeadLetters(found);
    }

    /** @param items newest first */
    public record DeadLetters(List<OpsSnapshot.DeadLetterInfo> items) {}

    @GET
    @Path("groups")
    @Operation(
            operationId = "groupDeadLetters",
            summary = "Groups dead letters by cause",
            description = "By topic, service, reason and detail, the latter without what is of one record alone. Reads "
                    + "the newest 2,000 records of each topic (or 64 MiB, or as much as comes in 5 seconds) from Kafka; "
                    + "what is older is in no count, and `approximate` says so.")
    @APIResponse(
            responseCode = "200",
            description = "Largest group first",
            content = @Content(schema = @Schema(implementation = DeadLetterGroups.class)))
    @APIResponse(
            responseCode = "503",
            description = "`broker-unavailable`, `store-unavailable`, `too-many-clients`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DeadLetterGroups groups() {
        return desk.groups();
    }

    @GET
    @Path("{topic}/{partition}/{offset}")
    @Operation(
            operationId = "readDeadLetter",
            summary = "Reads a dead letter",
            description = "Its headers and its payload, which is article text: needs the scope operate where there are "
                    + "keys. A payload that is JSON is shown as such, unpacked where it is gzip; else as text; else as "
                    + "Base64 with its first bytes in hex.")
    @APIResponse(
            responseCode = "200",
            description = "The dead letter",
            content = @Content(schema = @Schema(implementation = Letter.class)))
    @APIResponse(
            responseCode = "403",
            description = "`forbidden`: the key has not the scope operate",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: none lies there, or no longer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Letter letter(
            @PathParam("topic") String topic,
            @PathParam("partition") String partition,
            @PathParam("offset") String offset) {
        if (!caller.may(Scope.OPERATE)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Payloads need a key of the scope operate.");
        }
        return desk.letter(DeadLetterDesk.id(topic, partition, offset));
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Puts dead letters back",
            description = "One, some, or those of a group, on the topic they came from, without their dead-letter "
                    + "headers and with a count in `replays`. Doing so again changes nothing: id and revision decide. "
                    + "One letter may be given another payload, which must hold its topic's contract.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplayRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = ReplayReport.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`, of one letter alone",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "`too-many-replays`, of one letter alone",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "`too-large`: the payload has more than 1 MiB",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "`invalid-replay`: the errors say what is wrong, with the payload too",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "`broker-unavailable`, `store-unavailable`, `too-many-clients`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ReplayReport replay(String body) {
        return desk.replay(ReplayRequest.read(body), caller.keyId());
    }
}
