package io.dateline.contracts.access;

import io.vertx.ext.web.RoutingContext;

/**
 * Who asks, as the gate found out.
 *
 * @param keyId of the key that let the request in, or null where none was needed; no secret, it may be logged
 * @param scope what it may do; never null
 */
public record Caller(String keyId, Scope scope) {
    private static final String NAME = "dateline.access.caller";

    /** Of a request that passed the gate; without it, somebody who may ask and no more. */
    public static Caller of(RoutingContext context) {
        Caller caller = context.get(NAME);
        return caller == null ? new Caller(null, Scope.READ) : caller;
    }

    /** Whether this covers a scope: for answers of one address that are not for everybody who may ask there. */
    public boolean may(Scope needed) {
        return scope.covers(needed);
    }

    void passed(RoutingContext context) {
        context.put(NAME, this);
    }
}
