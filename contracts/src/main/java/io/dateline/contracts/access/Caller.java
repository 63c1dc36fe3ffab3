package io.dateline.contracts.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

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

    /**
     * What tells this caller from others where something is shared out: its key, or its address (of IPv6 its network)
     * where none was needed; null outside of requests.
     */
    public String name() {
        Verdict.Allowed allowed = allowed();
        return allowed == null ? null : allowed.name();
    }

    /** Whether it asks without a key from the machine this service is on, as everybody behind a proxy there may seem to. */
    public boolean isLocal() {
        RoutingContext context = request.getCurrent();
        return context != null
                && keyId() == null
                && isLoopback(context.request().remoteAddress());
    }

    private static boolean isLoopback(SocketAddress address) {
        try {
            // Of an address in numbers no name is looked up, and null is the loopback's: a socket in a file is of this
            // machine.
            return address != null
                    && InetAddress.getByName(address.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Verdict.Allowed allowed() {
        RoutingContext context = request.getCurrent();
        return context == null ? null : context.get(AccessGate.ALLOWED);
    }
}
