package io.dateline.store.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.ArticleQueryParser;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Changes as they are committed. */
@Path("/api/stream")
@Tag(name = "changes")
public class StreamResource {
    private static final long RETRY_MS = 2_000;
    private static final String AFTER = "after";

    private final ChangeStream stream;
    private final StoreConfig config;
    private final ObjectMapper json;
    /** By identity, for as long as somebody holds the change. */
    private final Cache<Change, String> written =
            Caffeine.newBuilder().weakKeys().maximumSize(2_000).build();

    StreamResource(ChangeStream stream, StoreConfig config, ObjectMapper json) {
        this.stream = stream;
        this.json = json;
        this.config = config;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "followChanges",
            summary = "Follows changes live",
            description =
                    "Server-sent events named `change`; `id` is the `seq`. With `Last-Event-ID` (or `after`) what "
                            + "came since is sent first, then what comes, without gap or repeat; without it the stream begins "
                            + "now. A client that takes nothing for long is disconnected and resumes the same way. Names in filters are "
                            + "resolved when the stream begins.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = AFTER,
            description = "As `Last-Event-ID`, for clients that cannot set headers")
    @APIResponse(responseCode = "200", description = "Events until either side closes")
    @APIResponse(responseCode = "503", description = "`too-many-clients`")
    public Multi<OutboundSseEvent> follow(
            @Context UriInfo uri,
            @Context Sse sse,
            @Parameter(description = "The last `seq` taken") @HeaderParam("Last-Event-ID") String lastEventId) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        ArticleQuery query = ArticleQueryParser.parseFollowed(parameters, Set.of(AFTER));
        String position = lastEventId == null || lastEventId.isBlank() ? parameters.getFirst(AFTER) : lastEventId;
        long after = position == null || position.isBlank() ? stream.last() : seq(position.strip());
        Multi<OutboundSseEvent> changes = stream.follow(after, query).map(change -> event(sse, change));
        Multi<OutboundSseEvent> beats = Multi.createFrom()
                .ticks()
                .startingAfter(config.stream().heartbeat())
                .every(config.stream().heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        // Says at once that the stream stands, and how soon to come back when it breaks.
        Multi<OutboundSseEvent> hello = Multi.createFrom()
                .item(sse.newEventBuilder()
                        .comment("following")
                        .reconnectDelay(RETRY_MS)
                        .build());
        return Multi.createBy()
                .concatenating()
                .streams(hello, Multi.createBy().merging().withRequests(1).streams(changes, beats));
    }

    private OutboundSseEvent event(Sse sse, Change change) {
        return sse.newEventBuilder()
                .name("change")
                .id(Long.toString(change.seq()))
                .data(json(change))
                .build();
    }

    /** Once for all clients that follow live: they are handed the same change. */
    private String json(Change change) {
        return written.get(change, this::write);
    }

    /** Written here: given an object, the framework adds a content-type line, which no event has. */
    private String write(Change change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change that does not serialise is a bug", e);
        }
    }

    private static long seq(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "Last-Event-ID and after are a seq, a number.");
        }
        return Long.parseLong(text);
    }
}
