package io.dateline.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on loopback whose line can be made bad while connections are open. Carries anything; knows no protocol
 * beyond a word to wait for. Thread-safe.
 */
final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket server;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repliesToLose = new AtomicInteger();
    private final AtomicInteger repliesLost = new AtomicInteger();
    private volatile byte[] marker = {};
    private volatile String caller = "";
    private volatile int every = 1;
    private final AtomicInteger answers = new AtomicInteger();
    private volatile Line line = Line.CLEAR;
    private volatile InetSocketAddress target;

    private FaultProxy(ServerSocket server) {
        this.server = server;
    }

    /** Listens on a free port at once; what connects before {@link #to} is refused. */
    static FaultProxy listen() {
        try {
            FaultProxy proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
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

    /** Breaks every open connection, both ends are told. */
    void resetAll() {
        connections.forEach(ProxiedConnection::reset);
    }

    /**
     * The next {@code times} answers that hold this word are lost, and their connections reset: what was asked for is done,
     * and the one who asked cannot know. Told by the answer, since a prepared COMMIT is asked for without its text.
     *
     * @param every  1: each such answer; 2: every other, and so on
     * @param caller what a connection must have said of itself at its beginning; empty: any
     */
    void loseReplies(String word, int times, int every, String caller) {
        this.every = every;
        this.caller = caller;
        marker = word.getBytes(StandardCharsets.US_ASCII);
        repliesToLose.set(times);
    }

    /** Answers lost since it began to listen, by {@link #loseReplies}. */
    int repliesLost() {
        return repliesLost.get();
    }

    /** Whether this answer is to be lost; each time counts. */
    boolean loses(byte[] answer, int length, String introduction) {
        boolean loses = repliesToLose.get() > 0
                && introduction.contains(caller)
                && contains(answer, length, marker)
                && answers.incrementAndGet() % every == 0
                && repliesToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (loses) {
            repliesLost.incrementAndGet();
        }
        return loses;
    }

    void closed(ProxiedConnection connection) {
        connections.remove(connection);
    }

    int open() {
        return connections.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                // By itself: a server that does not take the connection must not keep others from being proxied.
                daemon("fault proxy connect", () -> connect(client));
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

    private static boolean contains(byte[] text, int length, byte[] word) {
        for (int at = 0; at + word.length <= length; at++) {
            int same = 0;
            while (same < word.length && text[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
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
