package io.dateline.store.web;

import io.dateline.contracts.access.SecurityHeaders;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps article text, which strangers wrote, from doing anything in a reader's browser, should it ever slip through
 * the templates' escaping. Goes on pages, their static files and their errors, in place of the stricter one of the API.
 */
@ApplicationScoped
public class ContentPolicy {
    static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';" + " object-src 'none'";
    private static final int BEFORE_GATE = 180;

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_GATE);
    }

    private void add(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.startsWith("/q/") && !path.startsWith("/api/")) {
            context.response().putHeader(SecurityHeaders.POLICY, POLICY);
        }
        context.next();
    }
}
