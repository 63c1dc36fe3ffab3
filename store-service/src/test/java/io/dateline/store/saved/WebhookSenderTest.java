package io.dateline.store.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.testing.Receiver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSenderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Receiver receiver = new Receiver();
    private final AtomicInteger lookedUp = new AtomicInteger();
    private final WebhookSecret secret = WebhookSecret.generate(new SecureRandom());
    private final WebhookSecret older = WebhookSecret.generate(new SecureRandom());
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        receiver.close();
    }

    private Answer send(boolean anywhere, String url) {
        DnsResolver loopback = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                lookedUp.incrementAndGet();
                return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (WebhookSender sender = new WebhookSender(
                new WebhookAddresses(anywhere, true),
                loopback,
                () -> NOW,
                Duration.ofMillis(500),
                Duration.ofSeconds(1))) {
            byte[] body = "{\"é\":1}".getBytes(StandardCharsets.UTF_8);
            return sender.send(new Letter(url, "sq-1-7", body, List.of(secret, older)));
        }
    }

    @Test
    void signsWithEverySecretThatHolds() {
        // When
        Answer answer = send(true, receiver.url());

        // Then
        assertThat(answer).isEqualTo(new Answer(204, null, null));
        Receiver.Request request = receiver.requests().get(0);
        assertThat(request.id()).isEqualTo("sq-1-7");
        assertThat(request.timestamp()).isEqualTo("" + NOW.getEpochSecond());
        assertThat(request.body()).isEqualTo("{\"é\":1}");
        assertThat(request.signature())
                .isEqualTo(request.expected(secret.reveal()) + " " + request.expected(older.reveal()));
        assertThat(request.userAgent()).startsWith("Dateline-Webhooks/");
    }

    @Test
    void doesNotConnectToAPrivateAddressThatANameLeadsToByNow() {
        // When
        Answer answer = send(false, "http://rebound.example:" + receiver.port() + "/");

        // Then
        assertThat(answer.error()).isEqualTo("address-not-allowed");
        assertThat(lookedUp).hasValue(1);
        assertThat(receiver.requests()).isEmpty();
        assertThat(send(false, receiver.url()).error()).isEqualTo("address-not-allowed");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        // Given
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", receiver.url());
            exchange.sendResponseHeaders(307, -1);
        });

        // When
        Answer answer = send(true, receiver.url());

        // Then
        assertThat(answer).isEqualTo(new Answer(307, "redirect", null));
        assertThat(receiver.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500, http-500", "400, http-400", "404, http-404", "599, http-599"})
    void tellsWhatWasAnswered(int status, String error) {
        // Given
        receiver.answers(status);

        // When
        Answer answer = send(true, receiver.url());

        // Then
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.arrived()).isFalse();
    }

    @Test
    void readsRetryAfter() {
        // Given
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "90");
            exchange.sendResponseHeaders(429, -1);
        });

        // When / Then
        assertThat(send(true, receiver.url()).retryAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void givesUpOnOneThatNeverAnswers() {
        // Given
        receiver.answers(exchange -> await(over));
        long before = System.nanoTime();

        // When
        Answer answer = send(true, receiver.url());

        // Then
        assertThat(answer.error()).isEqualTo("timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void needsNothingButTheStatusOfAnAnswerThatDoesNotEnd() {
        // Given
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            await(over);
        });

        // When / Then
        assertThat(send(true, receiver.url())).isEqualTo(new Answer(200, null, null));
    }

    @Test
    void saysThatNobodyListens() {
        // Given
        receiver.close();

        // When / Then
        assertThat(send(true, receiver.url()).error()).isEqualTo("connection-refused");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
