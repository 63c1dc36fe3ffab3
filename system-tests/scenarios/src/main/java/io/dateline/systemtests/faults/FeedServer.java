package io.dateline.systemtests.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Web servers on many addresses of this machine, which answer byte for byte what they are told. */
final class FeedServer implements AutoCloseable {
    /** As many as may be fetched from. */
    static final int HOSTS = 60;

    private final ServerSocket server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private int next;

    /** Answers one request. */
    interface Page {
        void answer(OutputStream out) throws IOException;
    }

    private FeedServer(ServerSocket server) {
        this.server = server;
    }

    static FeedServer listen() {
        try {
            // All of 127.0.0.0/8; whoever is not on this machine is sent away unheard.
            FeedServer feeds = new FeedServer(new ServerSocket(0, 200));
            FaultProxy.daemon("feed server", feeds::accept);
            return feeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code host:port} of each. */
    List<String> hosts() {
        return IntStream.range(0, HOSTS).mapToObj(this::host).toList();
    }

    private String host(int number) {
        return "127.0.9." + (number + 1) + ":" + server.getLocalPort();
    }

    /** Puts up a page on a host of its own; returns its address. */
    String put(Page page) {
        return putAt(path -> page);
    }

    /** As {@link #put}, a page that must know its own path. */
    String putAt(Function<String, Page> page) {
        String path = "/" + next;
        pages.put(path, page.apply(path));
        return "http://" + host(next++ % HOSTS) + path;
    }

    /** Requests that were begun, since it began to listen. */
    int asked() {
        return asked.get();
    }

    private void accept() {
        FaultProxy.accept(server, "feed server answer", this::answer);
    }

    private void answer(Socket client) {
        try (client) {
            InetAddress from = client.getInetAddress();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = in.readLine();
            if (!from.isLoopbackAddress() || request == null) {
                return;
            }
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                // Nothing in them changes the answer.
                continue;
            }
            asked.incrementAndGet();
            Page page = pages.getOrDefault(request.split("[ ?]")[1], Answers::nothing);
            page.answer(client.getOutputStream());
        } catch (IOException gone) {
            // Whoever asked has had enough, or was killed: as it should be.
            return;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
