package io.dateline.ingest.fetch;

import io.dateline.ingest.IngestConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches over HTTP from hosts nobody vouches for: guarded addresses, a deadline, limits, no cookies, no automatic
 * anything. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private final IngestConfig.Fetch config;
    private final AddressGuard guard;
    private final BodyReader bodies;
    private final CloseableHttpClient guarded;
    private final CloseableHttpClient trusting;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fetch-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    public Fetcher(IngestConfig.Fetch config, AddressGuard guard) {
        this(config, guard, SystemDefaultDnsResolver.INSTANCE);
    }

    Fetcher(IngestConfig.Fetch config, AddressGuard guard, DnsResolver names) {
        this.config = config;
        this.guard = guard;
        this.bodies = new BodyReader(config.maxBody().asLongValue(), config.maxRatio());
        this.guarded = client(new VettingResolver(names));
        this.trusting = client(names);
    }

    /** The addresses this answers are the ones connected to; nothing is resolved a second time in between. */
    private record VettingResolver(DnsResolver names) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress spelled = PublicAddress.literal(host);
            return AddressGuard.vetted(host, spelled != null ? new InetAddress[] {spelled} : names.resolve(host));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
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
                .setMaxConnTotal(64)
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

    /** @param etag, lastModified what was kept of the last answer, or null; makes the request conditional */
    public FetchResult fetch(String url, String etag, String lastModified) {
        long deadline = System.nanoTime() + config.deadline().toNanos();
        String at = url;
        boolean permanent = true;
        for (int hop = 0; hop <= config.maxRedirects(); hop++) {
            AtomicBoolean late = new AtomicBoolean();
            try {
                Answer answer = one(at, etag, lastModified, deadline, late);
                if (answer.result != null) {
                    return answer.result instanceof FetchResult.Fetched fetched && hop > 0
                            ? moved(fetched, permanent ? at : null)
                            : answer.result;
                }
                permanent &= answer.permanent;
                at = answer.location;
            } catch (AddressGuard.Refused e) {
                return new FetchResult.Failed("address-not-allowed", e.getMessage(), null);
            } catch (IOException | RuntimeException e) {
                return late.get()
                        ? new FetchResult.Failed("timeout", "No whole answer within " + config.deadline() + ".", null)
                        : failure(e);
            }
        }
        return new FetchResult.Failed("too-many-redirects", "More than " + config.maxRedirects() + " redirects.", null);
    }

    private record Answer(FetchResult result, String location, boolean permanent) {}

    private Answer one(String url, String etag, String lastModified, long deadline, AtomicBoolean late)
            throws IOException {
        URI uri = guard.check(url);
        HttpGet request = new HttpGet(uri);
        request.setHeader(
                "Accept",
                "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
        request.setHeader("Accept-Encoding", "gzip");
        if (etag != null) {
            request.setHeader("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.setHeader("If-Modified-Since", lastModified);
        }
        ScheduledFuture<?> alarm = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                Math.max(0, deadline - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        CloseableHttpClient client = guard.allows(uri) ? trusting : guarded;
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            return answer(uri, response);
        } finally {
            alarm.cancel(false);
            // Drops the connection: an unread rest is not waited for, since it may never come.
            request.cancel();
        }
    }

    private Answer answer(URI uri, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (REDIRECTS.contains(status) && header(response, "Location") != null) {
            String location = uri.resolve(header(response, "Location").strip()).toString();
            return new Answer(null, location, PERMANENT.contains(status));
        }
        if (status == 304) {
            return new Answer(new FetchResult.NotModified(), null, false);
        }
        if (status != 200) {
            var wait = RetryAfter.of(header(response, "Retry-After"), Instant.now());
            return new Answer(
                    new FetchResult.Failed("http-" + status, "The server answered " + status + ".", wait), null, false);
        }
        HttpEntity entity = response.getEntity();
        byte[] body = new byte[0];
        if (entity != null) {
            InputStream content = entity.getContent();
            body = content == null ? body : bodies.read(content, header(response, "Content-Encoding"));
        }
        return new Answer(
                new FetchResult.Fetched(
                        body,
                        header(response, "Content-Type"),
                        uri.toString(),
                        null,
                        header(response, "ETag"),
                        header(response, "Last-Modified")),
                null,
                false);
    }

    private static FetchResult moved(FetchResult.Fetched fetched, String to) {
        return new FetchResult.Fetched(
                fetched.body(), fetched.contentType(), fetched.url(), to, fetched.etag(), fetched.lastModified());
    }

    private static FetchResult failure(Exception e) {
        if (e instanceof BodyReader.TooLarge) {
            return new FetchResult.Failed("too-large", e.getMessage(), null);
        }
        if (e instanceof BodyReader.UnknownCoding || e instanceof ZipException) {
            return new FetchResult.Failed("bad-encoding", "The body cannot be decompressed.", null);
        }
        if (e instanceof UnknownHostException) {
            return new FetchResult.Failed("unknown-host", "The host name has no address.", null);
        }
        if (e instanceof InterruptedIOException) {
            return new FetchResult.Failed("timeout", "The server did not answer in time.", null);
        }
        if (e instanceof java.net.ConnectException) {
            return new FetchResult.Failed("connection-refused", "The server takes no connections.", null);
        }
        return new FetchResult.Failed(
                "connection-broken", "The answer broke off: " + e.getClass().getSimpleName() + ".", null);
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        guarded.close(CloseMode.IMMEDIATE);
        trusting.close(CloseMode.IMMEDIATE);
    }
}
