package io.dateline.ingest.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.topic.Topics;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FeedServerResource;
import io.dateline.ingest.support.TopicReader;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FeedServerResource.class)
class FeedManagementTest {
    private final FeedServer server = FeedServerResource.server();
    /** Each test files its feeds under a tag of its own, so that none sees another's. */
    private final String tag = "t-" + UUID.randomUUID();

    @Nested
    class Tags {
        @Test
        void filtersAndPagesByTagStateAndWords() {
            // given
            String one = create("Alpha 100%", Map.of("tags", List.of(tag, " b ", "b"), "paused", true));
            String two = create("Beta_x", Map.of("tags", List.of(tag), "paused", true));
            String three = create("Gamma", Map.of("tags", List.of(tag), "paused", true));

            // when, then
            assertThat(given().get("/api/feeds/" + one).<List<String>>path("tags"))
                    .containsExactly("b", tag);
            assertThat(ids("tag", tag)).containsExactlyInAnyOrder(one, two, three);
            assertThat(ids("tag", tag, "q", "100%")).containsExactly(one);
            assertThat(ids("tag", tag, "q", "beta_")).containsExactly(two);
            assertThat(ids("tag", tag, "q", "a%m")).isEmpty();
            assertThat(ids("tag", tag, "state", "paused")).hasSize(3);
            assertThat(ids("tag", tag, "state", "ok")).isEmpty();
            Response first = list("tag", tag, "limit", "2");
            Response second = list("tag", tag, "limit", "2", "cursor", first.path("next"));
            assertThat(first.<List<String>>path("items.id")).hasSize(2);
            assertThat(second.<List<String>>path("items.id")).hasSize(1);
            assertThat(second.<String>path("next")).isNull();
        }

        @Test
        void changesTagsOnlyWhenTold() {
            // given
            String id = create("Delta", Map.of("tags", List.of(tag), "paused", true));

            // when
            put(id, Map.of("name", "Delta two"));
            List<String> kept = given().get("/api/feeds/" + id).path("tags");
            put(id, Map.of("tags", List.of()));

            // then
            assertThat(kept).containsExactly(tag);
            assertThat(given().get("/api/feeds/" + id).<List<String>>path("tags"))
                    .isEmpty();
        }

        @Test
        void takesAsManyTagsAsAreAllowedAndNoLongerOnes() {
            // given
            List<String> most =
                    IntStream.range(0, FeedTags.MOST).mapToObj(i -> "tag" + i).toList();
            List<String> tooMany = IntStream.rangeClosed(0, FeedTags.MOST)
                    .mapToObj(i -> "tag" + i)
                    .toList();

            // when, then
            create("Most", Map.of("tags", most, "paused", true));
            create("Longest", Map.of("tags", List.of("x".repeat(FeedTags.LONGEST)), "paused", true));
            refused(Map.of("tags", tooMany));
            refused(Map.of("tags", List.of("x".repeat(FeedTags.LONGEST + 1))));
            refused(Map.of("tags", List.of(" ")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"state=asleep", "limit=0", "limit=1001"})
        void refusesFiltersThatMeanNothing(String query) {
            // given a list of feeds

            // when
            Response response = given().get("/api/feeds?" + query);

            // then
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.<String>path("code")).isEqualTo("invalid-parameter");
        }

