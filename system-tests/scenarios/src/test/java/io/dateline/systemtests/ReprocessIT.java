package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Stored articles are tagged anew, and the store is killed while it sends, while it switches and while it switches back. */
class ReprocessIT {
    private static final int ARTICLES = 1_500;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Http http = new Http();
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    @Test
    void goesOnWhereItWasWhenItWasKilled() throws Exception {
        try (Dateline dateline = Dateline.start(settings)) {
            // Given: articles, and an enrich service that looks for no quotes any more
            ChangesReader changes = new ChangesReader(http, dateline.url(Service.STORE));
            http.post(
                    dateline.url(Service.INGEST) + "/api/articles",
                    "application/x-ndjson",
                    Corpus.ndjson(Corpus.generated(ARTICLES, 31)));
            Await.until("all to be stored", LIMIT, () -> {
                changes.poll();
                return changes.count() >= ARTICLES;
            });
            Map<String, Integer> before = shown(dateline);
            dateline.stop(Service.ENRICH);
            settings.put("DATELINE_ENRICH_STEPS_OFF", "quote");
            dateline.launch(Service.ENRICH);
            dateline.awaitReady(Service.ENRICH);
            String all = dateline.url(Service.STORE) + "/api/reprocessings";

            // When: it is killed between two steps of sending
            http.post(all, "application/json", "{\"rate\": 300}");
            JsonNode sending = await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> state(all), state -> state.path("sent").asInt() >= 300);
            killStore(dateline);
            Await.until("all to come back", LIMIT, () -> returned(all) >= ARTICLES);

            // Then
            assertThat(sending.path("state").asText()).isEqualTo("sending");
            assertThat(sending.path("sent").asInt()).isLessThan(ARTICLES);
            Await.until("sent", LIMIT, () -> state(all).path("state").asText().equals("sent"));
            assertThat(returned(all)).isEqualTo(ARTICLES);
            assertThat(state(all).path("versions")).hasSize(1);
            assertThat(shown(dateline)).isEqualTo(before).hasSize(1);

            // When: it is killed while it switches, and while it switches back
            Map<String, Integer> switched = killedWhile(dateline, all, "switch", "switched");
            Map<String, Integer> back = killedWhile(dateline, all, "switch-back", "sent");

            // Then: each shows one version of all, and nobody who follows was told
            assertThat(switched).hasSize(1).containsValue(ARTICLES).isNotEqualTo(before);
            assertThat(back).isEqualTo(before);
            changes.poll();
            assertThat(changes.count()).isEqualTo(ARTICLES);
            assertThat(changes.faults()).isEmpty();
        }
    }

    private Map<String, Integer> killedWhile(Dateline dateline, String all, String what, String then)
            throws SQLException {
        Map<String, Integer> before = shown(dateline);
        http.post(all + "/1/" + what, "application/json", "");
        // What ended the wait: asked again, it may be over.
        Map<String, Integer> between = await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> shown(dateline), shown -> !shown.equals(before));
        killStore(dateline);
        assertThat(between).as("versions shown when it was killed").hasSize(2);
        Await.until(then, LIMIT, () -> state(all).path("state").asText().equals(then));
        return shown(dateline);
    }

    private static void killStore(Dateline dateline) {
        dateline.kill(Service.STORE);
        dateline.launch(Service.STORE);
        dateline.awaitReady(Service.STORE);
    }

    private JsonNode state(String all) {
        return http.json(all + "/1");
    }

    private int returned(String all) {
        int returned = 0;
        for (JsonNode version : state(all).path("versions")) {
            returned += version.path("articles").asInt();
        }
        return returned;
    }

    /** How many articles show the tags of which version. */
    private static Map<String, Integer> shown(Dateline dateline) {
        Map<String, Integer> shown = new TreeMap<>();
        try (Connection connection =
                        DriverManager.getConnection(dateline.servers().jdbcUrl(), Servers.USER, Servers.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT enrichment_version, count(*) FROM store.articles WHERE is_head GROUP BY 1")) {
            while (rows.next()) {
                shown.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return shown;
    }
}
