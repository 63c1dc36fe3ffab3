package io.dateline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Articles flow through containers that run already ({@code deploy/compose/up}) while one container after the other is killed
 * and started again. Only where {@code DATELINE_COMPOSE} says that they may be: the name of the compose project.
 */
@EnabledIfEnvironmentVariable(named = "DATELINE_COMPOSE", matches = ".+")
class ComposeFaultIT {
    /** In the order in which they are killed. */
    private static final List<String> KILLED = List.of("store", "enrich", "ingest", "postgres", "kafka");
    /** Articles sent between two kills. */
    private static final int BETWEEN = 60;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Http http = new Http();
    private final String store = System.getenv("DATELINE_STORE_URL");
    private final String ingest = System.getenv("DATELINE_INGEST_URL");
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Set<String> accepted = new HashSet<>();

    @Test
    void nothingIsLostOrStoredTwiceWhicheverContainerIsKilled() throws Exception {
        // Given
        ChangesReader changes = new ChangesReader(http, store);

        // When: each is killed while what was sent before still flows
        for (String service : KILLED) {
            send(BETWEEN);
            String container = container(service);
            docker("kill", container);
            docker("start", container);
        }
        send(BETWEEN);

        // Then
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            changes.poll();
            assertThat(ids(changes)).containsAll(accepted);
        });
        assertThat(accepted).hasSize(BETWEEN * (KILLED.size() + 1));
        assertThat(changes.faults()).isEmpty();
    }

    private static Set<String> ids(ChangesReader changes) {
        Set<String> ids = new HashSet<>();
        changes.changes().forEach(change -> ids.add(change.id()));
        return ids;
    }

    /** As a sender does who trusts only a 202: the same again until it comes. */
    private void send(int count) {
        for (int n = 0; n < count; n++) {
            String body = article(accepted.size());
            HttpResponse<String> answer = await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> post(body), given -> given.statusCode() == 202);
            accepted.add(Http.parse(answer.body()).get("id").asText());
        }
    }

    private HttpResponse<String> post(String body) {
        try {
            return http.post(ingest + "/api/articles", "application/json", body);
        } catch (UncheckedIOException away) {
            throw new IllegalStateException("nobody answers", away);
        }
    }

    private String article(int number) {
        ObjectNode article = MessageCodec.json().createObjectNode();
        article.put("title", "Minister visits port number " + number + " of run " + run);
        article.put("body", "The minister of run " + run + " visited port number " + number + " on Monday.");
        article.put("url", "https://compose.example/" + run + "/" + number);
        return article.toString();
    }

    private static String container(String service) throws IOException, InterruptedException {
        String id = docker(
                "ps",
                "-q",
                "--filter",
                "label=com.docker.compose.project=" + System.getenv("DATELINE_COMPOSE"),
                "--filter",
                "label=com.docker.compose.service=" + service);
        assertThat(id).as("container of " + service).isNotEmpty();
        return id.lines().findFirst().orElseThrow();
    }

    private static String docker(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder docker = new ProcessBuilder("docker").redirectErrorStream(true);
        docker.command().addAll(List.of(arguments));
        Process process = docker.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
