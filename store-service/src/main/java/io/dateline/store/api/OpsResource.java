package io.dateline.store.api;

import io.dateline.store.ops.OpsBoard;
import io.dateline.store.ops.OpsSnapshot;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the whole system fares. */
@Path("/api")
@Tag(name = "operation")
@Produces(MediaType.APPLICATION_JSON)
public class OpsResource {
    private final OpsBoard board;

    OpsResource(OpsBoard board) {
        this.board = board;
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
}
