package io.dateline.contracts.net;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP clients for hosts nobody vouches for: without cookies, redirects, retries or any other thing done by itself, with
 * headers of bounded size, and a new connection for each request.
 *
 * @param userAgent never null
 * @param connect   for how long a connection is waited for
 * @param idle      for how long nothing may arrive, and a free connection is waited for
 * @param most      connections at once
 * @param perHost   connections at once to one host
 */
public record GuardedHttp(String userAgent, Duration connect, Duration idle, int most, int perHost) {
    private static final int HEADERS = 200;
    private static final int HEADER_LINE = 16 * 1024;

    /** @param names what host names are resolved by: a {@link VettingResolver} keeps it to the public internet */
    public CloseableHttpClient client(DnsResolver names) {
        Timeout waiting = Timeout.of(idle);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(HEADERS)
                                .setMaxLineLength(HEADER_LINE)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(waiting)
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(waiting).build())
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(perHost)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                // A kept connection was vetted under another resolution; a new one costs little here.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(waiting)
                        .setResponseTimeout(waiting)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(userAgent)
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }
}
