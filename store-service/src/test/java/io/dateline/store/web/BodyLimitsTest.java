package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class BodyLimitsTest {
    @TestHTTPResource
    URI root;

    /** The body is read, and found wrong, up to 64 KiB; one byte more is not. */
    @ParameterizedTest
    @CsvSource({
        "/saved, application/x-www-form-urlencoded, 65536, 422",
        "/saved, application/x-www-form-urlencoded, 65537, 413",
        "/api/saved-queries, application/json, 65536, 413",
        "/api/saved-queries, application/json, 16384, 400",
        "/api/saved-queries, application/json, 65537, 413"
    })
    void everythingElseHasSmallBodies(String path, String type, int bytes, int status) {
        String start = type.endsWith("json") ? "" : "name=";

        assertThat(given().contentType(type)
                        .body(start + "x".repeat(bytes - start.length()))
                        .post(path)
                        .statusCode())
                .isEqualTo(status);
    }

    /** The server answers and closes as soon as it has read too much, while a client may still be sending. */
    @ParameterizedTest
    @CsvSource({
        "/saved, application/x-www-form-urlencoded, 70000, ''",
        "/api/saved-queries, application/json, 70000, too-large",
        "/api/saved-queries, application/json, 7000000, too-large"
    })
    void alsoWhereNobodySaidHowLongTheyAre(String path, String type, int bytes, String code) throws IOException {
        // given
        List<LogRecord> errors = new CopyOnWriteArrayList<>();
        Handler log = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    errors.add(line);
                }
            }
        };
        Logger.getLogger("").addHandler(log);
        try {
            // when
            String answer = answer(path, type, (code.isEmpty() ? "name=" : " ") + " ".repeat(bytes));
            // then it is the sender's fault alone
            assertThat(answer).startsWith("HTTP/1.1 413 ").contains(code);
            assertThat(errors).isEmpty();
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
    }

    /** By a plain socket: an HTTP client that cannot send all of its body may not look whether it was answered. */
    private String answer(String path, String type, String body) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\nContent-Type: " + type
                + "\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length())
                + "\r\n" + body + "\r\n0\r\n\r\n";
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException closed) {
                // It does not read on. What it answered before is read below, and must be there.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
