package io.dateline.store.stream;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Writes to one client what it is handed, and asks for more once that is out. */
final class EventClient implements Subscriber<List<Change>> {
    private static final Logger LOG = Logger.getLogger(EventClient.class);
    private static final Buffer ALIVE = Buffer.buffer(EventBytes.comment("alive"));

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Function<List<Change>, Buffer> writer;
    private final Duration heartbeat;
    private final Consumer<Throwable> refused;

    private volatile Subscription changes;
    private volatile boolean failed;
    private volatile boolean begun;
    private volatile long timer;

    /** @param refused told why the stream cannot begin, while nothing has been sent */
    EventClient(
            Vertx vertx,
            HttpServerResponse response,
            Function<List<Change>, Buffer> writer,
            Duration heartbeat,
            Consumer<Throwable> refused) {
        this.vertx = vertx;
        this.response = response;
        this.writer = writer;
        this.heartbeat = heartbeat;
        this.refused = refused;
    }

    /** Whether it was let in; known once it has subscribed. */
    boolean follows() {
        return !failed;
    }

    void begin(Buffer hello) {
        begun = true;
        timer = vertx.setPeriodic(heartbeat.toMillis(), beat -> beat());
        response.write(hello).onComplete(this::sent);
    }

    private void beat() {
        if (response.closed()) {
            leave();
        } else if (!response.writeQueueFull()) {
            // Who takes nothing is not sent more of nothing.
            response.write(ALIVE);
        }
    }

    /** The client has gone, or must. */
    void leave() {
        vertx.cancelTimer(timer);
        changes.cancel();
    }

    private void sent(AsyncResult<Void> out) {
        if (out.succeeded()) {
            changes.request(1);
        } else {
            leave();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        changes = subscription;
    }

    @Override
    public void onNext(List<Change> some) {
        Buffer events = writer.apply(some);
        if (events.length() == 0) {
            changes.request(1);
        } else if (!response.closed()) {
            response.write(events).onComplete(this::sent);
        }
    }

    @Override
    public void onError(Throwable failure) {
        failed = true;
        if (!begun) {
            refused.accept(failure);
            return;
        }
        LOG.debugf("a client of the stream is disconnected: %s", failure.getMessage());
        leave();
        // Without the last chunk, so that it knows that this is not the end.
        response.reset();
    }

    @Override
    public void onComplete() {
        onError(new IllegalStateException("a stream that has no end has ended"));
    }
}
