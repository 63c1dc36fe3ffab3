package io.dateline.store.api;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.ops.DeadLetterList;
import io.dateline.store.ops.OpsBoard;
import io.dateline.store.ops.OpsSnapshot;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the whole system fares. */
@Path("/api")
@Tag(name = "operation")
@Produces(MediaType.APPLICATION_JSON)
public class OpsResource {
    private final OpsBoard board;
    private final DeadLetterList deadLetters;

    OpsResource(OpsBoard board, DeadLetterList deadLetters) {
        this.board = board;
        this.deadLetters = deadLetters;
    }

    @GET
    @Path("ops")
    @Operation(
            operationId = "readOps",
            summary = "Shows how the system fares",
            description = "Each stage's rate, lag and latency, dead letters by reason, feeds in trouble, storage, "
                    + "instances. Read from the topics and the database: no other service needs to be up.")
    @APIResponse(responseCode = "200", description = "At most a few seconds old; `troubles` says what is not known")
    public OpsSnapshot ops() {
        return board.snapshot();
    }

    @GET
    @Path("dead-letters")
    @Operation(
            operationId = "readDeadLetters",
            summary = "Lists dead letters",
            description = "The newest records of a dead-letter topic by what their headers say; never their payload.")
    @APIResponse(responseCode = "200", description = "Newest first")
    @APIResponse(responseCode = "404", description = "`not-found`: no dead-letter topic has this name")
    public DeadLetters deadLetters(
            @Parameter(description = "Name of the dead-letter topic")
                    @QueryParam("topic")
                    @DefaultValue(Topics.ENRICHED + Topics.DEAD_LETTER_SUFFIX)
                    String topic,
            @Parameter(description = "Dead letters of an answer, 1 to 200")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit) {
        List<OpsSnapshot.DeadLetterInfo> newest = deadLetters.newest(topic, limit);
        if (newest == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "No dead-letter topic has this name.");
        }
        return new DeadLetters(newest);
    }

    /** @param items newest first */
    public record DeadLetters(List<OpsSnapshot.DeadLetterInfo> items) {}
}
