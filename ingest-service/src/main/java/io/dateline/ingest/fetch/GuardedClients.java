package io.dateline.ingest.fetch;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.GuardedHttp;
import io.dateline.contracts.net.VettingResolver;
import io.dateline.ingest.IngestConfig;
import java.net.URI;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * HTTP clients without cookies, redirects, retries or any other thing done by itself: one that connects to public
 * addresses only, and one for what the allow-list names.
 */
final class GuardedClients implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 1024;
    private static final int CONNECTIONS_PER_HOST = 4;

    private final AddressGuard guard;
    private final CloseableHttpClient guarded;
    private final CloseableHttpClient trusting;

    GuardedClients(IngestConfig.Fetch config, AddressGuard guard, DnsResolver names) {
        String userAgent = config.contact()
                .map(contact -> config.userAgent() + " (+" + contact + ")")
                .orElse(config.userAgent());
        GuardedHttp http = new GuardedHttp(
                userAgent, config.connectTimeout(), config.deadline(), MOST_CONNECTIONS, CONNECTIONS_PER_HOST);
        this.guard = guard;
        this.guarded = http.client(new VettingResolver(names));
        this.trusting = http.client(names);
    }

    /** @param uri one that the guard has checked */
    CloseableHttpClient of(URI uri) {
        return guard.allows(uri) ? trusting : guarded;
    }

    @Override
    public void close() {
        guarded.close(CloseMode.IMMEDIATE);
        trusting.close(CloseMode.IMMEDIATE);
    }
}
