package io.dateline.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.fetch.WebLink;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.parse.FeedHints;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FetchConfigs;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSubTest {
    private static final byte[] PUSHED = "<rss/>".getBytes(StandardCharsets.UTF_8);
    private static Database database;

    private final FeedServer hub = new FeedServer();
    private final Fetcher fetcher = new Fetcher(FetchConfigs.with(), new AddressGuard(Set.of(hub.host())));
    private final Subscriptions subscriptions = new Subscriptions(database);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final WebSubResource resource = new WebSubResource(subscriptions, FetchConfigs.whole(), metrics);
    private final HubWork work =
            new HubWork(Optional.of("https://us.example/"), subscriptions, fetcher, Duration.ofSeconds(1));
    private final AtomicReference<Map<String, String>> asked = new AtomicReference<>();

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("websub_test");
    }

    @BeforeEach
    void feed() {
        TestDatabase.run(database, "TRUNCATE feeds, hosts, websub, pages, polls, feed_counts");
        TestDatabase.run(database, """
                INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, next_poll_at)
                VALUES ('feed-1', 'n', 'http://feed/', 'feed', 's', 60, now() + interval '1 hour')""");
    }

    @AfterEach
    void close() {
        fetcher.close();
        hub.close();
    }

    @Test
    void subscribesInTheHubsTurnAndIsPushedTo() throws Exception {
        // given
        answers(202);
        work.announced("feed-1", "http://feed/", List.of(), hints());

        // when
        work.run(claim());
        String id = column("id");
        var verified = resource.verify(id, "subscribe", "https://feed.example/feed", "a challenge", "864000");
        var pushed = resource.push(id, signed(column("secret")), new ByteArrayInputStream(PUSHED));

        // then
        assertThat(asked.get())
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", "https://feed.example/feed")
                .containsEntry("hub.callback", "https://us.example/websub/" + id)
                .containsEntry("hub.secret", column("secret"));
        assertThat(verified.getEntity()).isEqualTo("a challenge");
        assertThat(verified.getMediaType().toString()).isEqualTo("text/plain");
        assertThat(column("state")).isEqualTo("active");
        assertThat(pushed.getStatus()).isEqualTo(202);
        assertThat(due()).as("a push makes the feed due").isEqualTo(1);
        assertThat(TestDatabase.count(database, "SELECT pushes FROM websub")).isEqualTo(1);
        assertThat(metrics.counter("dateline.websub.pushes", "outcome", "accepted")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void doesNothingForAPushThatIsNotSigned() throws IOException {
        // given
        work.announced("feed-1", "http://feed/", List.of(), hints());

        // when
        var answer = resource.push(column("id"), signed("guessed"), new ByteArrayInputStream(PUSHED));

        // then
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(due()).isZero();
        assertThat(metrics.counter("dateline.websub.pushes", "outcome", "bad-signature")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void isNotMadeToPollFasterThanTheShortestIntervalByManyPushes() throws IOException {
        // given
        work.announced("feed-1", "http://feed/", List.of(), hints());
        TestDatabase.run(database, "UPDATE feeds SET last_polled_at = now()");

        // when
        resource.push(column("id"), signed(column("secret")), new ByteArrayInputStream(PUSHED));

        // then
        assertThat(due()).isZero();
        assertThat(TestDatabase.count(
                        database, "SELECT count(*) FROM feeds WHERE next_poll_at < now() + interval '6 seconds'"))
                .isEqualTo(1);
    }

    @Test
    void pollsAFeedOnceMoreThatIsPushedWhileItIsPolled() throws IOException {
        // given a poll under way, whose answer may have been made before
        work.announced("feed-1", "http://feed/", List.of(), hints());
        TestDatabase.run(database, "UPDATE feeds SET next_poll_at = now() - interval '1 second'");
        TestDatabase.run(database, """
                INSERT INTO hosts (host, lease_token, leased_until)
                SELECT turn_host, gen_random_uuid(), now() + interval '2 minutes' FROM feeds
                ON CONFLICT (host) DO UPDATE SET lease_token = EXCLUDED.lease_token, leased_until = EXCLUDED.leased_until""");

        // when
        resource.push(column("id"), signed(column("secret")), new ByteArrayInputStream(PUSHED));

        // then: at another time than the one it was due at, which the end of that poll leaves alone
        assertThat(
                        TestDatabase.count(
                                database,
                                "SELECT count(*) FROM feeds WHERE next_poll_at > now() AND next_poll_at < now() + interval '1 minute'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe,https://other.example/feed,c",
        "subscribe,https://feed.example/feed,",
        "unsubscribe,https://feed.example/feed,c",
        "publish,https://feed.example/feed,c"
    })
    void confirmsNothingItDidNotAskFor(String mode, String topic, String challenge) {
        // given
        work.announced("feed-1", "http://feed/", List.of(), hints());
        String id = column("id");
        // when, then
        assertThatThrownBy(() -> resource.verify(id, mode, topic, challenge, "60"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> resource.verify("unknown", "subscribe", topic, "c", "60"))
                .isInstanceOf(ProblemException.class);
        assertThat(column("state")).isEqualTo("wanted");
    }

    @Test
    void keepsTheLeaseOfAHubThatVerifiesBeforeItAnswers() throws Exception {
        // given
        answers(202);
        work.announced("feed-1", "http://feed/", List.of(), hints());
        LeasedHub claimed = claim();

        // when
        resource.verify(claimed.id(), "subscribe", "https://feed.example/feed", "c", "864000");
        work.run(claimed);

        // then
        assertThat(column("state")).isEqualTo("active");
        assertThat(TestDatabase.count(database, "SELECT round(extract(epoch FROM next_try_at - now())) FROM websub"))
                .isEqualTo(864_000 * 4 / 5);
    }

    @Test
    void leavesAHubAloneThatRefusesBeforeItAnswers() throws Exception {
        // given
        answers(202);
        work.announced("feed-1", "http://feed/", List.of(), hints());
        LeasedHub claimed = claim();

        // when
        resource.verify(claimed.id(), "denied", "https://feed.example/feed", null, null);
        work.run(claimed);
        work.announced("feed-1", "http://feed/", List.of(), hints());

        // then
        assertThat(column("state")).isEqualTo("denied");
        assertThat(TestDatabase.count(
                        database, "SELECT count(*) FROM websub WHERE next_try_at > now() + interval '6 days'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // lease the hub gives, lease kept
        "864000,864000",
        "1,600",
        "999999999,2592000",
        "soon,86400"
    })
    void renewsBeforeTheLeaseEnds(String given, long kept) {
        // given
        work.announced("feed-1", "http://feed/", List.of(), hints());
        // when
        resource.verify(column("id"), "subscribe", "https://feed.example/feed", "c", given);
        // then
        assertThat(TestDatabase.count(database, "SELECT round(extract(epoch FROM lease_until - now())) FROM websub"))
                .isEqualTo(kept);
        assertThat(TestDatabase.count(database, "SELECT round(extract(epoch FROM next_try_at - now())) FROM websub"))
                .isEqualTo(kept * 4 / 5);
    }

    @ParameterizedTest
    @CsvSource({"204,asked", "500,wanted", "404,denied"})
    void remembersWhatTheHubSaid(int status, String state) {
        // given
        answers(status);
        work.announced("feed-1", "http://feed/", List.of(), hints());
        // when
        work.run(claim());
        // then
        assertThat(column("state")).isEqualTo(state);
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM websub WHERE next_try_at > now()"))
                .isEqualTo(1);
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM hosts WHERE lease_token IS NOT NULL"))
                .isZero();
    }

    @Test
    void subscribesAnewWhereTheFeedNamesAnotherHubAndLeavesAKnownOneAlone() {
        // given
        work.announced("feed-1", "http://feed/", List.of(), hints());
        String first = column("id");
        work.announced("feed-1", "http://feed/", List.of(), hints());
        assertThat(column("id")).isEqualTo(first);

        // when: headers win over the document
        work.announced("feed-1", "http://feed/", List.of(new WebLink(hub.url("/other"), "hub")), hints());

        // then
        assertThat(column("id")).isNotEqualTo(first);
        assertThat(column("hub")).isEqualTo(hub.url("/other"));
    }

    @Test
    void subscribesToNothingWithoutAPublicAddressOrAtOneThatMayNotBeFetched() {
        // given
        HubWork unreachable = new HubWork(Optional.empty(), subscriptions, fetcher, Duration.ofSeconds(1));
        FeedHints inner = new FeedHints(null, 0, 0, "http://169.254.169.254/", null);
        // when
        unreachable.announced("feed-1", "http://feed/", List.of(), hints());
        work.announced("feed-1", "http://feed/", List.of(), inner);
        // then
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM websub")).isZero();
    }

    private FeedHints hints() {
        return new FeedHints(null, 0, 0, hub.url("/hub"), "https://feed.example/feed");
    }

    private void answers(int status) {
        hub.on("/hub", exchange -> {
            Map<String, String> form = new TreeMap<>();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (String pair : body.split("&")) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            asked.set(form);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    private LeasedHub claim() {
        return database.transaction(connection ->
                        Subscriptions.lease(connection, new HostTurns(Duration.ofMinutes(1)).claim(connection, 9)))
                .get(0);
    }

    private static String signed(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(PUSHED));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static long due() {
        return TestDatabase.count(database, "SELECT count(*) FROM feeds WHERE next_poll_at <= now()");
    }

    private static String column(String name) {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT " + name + " FROM websub")) {
                return row.next() ? row.getString(1) : null;
            }
        });
    }
}
