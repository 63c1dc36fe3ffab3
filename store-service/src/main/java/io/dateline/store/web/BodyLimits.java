package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.UnsaidBodies;
import io.dateline.contracts.message.MessageCodec;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Holds every request but an uploaded list of feeds and a dead letter with another payload to a small body. The server's own
 * limit is one for all, and stands at what these need.
 */
@ApplicationScoped
public class BodyLimits {
    /** Bytes of any other body: no request of ours has one worth more. */
    static final long SMALL = 64 * 1024;

    private static final String UPLOAD = "/feeds/import";
    private static final List<String> LETTERS = List.of("/api/dead-letters/", "/ops/dead-letters/");
    /** Behind the server's own check, which writes the same key. */
    private static final int AFTER_SERVER = 1;

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_SERVER);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(UPLOAD) || LETTERS.stream().anyMatch(path::startsWith)) {
            context.next();
            return;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            context.put(UnsaidBodies.LIMIT, SMALL);
        } else if (longer(length)) {
            Problem problem = Problem.of(ProblemCode.TOO_LARGE, "The body is larger than this service reads.")
                    .in(context);
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .setStatusCode(problem.status())
                    .end(Buffer.buffer(MessageCodec.encode(problem)));
            return;
        }
        context.next();
    }

    private static boolean longer(String length) {
        return !length.matches("\\d{1,18}") || Long.parseLong(length) > SMALL;
    }
}
