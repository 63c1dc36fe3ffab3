package io.dateline.store.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers at ingest's address what a test wants, good and bad, and keeps what it was asked. */
public final class FakeIngest implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

    private HttpServer server;
    private ExecutorService threads;

    /** A request as it came. */
    record Asked(String method, String path, String body, String authorization, String apiKey) {}

    /** What a request is answered with. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @Override
    public Map<String, String> start() {
        return Map.of("dateline.store.ingest-url", open() + "/");
    }

    /** Without a service around it; answers its address. */
    String open() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", FakeIngest::handle);
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    static void forget() {
        ANSWERS.clear();
        ASKED.clear();
    }

    /** @param request method and path, with the query; without one it is for any that no other answer is for */
    static void answer(String request, int status, String json) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        answer(request, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    static void answer(String request, Answer answer) {
        ANSWERS.put(request, answer);
    }

    /** Closes the connection without a word. */
    static void hangUp(String request) {
        answer(request, HttpExchange::close);
    }

    /** In order. */
    static List<Asked> asked() {
        return List.copyOf(ASKED);
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        ASKED.add(new Asked(
                exchange.getRequestMethod(),
                path,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("X-Api-Key")));
        String asked = exchange.getRequestMethod() + " " + path;
        Answer answer = ANSWERS.getOrDefault(asked, ANSWERS.get(asked.split("\\?")[0]));
        if (answer == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        answer.to(exchange);
    }
}
