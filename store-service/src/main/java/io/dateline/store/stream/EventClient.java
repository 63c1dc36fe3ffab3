package io.dateline.store.stream;

import io.dateline.contracts.http.Connections;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Writes to one client what it is handed, and asks for more once that is out. */
final class EventClient implements Subscriber<List<Change>> {
    private static final Logger LOG = Logger.getLogger(EventClient.class);
    private static final Buffer ALIVE = Buffer.buffer(EventBytes.comment("alive"));
    private static final long NONE = -1;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Function<List<Change>, Buffer> writer;
    private final Consumer<Throwable> refused;

    /** Whether it is answered with events or with a problem: whoever decides it writes. */
    private final AtomicBoolean decided = new AtomicBoolean();

    private volatile Subscription changes;
    private volatile boolean gone;
    private volatile long timer = NONE;

    /** @param refused told why the stream cannot begin, where nothing has been sent */
    EventClient(
            Vertx vertx,
            HttpServerRequest request,
            Function<List<Change>, Buffer> writer,
            Consumer<Throwable> refused) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.writer = writer;
        this.refused = refused;
    }

    /** Sends the first words, unless it was refused; to be called when it has subscribed. */
    void begin(Buffer hello, Duration heartbeat) {
        if (decided.compareAndSet(false, true)) {
            EventStream.head(response).setChunked(true);
            timer = vertx.setPeriodic(heartbeat.toMillis(), beat -> beat());
            if (gone) {
                leave();
            }
            response.write(hello).onComplete(this::sent);
        }
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
        gone = true;
        if (timer != NONE) {
            vertx.cancelTimer(timer);
        }
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
        if (decided.compareAndSet(false, true)) {
            refused.accept(failure);
            return;
        }
        LOG.debugf("a client of the stream is disconnected: %s", failure.getMessage());
        leave();
        Connections.cut(request);
    }

    @Override
    public void onComplete() {
        onError(new IllegalStateException("a stream that has no end has ended"));
    }
}
