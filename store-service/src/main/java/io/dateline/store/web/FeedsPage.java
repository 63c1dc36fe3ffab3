package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.status.FeedStatus.State;
import io.dateline.store.ops.FeedList;
import io.dateline.store.ops.OpsBoard;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How each feed fares. */
@Path("/feeds")
public class FeedsPage {
    private final OpsBoard board;
    private final FeedList feeds;

    FeedsPage(OpsBoard board, FeedList feeds) {
        this.board = board;
        this.feeds = feeds;
    }

    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("state") String state) {
        State asked = state == null || state.isBlank() ? null : state(state);
        var snapshot = board.snapshot();
        var shown = feeds.feeds(asked == null ? Set.of() : Set.of(asked), FeedsView.SHOWN + 1);
        return Templates.feeds(FeedsView.of(snapshot.feeds(), asked, shown, snapshot.at()));
    }

    private static State state(String name) {
        return Stream.of(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "No feed can be in this state."));
    }
}
