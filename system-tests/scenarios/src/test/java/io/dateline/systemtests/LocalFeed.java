package io.dateline.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A publisher with one small feed, on this machine; answers 304 to whoever has it already. */
final class LocalFeed implements AutoCloseable {
    private static final String ETAG = "\"first-edition\"";
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Journey feed</title><link>https://coast.example/</link>
            <item><title>Old lighthouse of Skagen lit again</title><link>https://coast.example/lighthouse</link>
            <guid isPermaLink="false">coast-1</guid><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>
            <description>&lt;p&gt;The lighthouse of Skagen in Denmark was lit again on Sunday.&lt;/p&gt;</description>
            </item></channel></rss>
            """;

    private final HttpServer server;
    private final AtomicInteger notModified = new AtomicInteger();

    private LocalFeed(HttpServer server) {
        this.server = server;
    }

    static LocalFeed start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LocalFeed feed = new LocalFeed(server);
            server.createContext("/rss", feed::answer);
            server.start();
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + hostAndPort() + "/rss";
    }

    /** How often a poll was answered 304. */
    int notModified() {
        return notModified.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("ETag", ETAG);
            if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                notModified.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = RSS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
