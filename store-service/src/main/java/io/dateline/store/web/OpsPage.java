package io.dateline.store.web;

import io.dateline.store.ops.OpsBoard;
import io.dateline.store.stream.ChangeStream;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How the whole system is running; the page fetches {@code /ops/board} every five seconds. */
@Path("/ops")
public class OpsPage {
    private final OpsBoard board;
    private final ChangeStream changes;

    OpsPage(OpsBoard board, ChangeStream changes) {
        this.board = board;
        this.changes = changes;
    }

    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.ops(OpsView.of(board.snapshot(), changes.clients()));
    }

    @GET
    @Path("/board")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance board() {
        return Templates.board(OpsView.of(board.snapshot(), changes.clients()));
    }
}
