package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through the proxy: two pumps, each of which heeds the line as it is at that moment. */
final class ProxiedConnection {
    /** Characters of what the client sends first: who it is stands there in PostgreSQL's protocol. */
    private static final int INTRODUCTION = 2_000;

    private static final int PIECE = 16 * 1024;
    private static final Duration LOOK = Duration.ofMillis(10);

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket upstream;
    private final AtomicInteger pumping = new AtomicInteger(2);
    private final AnswerWatch watch = new AnswerWatch();
    private final ProduceWatch produces = new ProduceWatch();
    private volatile String introduction = "";
    private volatile boolean torn;
    private volatile boolean over;

    ProxiedConnection(FaultProxy proxy, Socket client, Socket upstream) {
        this.proxy = proxy;
        this.client = client;
        this.upstream = upstream;
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        FaultProxy.daemon("fault proxy up", () -> pump(client, upstream, true));
        FaultProxy.daemon("fault proxy down", () -> pump(upstream, client, false));
    }

    /** Whether answers of it were lost: what would follow makes no sense to the one who asked. */
    boolean torn() {
        return torn;
    }

    private void pump(Socket from, Socket to, boolean up) {
        byte[] piece = new byte[PIECE];
        try {
            for (int read = from.getInputStream().read(piece);
                    read >= 0;
                    read = from.getInputStream().read(piece)) {
                boolean matters = up ? asked(piece, read) : !proxy.kafka();
                travel(read, matters);
                if (!up && lost(piece, read)) {
                    continue;
                }
                to.getOutputStream().write(piece, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            // Either side went away: the other must not wait for it.
            reset();
        } finally {
            if (pumping.decrementAndGet() == 0) {
                finish(false);
            }
        }
    }

    private void travel(int bytes, boolean matters) {
        Duration delay = proxy.line().delay(bytes);
        if (matters && (proxy.line().dead() || !delay.isZero())) {
            proxy.meet();
        }
        if (!delay.isZero()) {
            Await.pause(delay);
        }
        while (proxy.line().dead() && !over) {
            Await.pause(LOOK);
        }
    }

    /** Whether there is something in it that must not be lost: whoever consumes from Kafka asks all the time, for nothing as well. */
    private boolean asked(byte[] request, int length) {
        if (introduction.length() < INTRODUCTION) {
            introduction += new String(request, 0, length, StandardCharsets.ISO_8859_1);
        }
        return !proxy.kafka() || produces.sent(request, length);
    }

    /** Whether this answer does not arrive. */
    private boolean lost(byte[] answer, int length) {
        Loss loss = proxy.loss();
        int acknowledgements = proxy.kafka() ? produces.acknowledgements(answer, length) : 0;
        boolean meets = loss.acknowledgements()
                ? acknowledgements > 0
                : loss.concerns(introduction) && watch.meets(loss, answer, length);
        if (meets && loss.take()) {
            reset();
            return true;
        }
        if (proxy.line().mute()) {
            if (!proxy.kafka() || acknowledgements > 0) {
                proxy.meet();
            }
            torn = true;
        }
        return torn;
    }

    /** Ends it as a router does that forgot it: both ends get a reset, not an orderly end. */
    void reset() {
        finish(true);
    }

    private synchronized void finish(boolean abruptly) {
        over = true;
        proxy.closed(this);
        try {
            for (Socket socket : new Socket[] {client, upstream}) {
                if (abruptly && socket.isConnected() && !socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
