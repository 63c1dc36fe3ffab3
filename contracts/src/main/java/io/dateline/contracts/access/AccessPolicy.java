package io.dateline.contracts.access;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import java.util.Optional;

/** Judges requests, in the order of what a check costs us. Thread-safe. */
final class AccessPolicy {
    static final String BEARER = "Bearer realm=\"Dateline\"";
    /** Browsers ask for user name and password by themselves, and remember them for streams too. */
    static final String BASIC = "Basic realm=\"Dateline\", charset=\"UTF-8\"";

    private final AccessRules rules = new AccessRules();
    private final Origins origins;
    private final boolean ownHostsOnly;
    private final WatchedKeys keys;
    private final RateLimits limits;

    /**
     * @param ownHostsOnly refuse requests for hosts that {@code origins} does not know
     * @param keys         null where everybody may do everything
     * @param limits       null where there are none
     */
    AccessPolicy(Origins origins, boolean ownHostsOnly, WatchedKeys keys, RateLimits limits) {
        this.origins = origins;
        this.ownHostsOnly = ownHostsOnly;
        this.keys = keys;
        this.limits = limits;
    }

    Verdict judge(AccessRequest request) {
        Optional<Scope> needed = rules.needed(request.method(), request.path());
        if (needed.isEmpty()) {
            return limited(address(request)).orElseGet(() -> new Verdict.Allowed(null, Scope.READ, address(request)));
        }
        if (keys == null) {
            return limited(address(request)).orElseGet(() -> withoutKey(request));
        }
        Optional<String> shown = ShownKey.of(request);
        Optional<AccessKey> key = shown.flatMap(Credential::parse).flatMap(keys.current()::find);
        if (key.isEmpty()) {
            return limited(address(request)).orElseGet(() -> unknown(request, shown.isPresent()));
        }
        return limited(name(key.get())).orElseGet(() -> withKey(request, key.get(), needed.get()));
    }

    /** Whether a request that was let in may go on; always true where no key was needed. */
    boolean stillHolds(String keyId) {
        return keys == null || keyId == null || keys.current().holds(keyId);
    }

    private Verdict withoutKey(AccessRequest request) {
        if (ownHostsOnly && !origins.knows(request.authority())) {
            return refused(
                    ProblemCode.FORBIDDEN,
                    "This service answers on the loopback by its own name only; see dateline.access.hosts.");
        }
        return crossing(request).orElseGet(() -> new Verdict.Allowed(null, Scope.OPERATE, address(request)));
    }

    private Verdict withKey(AccessRequest request, AccessKey key, Scope needed) {
        if (!key.scope().covers(needed)) {
            return refused(ProblemCode.FORBIDDEN, "This needs a key of the scope " + needed.label() + ".");
        }
        return crossing(request).orElseGet(() -> new Verdict.Allowed(key.id(), key.scope(), name(key)));
    }

    private Optional<Verdict> crossing(AccessRequest request) {
        return origins.crosses(request)
                ? Optional.of(refused(ProblemCode.CROSS_SITE, "Another site's page may not do this."))
                : Optional.empty();
    }

    private Optional<Verdict> limited(String caller) {
        long wait = limits == null ? 0 : limits.wait(caller);
        return wait == 0
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(
                        Problem.of(ProblemCode.TOO_MANY_REQUESTS, "Come again in " + wait + " s."), wait, null));
    }

    private static Verdict unknown(AccessRequest request, boolean shown) {
        String detail = shown
                ? "This key is not known here, or was revoked."
                : "Send a key: Authorization: Bearer dl_..., or X-Api-Key.";
        return new Verdict.Refused(
                Problem.of(ProblemCode.UNAUTHORIZED, detail), 0, byBrowser(request) ? BASIC + ", " + BEARER : BEARER);
    }

    private static boolean byBrowser(AccessRequest request) {
        String accept = request.header("Accept");
        return request.header("Sec-Fetch-Mode") != null || accept != null && accept.contains("text/html");
    }

    private static Verdict refused(ProblemCode code, String detail) {
        return new Verdict.Refused(Problem.of(code, detail), 0, null);
    }

    private static String name(AccessKey key) {
        return "key " + key.id();
    }

    private static String address(AccessRequest request) {
        return "address " + RateLimits.network(request.address());
    }
}
