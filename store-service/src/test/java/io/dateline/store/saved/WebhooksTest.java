package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.store.testing.Receiver;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the topic to the receiver, by the API and by the pages. */
@QuarkusTest
@WithTestResource(InfraResource.class)
@TestProfile(OwnNetwork.class)
class WebhooksTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Receiver receiver = new Receiver();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            logged.add(logRecord.getMessage() + " "
                    + List.of(logRecord.getParameters() == null ? new Object[0] : logRecord.getParameters())
                    + " " + logRecord.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void close() {
        Logger.getLogger("").removeHandler(log);
        receiver.close();
    }

    private Response create(String query) {
        return given().contentType("application/json")
                .body("{\"name\": \"Run %s\", \"query\": \"%s\", \"webhook\": {\"url\": \"%s\"}}"
                        .formatted(run, query, receiver.url()))
                .post("/api/saved-queries");
    }

    private static JsonPath deliveries(String id) {
        return given().get("/api/saved-queries/" + id + "/deliveries").jsonPath();
    }

    private double counted(String outcome) {
        return registry.counter(MetricNames.WEBHOOK_DELIVERIES, MetricNames.OUTCOME, outcome)
                .count();
    }

    @Test
    void pushesWhatIsStoredAndKeepsTheSecretToItself() {
        // Given
        double before = counted("delivered");
        Response created = create("source=test-wire&q=" + run);
        String saved = created.jsonPath().getString("id");
        String secret = created.jsonPath().getString("webhook.secret");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/api/saved-queries/" + saved);
        assertThat(created.jsonPath().getString("query")).isEqualTo("q=" + run + "&source=test-wire");

        // When
        try (Topic topic = new Topic()) {
            topic.send(story(run), story("other-" + UUID.randomUUID()));
        }
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(deliveries(saved).getList("items.state")).containsExactly("delivered"));

        // Then
        Receiver.Request request = receiver.requests().get(0);
        assertThat(request.signature()).isEqualTo(request.expected(secret));
        assertThat(request.id()).isEqualTo(saved + "-" + deliveries(saved).getLong("items[0].seq"));
        JsonPath body = new JsonPath(request.body());
        JsonPath changes = given().get("/api/changes?after=" + (body.getLong("data.seq") - 1) + "&limit=1")
                .jsonPath();
        assertThat(body.getString("data.id")).isEqualTo(id(run));
        assertThat(changes.getMap("items[0]")).isEqualTo(body.getMap("data"));
        assertThat(counted("delivered")).isEqualTo(before + 1);
        String bare = secret.substring("whsec_".length());
        for (String path : List.of("", "/" + saved, "/" + saved + "/deliveries")) {
            assertThat(given().get("/api/saved-queries" + path).asString()).doesNotContain(bare, "secret");
        }
        assertThat(given().get("/saved").asString()).doesNotContain(bare);
        assertThat(given().get("/saved/" + saved).asString()).doesNotContain(bare);
        // Says that the handler hears what is logged.
        org.jboss.logging.Logger.getLogger(WebhookWorker.class).info("heard");
        assertThat(logged).anyMatch(line -> line.contains("heard")).noneMatch(line -> line.contains(bare));
    }

    @Test
    void sendsAPingAndTheSameDeliveryAgain() {
        // Given
        String saved = create("q=" + run).jsonPath().getString("id");
        try (Topic topic = new Topic()) {
            topic.send(story(run));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries(saved).getString("items[0].state"))
                        .isEqualTo("delivered"));
        String address = "/api/saved-queries/" + saved;

        // When
        Response ping = given().post(address + "/test");
        long seq = deliveries(saved).getLong("items[0].seq");
        Response again = given().post(address + "/deliveries/" + seq + "/redeliver");

        // Then
        assertThat(ping.statusCode()).isEqualTo(200);
        assertThat(ping.jsonPath().getBoolean("delivered")).isTrue();
        assertThat(new JsonPath(receiver.requests().get(1).body()).getString("type"))
                .isEqualTo("ping");
        assertThat(again.statusCode()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.ids()).hasSize(3));
        assertThat(receiver.ids().get(2)).isEqualTo(receiver.ids().get(0)).isEqualTo(saved + "-" + seq);
        assertThat(given().post(address + "/deliveries/999999999/redeliver").statusCode())
                .isEqualTo(404);
        receiver.answers(410);
        assertThat(given().post(address + "/test").jsonPath().getInt("status")).isEqualTo(410);
    }

    @Test
    void aReceiverThatIsGoneIsParkedUntilItIsSavedAgain() {
        // Given
        receiver.answers(410);
        String saved = create("q=" + run).jsonPath().getString("id");
        String address = "/api/saved-queries/" + saved;

        // When
        try (Topic topic = new Topic()) {
            topic.send(story(run));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().get(address).jsonPath().getString("webhook.parkedReason"))
                        .isEqualTo("gone"));

        // Then
        long seq = deliveries(saved).getLong("items[0].seq");
        assertThat(given().post(address + "/deliveries/" + seq + "/redeliver")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("webhook-parked");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(registry.get(MetricNames.WEBHOOK_PARKED).gauge().value()).isPositive();
            assertThat(registry.get(MetricNames.WEBHOOK_PENDING).gauge().value())
                    .isPositive();
        });

        // When
        receiver.answers(200);
        Response resumed = given().redirects().follow(false).post("/saved/" + saved + "/resume");

        // Then
        assertThat(resumed.statusCode()).isEqualTo(303);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries(saved).getString("items[0].state"))
                        .isEqualTo("delivered"));
    }

    @Test
    void formsWithoutScriptDoAllOfIt() {
        // When
        Response posted = given().formParam("name", "Form " + run)
                .formParam("query", "?q=" + run)
                .formParam("url", receiver.url())
                .post("/saved");
        Document page = Jsoup.parse(posted.asString());
        String secret = page.select(".secret").text();
        String test = page.select("form[action$=/test]").attr("action");
        String saved = test.replaceAll("^/saved/|/test$", "");

        // Then
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.header("Cache-Control")).isEqualTo("no-store");
        assertThat(secret).startsWith("whsec_");
        assertThat(given().post(test).asString()).contains("The ping arrived: the receiver answered 204.");
        assertThat(receiver.requests().get(0).signature())
                .isEqualTo(receiver.requests().get(0).expected(secret));

        // When
        String rotated = Jsoup.parse(given().post("/saved/" + saved + "/rotate").asString())
                .select(".secret")
                .text();
        try (Topic topic = new Topic()) {
            topic.send(story(run));
        }

        // Then
        assertThat(rotated).startsWith("whsec_").isNotEqualTo(secret);
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.requests()).hasSize(2));
        Receiver.Request sent = receiver.requests().get(1);
        assertThat(sent.signature()).isEqualTo(sent.expected(rotated) + " " + sent.expected(secret));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                Jsoup.parse(given().get("/saved/" + saved).asString())
                                        .select("#log ~ .tablewrap tbody tr")
                                        .text())
                        .contains("delivered", "204", id(run)));

        // When
        Response deleted = given().redirects().follow(false).post("/saved/" + saved + "/delete");

        // Then
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(given().get("/api/saved-queries/" + saved).statusCode()).isEqualTo(404);
    }
}
