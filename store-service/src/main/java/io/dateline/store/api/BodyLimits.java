package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.message.MessageCodec;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Narrows how much of a body is read: the framework's limit is for the one request that may carry an article, a dead letter
 * with another payload.
 */
@ApplicationScoped
public class BodyLimits {
    private static final long USUAL = 64 << 10;
    /** After the framework's own look, before whatever reads a body. */
    private static final int ORDER = -1;

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(BodyLimits::limit);
    }

    private static void limit(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith("/api/dead-letters/") || path.startsWith("/ops/dead-letters/")) {
            context.next();
            return;
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, USUAL);
        String length = context.request().getHeader("Content-Length");
        if (length != null && longer(length)) {
            Problem problem = Problem.of(ProblemCode.TOO_LARGE, "The body is larger than this service reads.");
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Connection", "close")
                    .end(Buffer.buffer(MessageCodec.encode(problem)));
            return;
        }
        context.next();
    }

    private static boolean longer(String length) {
        return !length.matches("\\d{1,18}") || Long.parseLong(length) > USUAL;
    }
}
