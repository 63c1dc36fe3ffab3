package io.dateline.store.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Answers with changes as server-sent events. Whoever follows live is handed the same change, so its event is written once
 * for all of them, and goes out without being copied: the framework, which writes and copies each for each, spent a core on
 * 250 readers of 50 changes a second. Thread-safe.
 */
public final class EventStream {
    private static final int KEPT = 500;

    private final Vertx vertx;
    private final Function<Change, byte[]> writer;
    private final Duration heartbeat;
    private final Duration reconnect;
    /** By identity, for as long as somebody holds the change. */
    private final Cache<Change, Buffer> written =
            Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

    /**
     * @param writer    see {@link EventBytes#event}; of no length where a change is not told
     * @param heartbeat pause between two comments, which keep a connection that is silent from being cut
     * @param reconnect how long a client waits before it comes back
     */
    public EventStream(Vertx vertx, Function<Change, byte[]> writer, Duration heartbeat, Duration reconnect) {
        this.vertx = vertx;
        this.writer = writer;
        this.heartbeat = heartbeat;
        this.reconnect = reconnect;
    }

    /**
     * Answers until either side closes: what is returned ends only where the stream does not begin, with its reason, or
     * where nothing but the head was asked for.
     *
     * @param request nothing of whose answer was sent
     */
    public Uni<Response> answer(HttpServerRequest request, Multi<List<Change>> changes) {
        if (request.method().equals(HttpMethod.HEAD)) {
            head(request.response());
            return Uni.createFrom()
                    .item(Response.ok().type(MediaType.SERVER_SENT_EVENTS).build());
        }
        return Uni.createFrom().emitter(answer -> {
            EventClient client = new EventClient(vertx, request, this::events, answer::fail);
            // The framework cancels an answer whose client has gone.
            answer.onTermination(client::leave);
            changes.subscribe().withSubscriber(client);
            // Says at once that the stream stands.
            client.begin(Buffer.buffer(EventBytes.hello("following", reconnect)), heartbeat);
        });
    }

    static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                // A proxy that gathers before it sends would keep what is new from who waits for it.
                .putHeader("X-Accel-Buffering", "no")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Buffer events(List<Change> changes) {
        if (changes.size() == 1) {
            return event(changes.get(0));
        }
        List<Buffer> events = changes.stream().map(this::event).toList();
        Buffer all = Buffer.buffer(events.stream().mapToInt(Buffer::length).sum());
        events.forEach(all::appendBuffer);
        return all;
    }

    private Buffer event(Change change) {
        return written.get(change, one -> Buffer.buffer(writer.apply(one)));
    }
}
