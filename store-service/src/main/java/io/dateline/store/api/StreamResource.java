package io.dateline.store.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.ArticleQueryParser;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes as they are committed. */
@Path("/api/stream")
@Tag(name = "changes")
public class StreamResource {
    private static final Duration RECONNECT = Duration.ofSeconds(2);
    private static final String AFTER = "after";

    private final ChangeStream stream;
    private final ObjectMapper json;
    private final EventStream events;

    StreamResource(ChangeStream stream, StoreConfig config, ObjectMapper json, Vertx vertx) {
        this.stream = stream;
        this.json = json;
        this.events = new EventStream(vertx, this::event, config.stream().heartbeat(), RECONNECT);
    }

    @GET
    @Blocking
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
    @APIResponse(
            responseCode = "200",
            description = "Events until either side closes",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    @APIResponse(responseCode = "503", description = "`too-many-clients`")
    public Uni<Response> follow(
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            @Parameter(description = "The last `seq` taken") @HeaderParam("Last-Event-ID") String lastEventId) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        ArticleQuery query = ArticleQueryParser.parseFollowed(parameters, Set.of(AFTER));
        String position = lastEventId == null || lastEventId.isBlank() ? parameters.getFirst(AFTER) : lastEventId;
        long after = position == null || position.isBlank() ? stream.last() : seq(position.strip());
        return events.answer(request, stream.follow(after, query));
    }

    private byte[] event(Change change) {
        try {
            return EventBytes.event(change.seq(), "change", json.writeValueAsString(change));
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
