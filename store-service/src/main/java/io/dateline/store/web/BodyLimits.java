package io.dateline.store.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Holds every request but an uploaded list of feeds to a small body. The server's own limit is one for all, and stands
 * at what such a list needs.
 */
@ApplicationScoped
public class BodyLimits {
    /** Bytes of any other body: no request of ours has one worth more. */
    static final long SMALL = 64 * 1024;

    private static final String UPLOAD = "/feeds/import";
    /** Where the server keeps what it reads of a body whose length nobody said. */
    private static final String UNSAID = "io.quarkus.max-request-size";
    /** Behind the server's own check, which writes the same key. */
    private static final int AFTER_SERVER = 1;

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_SERVER);
    }

    private void check(RoutingContext context) {
        if (context.normalizedPath().equals(UPLOAD)) {
            context.next();
            return;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            context.put(UNSAID, SMALL);
        } else if (Long.parseLong(length) > SMALL) {
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .setStatusCode(413)
                    .end();
            return;
        }
        context.next();
    }
}
