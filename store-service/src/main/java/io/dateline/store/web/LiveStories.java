package io.dateline.store.web;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The stream behind the newest stories: each event's data is a story as the page shows it. */
@Path("/live")
public class LiveStories {
    /** Proxies and browsers give up on a connection that says nothing for about a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final long RECONNECT_MS = 3_000;

    private final ChangeStream changes;
    private final InstantSource clock;

    LiveStories(ChangeStream changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @GET
    @Blocking
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(
            @QueryParam("after") String after, @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        long from = seq(lastEventId == null || lastEventId.isBlank() ? after : lastEventId);
        Multi<OutboundSseEvent> stories = changes.follow(from, ArticleQuery.ALL)
                .filter(LiveStories::shown)
                .map(change -> event(change, sse));
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        // Says at once that the stream stands, and how soon to come back when it breaks.
        Multi<OutboundSseEvent> hello = Multi.createFrom()
                .item(sse.newEventBuilder()
                        .comment("following")
                        .reconnectDelay(RECONNECT_MS)
                        .build());
        return Multi.createBy()
                .concatenating()
                .streams(hello, Multi.createBy().merging().withRequests(1).streams(stories, heartbeats));
    }

    private static boolean shown(Change change) {
        return change.item() != null || change.status() != ArticleStatus.WITHHELD;
    }

    private OutboundSseEvent event(Change change, Sse sse) {
        boolean gone = change.item() == null;
        String data = gone
                ? "a-" + change.id()
                : Templates.story(StoryView.of(change.item(), clock.instant())).render();
        return sse.newEventBuilder()
                .id(Long.toString(change.seq()))
                .name(gone ? "gone" : "story")
                .data(data)
                .build();
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
