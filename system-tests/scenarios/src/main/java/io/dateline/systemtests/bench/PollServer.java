package io.dateline.systemtests.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Feeds on many addresses of this machine, answered by one server that notes how politely it is asked. */
final class PollServer implements AutoCloseable {
    private static final int ITEMS = 5;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final int hosts;
    private final BitSet asked;
    private final AtomicLongArray endedAt;
    private final AtomicIntegerArray running;
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicLong shortestPause = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger notModified = new AtomicInteger();

    PollServer(int feeds, int hosts) {
        this.hosts = hosts;
        this.asked = new BitSet(feeds);
        this.endedAt = new AtomicLongArray(hosts);
        this.running = new AtomicIntegerArray(hosts);
        try {
            // All of 127.0.0.0/8; whoever is not on this machine is sent away unheard.
            server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Whether a feed brings something new. */
    static boolean changed(int feed) {
        return feed % 5 == 0;
    }

    static String etag(int feed) {
        return "\"known-" + feed + "\"";
    }

    /** The address of a host. */
    String address(int host) {
        return "127." + (1 + host / 62_500) + "." + (host / 250) % 250 + "." + (1 + host % 250);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            exchange.close();
            return;
        }
        int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        int host = feed % hosts;
        begin(feed, host);
        byte[] body = etag(feed).equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                ? null
                : document(feed).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", etag(feed));
        // Noted before the answer is sent: what the other side does then comes later.
        running.decrementAndGet(host);
        endedAt.set(host, System.nanoTime());
        if (body == null) {
            notModified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void begin(int feed, int host) {
        long now = System.nanoTime();
        requests.incrementAndGet();
        mostAtOnce.accumulateAndGet(running.incrementAndGet(host), Math::max);
        long before = endedAt.get(host);
        if (before != 0) {
            shortestPause.accumulateAndGet(now - before, Math::min);
        }
        synchronized (asked) {
            asked.set(feed);
        }
    }

    private static String document(int feed) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            items.append("<item><title>Story ")
                    .append(i)
                    .append(" of feed ")
                    .append(feed)
                    .append("</title><link>https://news.example/")
                    .append(feed)
                    .append('/')
                    .append(i)
                    .append("</link><description>The old bridge over the river reopened on Monday after repairs that")
                    .append(" took two years, the city said.</description></item>");
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed " + feed
                + "</title><link>https://news.example/" + feed + "/</link>" + items + "</channel></rss>";
    }

    int requests() {
        return requests.get();
    }

    int notModified() {
        return notModified.get();
    }

    int feedsAsked() {
        synchronized (asked) {
            return asked.cardinality();
        }
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Between the end of one request to a host and the beginning of its next; a very long time where there was none. */
    long shortestPauseMs() {
        return shortestPause.get() / 1_000_000;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
