package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.systemtests.system.Http;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedServerTest {
    private final FeedServer server = FeedServer.listen();
    private final Http http = new Http();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithWhatWasPutUp() {
        // Given
        String feed = Answers.feed("One", List.of("https://one.example/1"));
        String url = server.put(Answers.good(feed));

        // Then
        assertThat(http.get(url).body()).isEqualTo(feed);
        assertThat(http.get(url + "?again").body()).isEqualTo(feed);
        assertThat(http.get(url + "0").statusCode()).isEqualTo(404);
        assertThat(server.hosts()).anyMatch(url::contains);
        assertThat(server.asked()).isEqualTo(3);
    }

    @Test
    void givesEachPageAHostOfItsOwn() {
        assertThat(server.put(Answers::drip)).contains("127.0.9.1:");
        assertThat(server.put(Answers::drip)).contains("127.0.9.2:");
    }

    @Test
    void haltsUntilItIsLetOn() {
        // Given
        AtomicBoolean over = new AtomicBoolean();
        String feed = Answers.feed("One", List.of("https://one.example/1"));
        String url = server.put(Answers.halting(feed, over::get));

        // When
        CompletableFuture<String> body =
                CompletableFuture.supplyAsync(() -> http.get(url).body());

        // Then
        assertThat(body).isNotDone();
        over.set(true);
        assertThat(body.join()).isEqualTo(feed);
    }

    @Test
    void promisesMoreThanComes() {
        String url = server.put(Answers::tooShort);
        assertThatThrownBy(() -> http.get(url)).isInstanceOf(UncheckedIOException.class);
    }
}
