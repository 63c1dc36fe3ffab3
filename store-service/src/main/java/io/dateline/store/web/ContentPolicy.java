package io.dateline.store.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps article text, which strangers wrote, from doing anything in a reader's browser, should it ever slip through
 * the templates' escaping. Goes on every answer, static files and errors too; nosniff and no-referrer, which need no
 * exception, are configuration.
 */
@ApplicationScoped
public class ContentPolicy {
    static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';" + " object-src 'none'";
    private static final int BEFORE_ROUTES = 100;

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ROUTES);
    }

    private void add(RoutingContext context) {
        // Swagger UI, a page of the framework's own, starts from an inline script; it shows no article text.
        if (!context.normalizedPath().startsWith("/q/")) {
            context.response().putHeader("Content-Security-Policy", POLICY);
        }
        context.next();
    }
}
