package io.dateline.contracts.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Whoever sent the request that is being answered. */
@Singleton
public class Caller {
    private final CurrentVertxRequest request;

    Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Whether the caller's key, or the lack of need for one, allows what needs {@code scope}; false outside of requests. */
    public boolean may(Scope scope) {
        RoutingContext context = request.getCurrent();
        Scope own = context == null ? null : context.get(AccessGate.SCOPE);
        return own != null && own.covers(scope);
    }
}
