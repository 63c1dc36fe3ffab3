package io.dateline.store.web;

import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Ingest's API, asked with the caller's own key: ingest decides who may do what. Only the address of the settings is ever
 * called, and redirects are not followed. Answers are bounded in bytes, in time and in how many are awaited at once.
 * Thread-safe.
 */
final class IngestApi {
    /** Bytes of an answer; a longer one is not read to its end. */
    static final int LARGEST = 8 << 20;
    /** Answers awaited at once, each on a thread that pages and API share; the next is told to come again. */
    static final int AT_ONCE = 16;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** What carries a key; there are no cookies. */
    private static final List<String> KEYS = List.of("Authorization", "X-Api-Key");

    private final String base;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param base where ingest is, or null where nobody said so
     * @throws IllegalStateException where it is no plain http or https address
     */
    IngestApi(URI base) {
        if (base != null) {
            boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            boolean plain =
                    base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
            if (!web || base.getHost() == null || !plain) {
                throw new IllegalStateException(
                        "dateline.store.ingest-url must be an http or https address like http://127.0.0.1:8081.");
            }
        }
        this.base = base == null ? null : base.toString().replaceAll("/+$", "");
    }

    boolean configured() {
        return base != null;
    }

    /** A body that is sent as it is. */
    record Sent(String type, byte[] bytes) {
        static Sent json(Object body) {
            return new Sent("application/json", MessageCodec.encode(body));
        }
    }

    /** A value as one segment of a path. A dot segment, which would leave it, becomes an id that nothing has. */
    static String segment(String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.isEmpty() || encoded.equals(".") || encoded.equals("..") ? "-" : encoded;
    }

    /**
     * @param caller the headers of the request this is done for
     * @param within for the whole answer
     * @throws IngestFailure where there is no such answer
     */
    <T> T get(String path, UnaryOperator<String> caller, Duration within, Class<T> type) {
        return read(send("GET", path, caller, null, within), type);
    }

    /**
     * @param body sent as JSON unless it is {@link Sent}
     * @throws IngestFailure where there is no such answer
     */
    <T> T post(String path, UnaryOperator<String> caller, Object body, Duration within, Class<T> type) {
        return read(send("POST", path, caller, body, within), type);
    }

    /**
     * @param body sent as JSON unless it is {@link Sent}; null for none
     * @return the body of a good answer
     * @throws IngestFailure where ingest is away, or refuses
     */
    byte[] send(String method, String path, UnaryOperator<String> caller, Object body, Duration within) {
        if (base == null) {
            throw IngestFailure.ours(503, "The store does not know where ingest is: set dateline.store.ingest-url.");
        }
        if (!free.tryAcquire()) {
            throw IngestFailure.ours(503, "Too many pages wait for ingest already. Try again in a moment.");
        }
        try {
            HttpResponse<byte[]> answer = await(request(method, path, caller, body), within);
            if (answer.statusCode() / 100 != 2) {
                throw IngestFailure.answered(answer.statusCode(), answer.body());
            }
            return answer.body();
        } finally {
            free.release();
        }
    }

    private HttpRequest request(String method, String path, UnaryOperator<String> caller, Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "*/*");
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            Sent sent = body instanceof Sent ready ? ready : Sent.json(body);
            request.method(method, BodyPublishers.ofByteArray(sent.bytes())).header("Content-Type", sent.type());
        }
        for (String name : KEYS) {
            String value = caller.apply(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }

    /** The client's own timeout ends with the headers; this one holds for the body, too. */
    private HttpResponse<byte[]> await(HttpRequest request, Duration within) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody(LARGEST));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw IngestFailure.ours(504, "Ingest did not answer in " + within.toSeconds() + " s.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BoundedBody.TooLong
                    ? IngestFailure.ours(502, "Ingest's answer is longer than these pages read (8 MiB).")
                    : IngestFailure.ours(503, "Ingest does not answer. Nothing is lost: try again in a moment.");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw IngestFailure.ours(503, "The store is stopping.");
        }
    }

    private static <T> T read(byte[] answer, Class<T> type) {
        try {
            T value = MessageCodec.json().readValue(answer, type);
            if (value != null) {
                return value;
            }
        } catch (IOException e) {
            // told below, as for a null
        }
        throw IngestFailure.ours(502, "What answers at ingest's address does not answer as ingest does.");
    }
}
