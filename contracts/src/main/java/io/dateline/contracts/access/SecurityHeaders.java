package io.dateline.contracts.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Headers of every answer, refusals and errors too. What is no page may do nothing in a browser; a service with pages
 * puts its own policy on them. Nothing allows other origins anything. HSTS is the business of whoever ends TLS.
 */
@Singleton
public class SecurityHeaders {
    public static final String POLICY = "Content-Security-Policy";
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /** Swagger UI, a page of the framework's own, starts from an inline script; it shows nothing of ours. */
    static final String DESCRIPTION = "frame-ancestors 'none'";

    private static final int FIRST = 200;

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        String path = context.normalizedPath();
        MultiMap headers = context.response().headers();
        headers.set(POLICY, path.startsWith("/q/") ? DESCRIPTION : NOTHING);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (!path.startsWith("/assets/") && !path.startsWith("/webjars/")) {
            context.addHeadersEndHandler(ending -> {
                if (!headers.contains("Cache-Control")) {
                    headers.set("Cache-Control", path.startsWith("/api/") ? "no-store" : "private, no-cache");
                }
            });
        }
        context.next();
    }
}
