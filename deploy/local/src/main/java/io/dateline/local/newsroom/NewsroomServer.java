package io.dateline.local.newsroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dateline.local.newsroom.Newsroom.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Serves the feeds, with conditional GET, and a page per story, on the loopback address alone. */
public final class NewsroomServer implements AutoCloseable {
    private final Newsroom newsroom;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private NewsroomServer(Newsroom newsroom, HttpServer server) {
        this.newsroom = newsroom;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    /**
     * Starts it.
     *
     * @param folder for what was published when
     * @param port   0 for any
     */
    public static NewsroomServer start(Path folder, int port, InstantSource clock) {
        return start(Newsroom.open(folder, clock), port);
    }

    static NewsroomServer start(Newsroom newsroom, int port) {
        try {
            NewsroomServer started =
                    new NewsroomServer(newsroom, HttpServer.create(new InetSocketAddress("127.0.0.1", port), 64));
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("the newsroom cannot listen on port " + port, e);
        }
    }

    /** Scheme, host and port. */
    public String site() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain; charset=utf-8", "only GET and HEAD\n");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            Optional<FeedName> feed = Arrays.stream(FeedName.values())
                    .filter(name -> name.path().equals(path))
                    .findFirst();
            if (feed.isPresent()) {
                feed(exchange, feed.get());
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html; charset=utf-8", index());
            } else {
                story(exchange, path);
            }
        }
    }

    private void feed(HttpExchange exchange, FeedName feed) throws IOException {
        List<Item> items = newsroom.items(feed);
        byte[] document = FeedWriter.of(feed).write(feed, site(), items);
        String etag = "\"" + hash(document) + "\"";
        Instant lastModified = items.isEmpty() ? Instant.EPOCH : items.get(0).at();
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", etag);
        headers.set("Last-Modified", Conditional.httpDate(lastModified));
        headers.set("Cache-Control", "no-cache");
        var asked = exchange.getRequestHeaders();
        if (Conditional.unchanged(
                asked.getFirst("If-None-Match"), asked.getFirst("If-Modified-Since"), etag, lastModified)) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            send(exchange, 200, feed.mediaType(), document);
        }
    }

    private void story(HttpExchange exchange, String path) throws IOException {
        Optional<Item> item =
                path.startsWith("/stories/") ? newsroom.item(path.substring("/stories/".length())) : Optional.empty();
        if (item.isPresent()) {
            send(exchange, 200, "text/html; charset=utf-8", Html.page(item.get()));
        } else {
            send(exchange, 404, "text/plain; charset=utf-8", "no such story\n");
        }
    }

    /** Announces its feeds as sites do, so that they can be discovered. */
    private static String index() {
        String announced = each("<link rel=\"alternate\" type=\"%s\" title=\"%s\" href=\"%s\">");
        String listed = each("<li><a type=\"%1$s\" href=\"%3$s\">%2$s</a></li>");
        return "<!doctype html><html lang=\"en\"><title>Sample newsroom</title>" + announced + "<ul>" + listed
                + "</ul></html>\n";
    }

    private static String each(String form) {
        return Arrays.stream(FeedName.values())
                .map(feed -> String.format(form, feed.mediaType().split(";")[0], feed.title(), feed.path()))
                .collect(Collectors.joining());
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
