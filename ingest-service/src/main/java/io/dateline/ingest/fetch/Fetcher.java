package io.dateline.ingest.fetch;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.IngestConfig;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Fetches over HTTP from hosts nobody vouches for: guarded addresses, a deadline, limits, no cookies, no automatic
 * anything. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {
    private final IngestConfig.Fetch config;
    private final AddressGuard guard;
    private final Answers answers;
    private final GuardedClients clients;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
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
        this.answers = new Answers(new BodyReader(config.maxBody().asLongValue(), config.maxRatio()));
        this.clients = new GuardedClients(config, guard, names);
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** The host whose turn a request to this address needs, or null where it may not be fetched at all. */
    public String host(String url) {
        try {
            return AddressGuard.host(guard.check(url));
        } catch (AddressGuard.Refused e) {
            return null;
        }
    }

    /** Redirects followed in a row. */
    public int maxRedirects() {
        return config.maxRedirects();
    }

    /** One request; a redirect is told, not followed. Never throws for what a server does. */
    public FetchResult once(FetchRequest request) {
        return once(request, config.deadline());
    }

    /** @param most until its last byte, where that is less than usual */
    public FetchResult once(FetchRequest request, Duration most) {
        return once(
                request,
                System.nanoTime() + Math.min(most.toNanos(), config.deadline().toNanos()));
    }

    /**
     * Follows redirects at once, for what a person waits for; whoever takes turns gives each redirect its host's instead.
     *
     * @param etag, lastModified what was kept of the last answer, or null; makes the request conditional
     */
    public FetchResult fetch(String url, String etag, String lastModified) {
        long deadline = System.nanoTime() + config.deadline().toNanos();
        String at = url;
        boolean permanent = true;
        for (int hop = 0; hop <= config.maxRedirects(); hop++) {
            FetchResult result = once(FetchRequest.feed(at, etag, lastModified), deadline);
            if (!(result instanceof FetchResult.Redirected redirected)) {
                return result instanceof FetchResult.Fetched fetched && hop > 0
                        ? fetched.moved(permanent ? at : null)
                        : result;
            }
            permanent &= redirected.permanent();
            at = redirected.location();
        }
        return tooManyRedirects();
    }

    /** What a chain of redirects longer than allowed comes to. */
    public FetchResult.Failed tooManyRedirects() {
        return new FetchResult.Failed("too-many-redirects", "More than " + config.maxRedirects() + " redirects.", null);
    }

    private FetchResult once(FetchRequest asked, long deadline) {
        AtomicBoolean late = new AtomicBoolean();
        try {
            return send(asked, guard.check(asked.url()), deadline, late);
        } catch (AddressGuard.Refused e) {
            return new FetchResult.Failed("address-not-allowed", e.getMessage(), null);
        } catch (IOException | RuntimeException e) {
            return late.get() ? new FetchResult.Failed("timeout", "No whole answer in time.", null) : failure(e);
        }
    }

    private FetchResult send(FetchRequest asked, URI uri, long deadline, AtomicBoolean late) throws IOException {
        HttpUriRequestBase request = request(asked, uri);
        ScheduledFuture<?> alarm = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                Math.max(0, deadline - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        try {
            return answers.read(asked, uri, clients.of(uri).executeOpen(null, request, null));
        } finally {
            alarm.cancel(false);
            // Drops the connection: an unread rest is not waited for, since it may never come.
            request.cancel();
        }
    }

    private static HttpUriRequestBase request(FetchRequest asked, URI uri) {
        HttpUriRequestBase request = asked.form() == null ? new HttpGet(uri) : new HttpPost(uri);
        if (asked.form() != null) {
            request.setEntity(new StringEntity(asked.form(), ContentType.APPLICATION_FORM_URLENCODED));
        }
        request.setHeader("Accept", asked.purpose().accept);
        request.setHeader("Accept-Encoding", "gzip, br, deflate");
        if (asked.etag() != null) {
            request.setHeader("If-None-Match", asked.etag());
        }
        if (asked.lastModified() != null) {
            request.setHeader("If-Modified-Since", asked.lastModified());
        }
        return request;
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
        if (e instanceof ConnectException) {
            return new FetchResult.Failed("connection-refused", "The server takes no connections.", null);
        }
        return new FetchResult.Failed(
                "connection-broken", "The answer broke off: " + e.getClass().getSimpleName() + ".", null);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        clients.close();
    }
}
