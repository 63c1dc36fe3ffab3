package io.dateline.store.saved;

import io.dateline.contracts.net.AddressGuard;
import java.net.URI;
import java.util.Set;

/** Which addresses a webhook may have. What its host resolves to is checked where it is resolved. */
final class WebhookAddresses {
    private final AddressGuard guard;
    private final boolean anywhere;
    private final boolean http;

    /**
     * @param anywhere also those that are not of the public internet
     * @param http     also without TLS
     */
    WebhookAddresses(boolean anywhere, boolean http) {
        this.guard = anywhere ? AddressGuard.anywhere() : new AddressGuard(Set.of());
        this.anywhere = anywhere;
        this.http = http;
    }

    boolean anywhere() {
        return anywhere;
    }

    /** @throws AddressGuard.Refused whose message may be shown */
    URI check(String url) throws AddressGuard.Refused {
        URI uri = guard.check(url);
        if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new AddressGuard.Refused("A webhook needs an https address.");
        }
        return uri;
    }
}