        private void refused(Map<String, Object> more) {
            Response response = post("/api/feeds", feed("Refused", more));
            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.<String>path("code")).isEqualTo("invalid-feed");
        }
    }

    @Nested
    class Bulk {
        @Test
        void doesTheSameToManyOnceAndChangesNothingTheSecondTime() {
            // given
            List<String> ids = List.of(create("One", tagged()), create("Two", tagged()));
            Map<String, Object> mine = Map.of("tag", tag);

            // when, then
            counts(bulk(Map.of("action", "resume", "filter", mine)), 2, 2, 0);
            counts(bulk(Map.of("action", "resume", "filter", mine)), 2, 0, 2);
            counts(bulk(Map.of("action", "poll", "filter", mine)), 2, 2, 0);
            counts(bulk(Map.of("action", "pause", "ids", ids)), 2, 2, 0);
            counts(bulk(Map.of("action", "poll", "filter", mine)), 2, 0, 2);
            counts(bulk(Map.of("action", "tag", "ids", ids, "tags", List.of("new", tag))), 2, 2, 0);
            counts(bulk(Map.of("action", "tag", "ids", ids, "tags", List.of("new"))), 2, 0, 2);
            counts(bulk(Map.of("action", "untag", "ids", ids, "tags", List.of("new"))), 2, 2, 0);
            assertThat(ids("tag", tag, "state", "paused")).hasSize(2);
            counts(bulk(Map.of("action", "delete", "filter", mine)), 2, 2, 0);
            counts(bulk(Map.of("action", "delete", "filter", mine)), 0, 0, 0);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(TopicReader.all(Topics.FEEDS_STATUS))
                            .filteredOn(record -> record.value() == null)
                            .extracting(record -> new String(record.key()))
                            .containsAll(ids));
        }

        @Test
        void namesTheIdsThatNoFeedHas() {
            // given
            String id = create("One", tagged());

            // when
            Response response = bulk(Map.of("action", "pause", "ids", List.of(id, "feed-none", id)));

            // then
            counts(response, 1, 0, 1);
            assertThat(response.<List<String>>path("missing")).containsExactly("feed-none");
        }

        @Test
        void takesTenThousandIdsAndNotOneMore() {
            // given
            List<String> most = Collections.nCopies(10_000, "feed-none");
            List<String> tooMany = Collections.nCopies(10_001, "feed-none");

            // when, then
            counts(bulk(Map.of("action", "poll", "ids", most)), 0, 0, 0);
            assertThat(bulk(Map.of("action", "poll", "ids", tooMany)).statusCode())
                    .isEqualTo(413);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"action\": \"delete\", \"filter\": {}}",
                    "{\"action\": \"delete\"}",
                    "{\"action\": \"explode\", \"ids\": []}",
                    "{\"action\": \"tag\", \"ids\": []}",
                    "{\"action\": \"pause\", \"ids\": [], \"tags\": [\"x\"]}",
                    "{\"action\": \"pause\", \"ids\": [null]}",
                    "{\"action\": \"pause\", \"ids\": [], \"filter\": {\"tag\": \"x\"}}",
                    "{\"action\": \"pause\", \"filter\": {\"state\": \"asleep\"}}"
                })
        void refusesWhatMayBeAMistake(String body) {
            // given an action that does not say clearly what and to which

            // when
            Response response =
                    given().contentType("application/json").body(body).post("/api/feeds/bulk");

            // then
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.<String>path("code")).isEqualTo("invalid-parameter");
        }

        private void counts(Response response, int matched, int changed, int unchanged) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.<Integer>path("matched")).isEqualTo(matched);
            assertThat(response.<Integer>path("changed")).isEqualTo(changed);
            assertThat(response.<Integer>path("unchanged")).isEqualTo(unchanged);
        }

        private Response bulk(Map<String, Object> body) {
            return post("/api/feeds/bulk", body);
        }
    }

    @Nested
    class Opml {
        @Test
        void importsAListOnceAndExportsItAgain() {
            // given
            String opml = "<opml version='2.0'><body><outline text='" + tag + "'><outline text='World'>"
                    + outline("a") + outline("b") + "</outline>" + outline("a") + "</outline>"
                    + "<outline type='rss' text='local' xmlUrl='http://127.0.0.1:1/'/>"
                    + "<outline type='rss' text='none'/></body></opml>";

            // when
            Response first = sendList(opml);
            Response again = sendList(opml);

            // then
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.<Integer>path("created")).isEqualTo(2);
            assertThat(first.<Integer>path("repeated")).isEqualTo(1);
            assertThat(first.<Integer>path("rejectedTotal")).isEqualTo(2);
            assertThat(first.<List<String>>path("rejected.code"))
                    .containsExactly("address-not-allowed", "invalid-feed");
            assertThat(first.<List<Integer>>path("rejected.ordinal")).containsExactly(6, 7);
            assertThat(again.<Integer>path("created")).isZero();
            assertThat(again.<Integer>path("existing")).isEqualTo(2);
            assertThat(ids("tag", tag + "/World")).hasSize(2);
            assertThat(ids("tag", tag)).hasSize(1);

            Response exported = given().get("/api/feeds/opml");
            assertThat(exported.contentType()).startsWith("text/x-opml");
            post("/api/feeds/bulk", Map.of("action", "delete", "filter", Map.of("q", tag)));
            assertThat(sendList(exported.asString()).<Integer>path("created")).isEqualTo(2);
            assertThat(ids("tag", tag + "/World")).hasSize(2);
            assertThat(ids("tag", tag)).hasSize(1);
            post("/api/feeds/bulk", Map.of("action", "delete", "filter", Map.of("q", tag)));
        }

        @Test
        void answersWhatItCannotRead() {
            // given
            String bomb = "<!DOCTYPE opml [<!ENTITY a 'a'>]><opml>&a;</opml>";

            // when
            Response response = sendList(bomb);

            // then
            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.<String>path("code")).isEqualTo("malformed-document");
        }

        @Test
        void readsAsManyBytesAsAreAllowedAndNotOneMore() {
            // given
            int most = 32 * 1024 * 1024;
            String list = "<opml></opml>";

            // when, then
            assertThat(sendList(list + " ".repeat(most - list.length())).statusCode())
                    .isEqualTo(200);
            Response tooLarge = sendList(list + " ".repeat(most - list.length() + 1));
            assertThat(tooLarge.statusCode()).isEqualTo(413);
            assertThat(tooLarge.<String>path("code")).isEqualTo("too-large");
        }

        private String outline(String name) {
            return "<outline type='rss' text='" + name + "' xmlUrl='https://" + name + ".example.org/" + tag + "'/>";
        }

        private Response sendList(String opml) {
            return given().contentType("text/x-opml; charset=UTF-8").body(opml).post("/api/feeds/opml");
        }
    }

    @Nested
    class Discovery {
        private static final String RSS = "<rss version='2.0'><channel><title>World news</title>"
                + "<item><title>one</title><description>Text.</description></item></channel></rss>";

        private final String site = "/" + UUID.randomUUID();

        @Test
        void findsTheFeedsAPageAnnouncesAndReadsThem() {
            // given
            server.document(site, "text/html", """
                    <html><head><link rel=alternate type=application/rss+xml href="%1$s/rss">
                    <link rel=alternate type=application/rss+xml title=Gone href="%1$s/gone">
                    <link rel=alternate type=application/rss+xml href="http://169.254.169.254/latest">
                    <link rel=alternate type=application/atom+xml href="%1$s/page"></head></html>""".formatted(site), "\"1\"");
            server.document(site + "/rss", "application/rss+xml", RSS, "\"1\"");
            server.document(site + "/page", "text/html", "<html>Sorry</html>", "\"1\"");

            // when
            Response response = discover(server.url(site));

            // then
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.<Boolean>path("announced")).isTrue();
            assertThat(response.<List<String>>path("feeds.url")).containsExactly(server.url(site + "/rss"));
            assertThat(response.<List<String>>path("feeds.title")).containsExactly("World news");
            assertThat(response.<List<Integer>>path("feeds.items")).containsExactly(1);
            assertThat(response.<List<String>>path("failed.code"))
                    .containsExactly("http-404", "address-not-allowed", "unsupported-media-type");
            assertThat(server.requests("/feed")).isEmpty();
        }

        @Test
        void answersAFeedItself() {
            // given
            server.document(site + "/rss", "application/rss+xml", RSS, "\"1\"");

            // when
            Response response = discover(server.url(site + "/rss"));

            // then
            assertThat(response.<List<String>>path("feeds.url")).containsExactly(server.url(site + "/rss"));
        }

        @Test
        void triesHabitsOnlyWhereNothingIsAnnounced() {
            // given
            server.document(site, "text/html", "<html>No feeds here</html>", "\"1\"");
            server.document("/rss.xml", "application/rss+xml", RSS, "\"1\"");

            // when
            Response response = discover(server.url(site));

            // then
            assertThat(response.<Boolean>path("announced")).isFalse();
            assertThat(response.<List<String>>path("feeds.url")).containsExactly(server.url("/rss.xml"));
        }

        @Test
        void answersWhatCannotBeFetched() {
            // given an address on the inside, a page that is not there, and none at all

            // when, then
            assertThat(discover("http://169.254.169.254/").<String>path("code")).isEqualTo("address-not-allowed");
            assertThat(discover(server.url(site)).<String>path("code")).isEqualTo("fetch-failed");
            assertThat(discover("").<String>path("code")).isEqualTo("invalid-feed");
        }

        private Response discover(String url) {
            return post("/api/feeds/discover", Map.of("url", url));
        }
    }

    private Map<String, Object> tagged() {
        return Map.of("tags", List.of(tag), "paused", true);
    }

    private Map<String, Object> feed(String name, Map<String, Object> more) {
        Map<String, Object> feed = new HashMap<>(more);
        feed.put("url", server.url("/" + UUID.randomUUID()));
        feed.put("name", name);
        return feed;
    }

    private String create(String name, Map<String, Object> more) {
        Response response = post("/api/feeds", feed(name, more));
        assertThat(response.statusCode()).isEqualTo(201);
        return response.path("id");
    }

    private static Response post(String path, Map<String, Object> body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static void put(String id, Map<String, Object> body) {
        given().contentType("application/json")
                .body(body)
                .put("/api/feeds/" + id)
                .then()
                .statusCode(200);
    }

    private static Response list(String... query) {
        var request = given();
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/feeds");
    }

    private static List<String> ids(String... query) {
        return list(query).path("items.id");
    }
}
