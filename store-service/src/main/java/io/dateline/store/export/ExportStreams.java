package io.dateline.store.export;

import io.dateline.contracts.http.Connections;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.StoreConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sends exports: so many at once, no faster than their clients take them, and never half of one that looks whole.
 */
@ApplicationScoped
public class ExportStreams {
    private static final Logger LOG = Logger.getLogger(ExportStreams.class);
    /** What fails before so many bytes were made is answered with a problem. */
    private static final int BUFFER = 64 * 1024;

    /**
     * Places for feeds without whole texts to one for exports: they are short, and must not wait for those that are long.
     */
    private static final int FEEDS = 8;

    private final Vertx vertx;
    private final Duration stall;
    private final Semaphore exports;
    private final Semaphore texts;
    private final Semaphore feeds;

    @Inject
    ExportStreams(StoreConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.stall = config.export().stall();
        this.exports = new Semaphore(config.export().clients());
        this.texts = new Semaphore(config.export().clients());
        this.feeds = new Semaphore(FEEDS * config.export().clients());
    }

    /**
     * The same export, guarded. It blocks its thread while the client does not take what was sent, and disconnects one
     * that takes nothing for too long. Where the export fails after the first bytes were sent, the connection is cut:
     * a client sees that it has not all. Where nothing but the head is asked for, nothing is written.
     *
     * @throws ProblemException {@code too-many-clients}, when it is written
     */
    public StreamingOutput guard(StreamingOutput export, HttpServerRequest request) {
        return guard(export, request, exports);
    }

    /**
     * The same for one page, which is short: it does not wait for exports.
     *
     * @param texts whether it holds whole texts, which take memory: as many of those are sent at once as exports
     */
    public StreamingOutput guardPage(StreamingOutput page, HttpServerRequest request, boolean texts) {
        return guard(page, request, texts ? this.texts : feeds);
    }

    private StreamingOutput guard(StreamingOutput export, HttpServerRequest request, Semaphore free) {
        if (request.method().equals(HttpMethod.HEAD)) {
            return out -> {};
        }
        return out -> {
            if (!free.tryAcquire()) {
                throw new ProblemException(
                        ProblemCode.TOO_MANY_CLIENTS, "Come again when one of the exports under way is done.");
            }
            try {
                write(export, new WatchedStream(out), request);
            } finally {
                free.release();
            }
        };
    }

    private void write(StreamingOutput export, WatchedStream out, HttpServerRequest request) throws IOException {
        long timer = vertx.setPeriodic(Math.max(1, stall.toMillis() / 4), id -> {
            if (out.waitsFor(stall)) {
                LOG.infof("an export was ended: its client took nothing for %d s", stall.toSeconds());
                Connections.cut(request);
            }
        });
        try {
            BufferedOutputStream buffer = new BufferedOutputStream(out, BUFFER);
            export.write(buffer);
            buffer.flush();
        } catch (IOException | RuntimeException e) {
            if (out.gone()) {
                // Nobody is there to be told; what is left is to see that nothing looks whole.
                LOG.infof("an export was given up: its client is gone");
                Connections.cut(request);
                return;
            }
            if (out.began()) {
                LOG.warnf("an export broke off: %s", e.getClass().getSimpleName());
                breakOff(request);
            }
            throw e;
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    /** What was sent is let go first, then the connection ends without the end of the answer. */
    private void breakOff(HttpServerRequest request) {
        try {
            request.connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Connections.cut(request);
        } catch (ExecutionException | TimeoutException e) {
            Connections.cut(request);
        }
    }

    /** Knows whether anything was sent, whether the client is gone, and since when a write has been waiting for the client. */
    private static final class WatchedStream extends OutputStream {
        private final OutputStream out;
        private volatile boolean began;
        private volatile boolean gone;
        private volatile boolean waiting;
        private volatile long since;

        private WatchedStream(OutputStream out) {
            this.out = out;
        }

        boolean began() {
            return began;
        }

        boolean gone() {
            return gone;
        }

        boolean waitsFor(Duration time) {
            return waiting && System.nanoTime() - since > time.toNanos();
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            began = true;
            since = System.nanoTime();
            waiting = true;
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                gone = true;
                throw e;
            } finally {
                waiting = false;
            }
        }

        @Override
        public void flush() throws IOException {
            if (began) {
                out.flush();
            }
        }
    }
}
