package io.dateline.store.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Headers that keep article text, which strangers wrote, from doing anything in a reader's browser. They go on every
 * answer, static files and errors too.
 */
@ApplicationScoped
public class SecurityHeaders {
    static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';" + " object-src 'none'";
    private static final int BEFORE_ROUTES = 100;

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ROUTES);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        // Swagger UI, a page of the framework's own, starts from an inline script; it shows no article text.
        if (!context.normalizedPath().startsWith("/q/")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        context.next();
    }
}
