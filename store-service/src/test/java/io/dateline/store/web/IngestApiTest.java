package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestApiTest {
    private static final UnaryOperator<String> NOBODY = header -> null;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeIngest fake = new FakeIngest();
    private IngestApi ingest;

    @BeforeEach
    void open() {
        FakeIngest.forget();
        ingest = new IngestApi(URI.create(fake.open() + "/base/"));
    }

    @AfterEach
    void close() {
        fake.stop();
    }

    private IngestFailure failure(String path, Duration within) {
        return catchThrowableOfType(IngestFailure.class, () -> ingest.send("GET", path, NOBODY, null, within));
    }

    @Test
    void passesTheCallersKeysOnAndNothingElse() {
        // Given
        FakeIngest.answer("GET /base/api/x", 200, "{}");

        // When
        ingest.send("GET", "/api/x", header -> "the " + header, null, LONG);

        // Then
        assertThat(FakeIngest.asked())
                .containsExactly(new FakeIngest.Asked("GET", "/base/api/x", "", "the Authorization", "the X-Api-Key"));
    }

    @ParameterizedTest
    @CsvSource({
        "feed-1, feed-1",
        "a/b, a%2Fb",
        "a b?c#d, a%20b%3Fc%23d",
        "'', -",
        "., -",
        ".., -",
        "..%2f, ..%252f",
        "@evil.example, %40evil.example"
    })
    void anIdIsOneSegmentOfAPath(String id, String segment) {
        assertThat(IngestApi.segment(id)).isEqualTo(segment);
    }

    @Test
    void readsAnAnswerOfTheMostBytesAndNoneLonger() {
        // Given
        FakeIngest.answer("GET /base/most", 200, "x".repeat(IngestApi.LARGEST));
        FakeIngest.answer("GET /base/more", 200, "x".repeat(IngestApi.LARGEST + 1));

        // When
        byte[] most = ingest.send("GET", "/most", NOBODY, null, LONG);
        IngestFailure more = failure("/more", LONG);

        // Then
        assertThat(most).hasSize(IngestApi.LARGEST);
        assertThat(more.status()).isEqualTo(502);
        assertThat(more.detail()).contains("longer");
    }

    @Test
    void waitsNoLongerForABodyThatDrips() {
        // Given
        CountDownLatch over = new CountDownLatch(1);
        FakeIngest.answer("GET /base/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });

        // When
        IngestFailure failure = failure("/drip", Duration.ofSeconds(1));
        over.countDown();

        // Then
        assertThat(failure.status()).isEqualTo(504);
        assertThat(failure.detail()).isEqualTo("Ingest did not answer in 1 s.");
    }

    @Test
    void awaitsSoManyAnswersAtOnceAndNoMore() {
        // Given
        CountDownLatch over = new CountDownLatch(1);
        FakeIngest.answer("GET /base/slow", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < IngestApi.AT_ONCE; i++) {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            answers.add(answer);
            new Thread(() -> answer.complete(ingest.send("GET", "/slow", NOBODY, null, LONG))).start();
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(FakeIngest.asked()).hasSize(IngestApi.AT_ONCE));

        // When
        IngestFailure failure = failure("/slow", LONG);
        over.countDown();

        // Then
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.detail()).contains("Too many");
        answers.forEach(CompletableFuture::join);
        assertThat(ingest.send("GET", "/slow", NOBODY, null, LONG)).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        // Given
        FakeIngest.answer("GET /base/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "/base/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        FakeIngest.answer("GET /base/elsewhere", 200, "{}");

        // When
        IngestFailure failure = failure("/away", LONG);

        // Then
        assertThat(failure.status()).isEqualTo(502);
        assertThat(FakeIngest.asked()).hasSize(1);
    }

    @Test
    void saysSoWhereNobodyListensAndWhereSomethingElseAnswers() throws IOException {
        // Given
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        IngestApi nobody = new IngestApi(URI.create("http://127.0.0.1:" + free));
        FakeIngest.answer("GET /base/html", 200, "<html>");
        FakeIngest.answer("GET /base/empty", 200, "null");
        FakeIngest.answer("GET /base/halffeed", 200, "{\"id\": \"f\"}");

        // Then
        assertThatThrownBy(() -> nobody.send("GET", "/", NOBODY, null, LONG))
                .isInstanceOfSatisfying(
                        IngestFailure.class, e -> assertThat(e.status()).isEqualTo(503));
        for (String path : List.of("/html", "/empty", "/halffeed")) {
            assertThatThrownBy(() -> ingest.get(path, NOBODY, LONG, IngestFeed.class))
                    .isInstanceOfSatisfying(
                            IngestFailure.class, e -> assertThat(e.status()).isEqualTo(502));
        }
    }

    @ParameterizedTest
    @CsvSource({"400, 400", "401, 403", "403, 403", "404, 404", "429, 429", "500, 502", "503, 502"})
    void keepsWhatIngestRefusesApartFromItsOwnFailures(int status, int shown) {
        // Given
        FakeIngest.answer("GET /base/no", status, """
                {"type": "urn:x", "title": "Not so", "status": 400, "detail": "The reason.", "code": "some-code",
                 "errors": [{"where": "url", "detail": "is missing"}]}""");

        // When
        IngestFailure failure = failure("/no", LONG);

        // Then
        assertThat(failure.status()).isEqualTo(shown);
        assertThat(failure.title()).isEqualTo("Not so");
        assertThat(failure.detail()).isEqualTo("The reason.");
        assertThat(failure.code()).isEqualTo("some-code");
        assertThat(failure.errors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/",
                "file:///etc/passwd",
                "127.0.0.1",
                "http:///x",
                "http://user:secret@host/",
                "http://host/?x=1",
                "http://host/#x"
            })
    void anAddressThatCannotBeMeantStopsTheStart(String url) {
        assertThatThrownBy(() -> new IngestApi(URI.create(url)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dateline.store.ingest-url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void withoutAnAddressItIsNotAsked() {
        // Given
        IngestApi none = new IngestApi(null);

        // Then
        assertThat(none.configured()).isFalse();
        assertThatThrownBy(() -> none.send("GET", "/", NOBODY, null, LONG)).isInstanceOf(IngestFailure.class);
    }
}
