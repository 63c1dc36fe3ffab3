package io.dateline.contracts.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Tells requests that another site made a browser send. Browsers send keys, and whatever an open service lets through,
 * with them. Requests that no browser sent pass.
 *
 * <p>The check for unsafe methods is that of Go's net/http.CrossOriginProtection: {@code Sec-Fetch-Site} where there is
 * one, else {@code Origin} against the host asked for.
 */
final class Origins {
    private final Set<String> names;

    /** @param names hosts, lower case, by which the service is called beside those of the loopback */
    Origins(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    boolean crosses(AccessRequest request) {
        if (AccessRules.isSafe(request.method())) {
            return false;
        }
        String site = request.header("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.header("Origin");
        return origin != null && !isOwn(origin, request.authority());
    }

    /**
     * Whether the host asked for is one this service has. On the loopback, without keys, anything else is a page that
     * had its own name point at this machine (DNS rebinding) and so reads as if it were of the same origin.
     */
    boolean knows(String authority) {
        String host = host(authority);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}")
                || names.contains(host);
    }

    private boolean isOwn(String origin, String authority) {
        try {
            String from = new URI(origin).getRawAuthority();
            return from != null && (from.equalsIgnoreCase(authority) || names.contains(host(from)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Without the port; empty where there is none. */
    private static String host(String authority) {
        if (authority == null) {
            return "";
        }
        int colon = authority.lastIndexOf(':');
        String host = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
        return host.toLowerCase(Locale.ROOT);
    }
}
