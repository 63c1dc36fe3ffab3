package io.dateline.store.saved;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.GuardedHttp;
import io.dateline.contracts.net.RetryAfter;
import io.dateline.contracts.net.VettingResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends signed requests to receivers nobody vouches for: to the addresses that were checked, within a deadline, no
 * redirect followed, no cookie kept. Thread-safe.
 */
final class WebhookSender implements AutoCloseable {
    private static final String USER_AGENT = "Dateline-Webhooks/1";
    /** An answer's body says nothing to us; so much is read that a polite receiver can end it. */
    private static final int ANSWER = 1024;

    private static final int MOST_CONNECTIONS = 512;

    private final WebhookAddresses addresses;
    private final InstantSource clock;
    private final Duration timeout;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "webhook-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param names   what host names are resolved by
     * @param connect for how long a connection is waited for
     * @param timeout for everything, from the first packet to the end of the answer
     */
    WebhookSender(
            WebhookAddresses addresses, DnsResolver names, InstantSource clock, Duration connect, Duration timeout) {
        this.addresses = addresses;
        this.clock = clock;
        this.timeout = timeout;
        this.client = new GuardedHttp(USER_AGENT, connect, timeout, MOST_CONNECTIONS, MOST_CONNECTIONS)
                .client(addresses.anywhere() ? names : new VettingResolver(names));
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Never throws for what a receiver does. */
    Answer send(Letter letter) {
        AtomicBoolean late = new AtomicBoolean();
        try {
            return send(letter, addresses.check(letter.url()), late);
        } catch (AddressGuard.Refused e) {
            return Answer.failed("address-not-allowed");
        } catch (IOException | RuntimeException e) {
            return Answer.failed(late.get() ? "timeout" : word(e));
        }
    }

    private Answer send(Letter letter, URI uri, AtomicBoolean late) throws IOException {
        HttpPost request = request(letter, uri);
        ScheduledFuture<?> alarm = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            Answer answer =
                    Answer.of(response.getCode(), RetryAfter.of(header(response, "Retry-After"), clock.instant()));
            drain(response);
            return answer;
        } finally {
            alarm.cancel(false);
            // Drops the connection: an unread rest is not waited for, since it may never come.
            request.cancel();
        }
    }

    private HttpPost request(Letter letter, URI uri) {
        long timestamp = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(uri);
        request.setEntity(new ByteArrayEntity(letter.body(), ContentType.APPLICATION_JSON));
        request.setHeader("webhook-id", letter.id());
        request.setHeader("webhook-timestamp", timestamp);
        request.setHeader("webhook-signature", letter.signatures(timestamp));
        return request;
    }

    /** The status has arrived, and says all; how the body ends changes nothing. */
    private static void drain(ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return;
        }
        try {
            InputStream body = response.getEntity().getContent();
            body.readNBytes(ANSWER);
        } catch (IOException cutOff) {
            return;
        }
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static String word(Exception e) {
        if (e instanceof AddressGuard.Refused) {
            return "address-not-allowed";
        }
        if (e instanceof UnknownHostException) {
            return "unknown-host";
        }
        if (e instanceof InterruptedIOException) {
            return "timeout";
        }
        if (e instanceof ConnectException) {
            return "connection-refused";
        }
        return e instanceof SSLException ? "tls-failed" : "connection-broken";
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
