package io.dateline.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A TCP proxy on loopback whose line can be made bad while connections are open. Carries anything; knows no protocol
 * beyond a word to wait for and, before Kafka, which answers acknowledge records. Thread-safe.
 */
final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket server;
    private final boolean kafka;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong met = new AtomicLong();
    private volatile Loss loss = Loss.NONE;
    private volatile Line line = Line.CLEAR;
    private volatile InetSocketAddress target;

    private FaultProxy(ServerSocket server, boolean kafka) {
        this.server = server;
        this.kafka = kafka;
    }

    /** Listens on a free port at once; what connects before {@link #to} is refused. */
    static FaultProxy listen() {
        return listen(false);
    }

    /** As {@link #listen}, before a server that speaks as Kafka does. */
    static FaultProxy listenForKafka() {
        return listen(true);
    }

    private static FaultProxy listen(boolean kafka) {
        try {
            FaultProxy proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), kafka);
            daemon("fault proxy", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param port of the server on loopback that it stands before */
    FaultProxy to(int port) {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Whether what passes is Kafka's protocol. */
    boolean kafka() {
        return kafka;
    }

    Line line() {
        return line;
    }

    /** From now on, for open and new connections. What was muted has lost its place and is reset when that ends. */
    void set(Line better) {
        line = better;
        if (!better.mute()) {
            connections.stream().filter(ProxiedConnection::torn).forEach(ProxiedConnection::reset);
        }
    }

    /** How often something met what is bad of this line: data that was held up or lost, connections that were cut. */
    long met() {
        return met.get();
    }

    void meet() {
        met.incrementAndGet();
    }

    /** Breaks every open connection, both ends are told. */
    void resetAll() {
        met.addAndGet(connections.size());
        connections.forEach(ProxiedConnection::reset);
    }

    /**
     * From now on the answers that this names are lost, and their connections reset: what was asked for is done, and the
     * one who asked cannot know. Told by the answer, since a prepared COMMIT is asked for without its text.
     */
    void lose(Loss answers) {
        loss = answers;
    }

    Loss loss() {
        return loss;
    }

    void closed(ProxiedConnection connection) {
        connections.remove(connection);
    }

    int open() {
        return connections.size();
    }

    private void accept() {
        accept(server, "fault proxy connect", this::connect);
    }

    /** Until it is closed. Each by itself: one that is not served at once must not keep others from being. */
    static void accept(ServerSocket server, String name, Consumer<Socket> serve) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(name, () -> serve.accept(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client) {
        Socket upstream = new Socket();
        ProxiedConnection connection = new ProxiedConnection(this, client, upstream);
        try {
            if (target == null) {
                throw new IOException("no target yet");
            }
            upstream.connect(target, CONNECT_MILLIS);
            connections.add(connection);
            connection.start();
        } catch (IOException away) {
            // As the server itself would look: nobody is there.
            connection.reset();
        }
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            resetAll();
        }
    }
}
