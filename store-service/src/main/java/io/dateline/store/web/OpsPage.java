package io.dateline.store.web;

import io.dateline.store.ops.OpsBoard;
import io.dateline.store.ops.Whereabouts;
import io.dateline.store.stream.ChangeStream;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** How the whole system is running; the page fetches {@code /ops/board} every five seconds. */
@Path("/ops")
public class OpsPage {
    private final OpsBoard board;
    private final ChangeStream changes;
    private final Whereabouts whereabouts;
    private final InstantSource clock;

    OpsPage(OpsBoard board, ChangeStream changes, Whereabouts whereabouts, InstantSource clock) {
        this.board = board;
        this.changes = changes;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.ops(OpsView.of(board.snapshot(), board.lastHour(), changes.clients()));
    }

    @GET
    @Path("/board")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance board() {
        return Templates.board(OpsView.of(board.snapshot(), board.lastHour(), changes.clients()));
    }

    /** Where the article of an id is; without an id, it can be asked for. */
    @GET
    @Path("/article")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public RestResponse<String> article(@RestQuery String id) {
        String asked = id == null ? "" : id.strip();
        WhereaboutsView view = asked.isEmpty()
                ? WhereaboutsView.ASKING
                : WhereaboutsView.of(asked, whereabouts.find(asked), clock.instant());
        return RestResponse.ResponseBuilder.<String>create(view.unknown() == null ? 200 : 404)
                .entity(Templates.whereabouts(view).render())
                .build();
    }
}
