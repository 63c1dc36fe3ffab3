package io.dateline.ingest.fetch;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.VettingResolver;
import io.dateline.ingest.IngestConfig;
import java.net.URI;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP clients without cookies, redirects, retries or any other thing done by itself: one that connects to public
 * addresses only, and one for what the allow-list names.
 */
final class GuardedClients implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 1024;

    private final IngestConfig.Fetch config;
    private final AddressGuard guard;
    private final CloseableHttpClient guarded;
    private final CloseableHttpClient trusting;

    GuardedClients(IngestConfig.Fetch config, AddressGuard guard, DnsResolver names) {
        this.config = config;
        this.guard = guard;
        this.guarded = client(new VettingResolver(names));
        this.trusting = client(names);
    }

    /** @param uri one that the guard has checked */
    CloseableHttpClient of(URI uri) {
        return guard.allows(uri) ? trusting : guarded;
    }

    private CloseableHttpClient client(DnsResolver resolver) {
        Timeout connect = Timeout.of(config.connectTimeout());
        Timeout idle = Timeout.of(config.deadline());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(200)
                                .setMaxLineLength(16 * 1024)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(idle)
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(idle).build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(4)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                // A kept connection was vetted under another resolution; a new one costs little at feed intervals.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(idle)
                        .setResponseTimeout(idle)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(config.contact()
                        .map(contact -> config.userAgent() + " (+" + contact + ")")
                        .orElse(config.userAgent()))
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    @Override
    public void close() {
        guarded.close(CloseMode.IMMEDIATE);
        trusting.close(CloseMode.IMMEDIATE);
    }
}
