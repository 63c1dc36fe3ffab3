package io.dateline.store.web;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeStream;
import io.dateline.store.stream.EventBytes;
import io.dateline.store.stream.EventStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The stream behind the newest articles: each event's data is an article as the page shows it. */
@Path("/live")
public class LiveStories {
    /** Proxies and browsers give up on a connection that says nothing for about a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration RECONNECT = Duration.ofSeconds(3);

    private final ChangeStream changes;
    private final InstantSource clock;
    private final EventStream events;

    LiveStories(ChangeStream changes, InstantSource clock, Vertx vertx) {
        this.changes = changes;
        this.clock = clock;
        this.events = new EventStream(vertx, this::event, HEARTBEAT, RECONNECT);
    }

    @GET
    @Blocking
    @Operation(hidden = true)
    public Uni<Response> follow(
            @Context HttpServerRequest request,
            @QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId) {
        long from = seq(lastEventId == null || lastEventId.isBlank() ? after : lastEventId);
        return events.answer(request, changes.follow(from, ArticleQuery.ALL));
    }

    private byte[] event(Change change) {
        // Also where it was put under an embargo: who has it on the page must see no more of it.
        return change.item() == null
                ? EventBytes.event(
                        change.seq(),
                        change.status() == ArticleStatus.WITHHELD ? "held" : "gone",
                        change.revision() + " a-" + change.id())
                : EventBytes.event(
                        change.seq(),
                        "story",
                        Templates.story(StoryView.of(change.item(), clock.instant()))
                                .render());
    }

    private static long seq(String text) {
        try {
            long seq = text == null ? -1 : Long.parseLong(text);
            if (seq >= 0) {
                return seq;
            }
        } catch (NumberFormatException e) {
            // answered below like a missing or negative one
        }
        throw new ProblemException(ProblemCode.INVALID_PARAMETER, "after is not the number of a change.");
    }
}
