package io.dateline.contracts.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Whoever sent the request that is being answered, as the gate found out. */
@Singleton
public class Caller {
    private final CurrentVertxRequest request;

    Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Whether the caller's key, or the lack of need for one, allows what needs {@code scope}; false outside of requests. */
    public boolean may(Scope scope) {
        Verdict.Allowed allowed = allowed();
        return allowed != null && allowed.scope().covers(scope);
    }

    /** Id of the caller's key, or null where none was needed; no secret, it may be logged. */
    public String keyId() {
        Verdict.Allowed allowed = allowed();
        return allowed == null ? null : allowed.keyId();
    }

    private Verdict.Allowed allowed() {
        RoutingContext context = request.getCurrent();
        return context == null ? null : context.get(AccessGate.ALLOWED);
    }
}
