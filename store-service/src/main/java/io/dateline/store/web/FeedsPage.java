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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How each feed fares: from the status topic, so that it shows while ingest is away. */
@Path("/feeds")
public class FeedsPage {
    /** Characters of a text that is looked for. */
    static final int LONGEST = 200;

    private final OpsBoard board;
    private final FeedList feeds;
    private final FeedDesk desk;

    FeedsPage(OpsBoard board, FeedList feeds, FeedDesk desk) {
        this.board = board;
        this.feeds = feeds;
        this.desk = desk;
    }

    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("state") String state,
            @QueryParam("q") String q,
            @QueryParam("done") String done,
            @QueryParam("changed") Integer changed,
            @Context HttpHeaders caller) {
        State asked = state == null || state.isBlank() ? null : state(state);
        String text = text(q);
        var snapshot = board.snapshot();
        var shown = feeds.feeds(asked == null ? Set.of() : Set.of(asked), text, FeedsView.SHOWN + 1);
        var glance =
                desk.glance(asked == null ? "" : FeedsView.name(asked), text, caller, FeedPaths.said(done, changed));
        return Templates.feeds(FeedsView.of(snapshot.feeds(), asked, text, shown, glance, snapshot.at()));
    }

    static String text(String q) {
        String text = q == null ? "" : q.strip();
        if (text.length() > LONGEST) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "q has up to " + LONGEST + " characters.");
        }
        return text;
    }

    static State state(String name) {
        return Stream.of(State.values())
                .filter(state -> FeedsView.name(state).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "No feed can be in this state."));
    }
}
