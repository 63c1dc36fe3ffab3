package io.dateline.ingest.push;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.ingest.support.Counters;
import io.dateline.ingest.support.TopicReader;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class PushTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    MeterRegistry registry;

    @Test
    void answersOnceTheArticleStandsOnTheTopic() throws Exception {
        // given
        String url = "https://news.example.org/" + UUID.randomUUID();
        String json = JSON.writeValueAsString(Map.of(
                "title",
                "Bridge reopens",
                "body",
                "First.\r\n\r\n\r\nSecond.",
                "url",
                url + "?utm_source=x#top",
                "publishedAt",
                "2026-01-05T09:30:00Z",
                "language",
                "en",
                "source",
                "Example News"));

        // when
        Response response = push("application/json; charset=utf-8", json);

        // then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.path("outcome").toString()).isEqualTo("accepted");
        String id = response.path("id");
        assertThat(id).matches("url-[0-9a-f]{32}");
        List<RawArticle> articles = TopicReader.articles(Topics.RAW, id);
        assertThat(articles).hasSize(1);
        RawArticle article = articles.get(0);
        assertThat(article.revision()).isEqualTo(1);
        assertThat(article.url()).isEqualTo(url);
        assertThat(article.body()).isEqualTo("First.\n\nSecond.");
        assertThat(article.source().id()).isEqualTo("example-news");
        assertThat(article.publishedAt()).hasToString("2026-01-05T09:30:00Z");
        var record = TopicReader.all(Topics.RAW).stream()
                .filter(one -> id.equals(new String(one.key())))
                .findFirst()
                .orElseThrow();
        assertThat(MessageCodec.header(record.headers(), "ce_id")).isEqualTo(id + "/1");
        assertThat(MessageCodec.header(record.headers(), "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void sendsNothingTwiceForTheSameArticle() throws Exception {
        // given
        String json = article("Same story " + UUID.randomUUID());
        String id = push("application/json", json).path("id");
        long unchanged = Counters.of(registry, "unchanged", "none");
        long all = Counters.all(registry);

        // when
        Response again = push("application/json", json);

        // then
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.<String>path("id")).isEqualTo(id);
        assertThat(again.<String>path("outcome")).isEqualTo("unchanged");
        assertThat(TopicReader.articles(Topics.RAW, id)).hasSize(1);
        assertThat(Counters.of(registry, "unchanged", "none")).isEqualTo(unchanged + 1);
        assertThat(Counters.all(registry)).isEqualTo(all + 1);
    }

    @Test
    void makesARevisionOfTheSameIdWithOtherContent() throws Exception {
        // given
        String own = UUID.randomUUID().toString();
        String id = push("application/json", JSON.writeValueAsString(Map.of("id", own, "title", "One", "body", "a")))
                .path("id");

        // when
        Response second =
                push("application/json", JSON.writeValueAsString(Map.of("id", own, "title", "Two", "body", "b")));

        // then
        assertThat(second.<String>path("id")).isEqualTo(id).startsWith("pub-");
        assertThat(second.<Integer>path("revision")).isEqualTo(2);
        assertThat(TopicReader.articles(Topics.RAW, id))
                .extracting(RawArticle::revision, RawArticle::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "One"), org.assertj.core.groups.Tuple.tuple(2, "Two"));
    }

    @Test
    void callsItASightingWhenAnotherSourceCarriesIt() throws Exception {
        // given
        String url = "https://news.example.org/" + UUID.randomUUID();
        push("application/json", JSON.writeValueAsString(Map.of("title", "Mine", "url", url, "source", "Owner")));

        // when
        Response other = push(
                "application/json", JSON.writeValueAsString(Map.of("title", "Theirs", "url", url, "source", "Other")));

        // then
        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(other.<String>path("outcome")).isEqualTo("sighting");
        assertThat(TopicReader.articles(Topics.RAW, other.path("id"))).hasSize(1);

        // when it is sent again
        push(
                "application/json",
                JSON.writeValueAsString(Map.of("title", "Theirs", "url", url + "?utm_source=x", "source", "Other")));

        // then it is told once
        String id = other.path("id");
        var records = TopicReader.all(Topics.SIGHTINGS).stream()
                .filter(record -> id.equals(new String(record.key(), UTF_8)))
                .toList();
        assertThat(records).hasSize(1);
        assertThat(MessageCodec.decodeSighting(
                        records.get(0).headers(), records.get(0).value()))
                .isInstanceOfSatisfying(
                        Decoded.Message.class,
                        message -> assertThat((Sighting) message.value())
                                .extracting(Sighting::articleId, Sighting::revision, Sighting::url, Sighting::title)
                                .containsExactly(id, 1, url, "Theirs"));
        assertThat(MessageCodec.header(records.get(0).headers(), "ce_type"))
                .isEqualTo("io.dateline.article.sighting.v1");
    }

    @Test
    void takesTheBulkLaneWhenAsked() throws Exception {
        // given
        String json = article("Archived " + UUID.randomUUID());

        // when
        Response response = given().contentType("application/json").body(json).post("/api/articles?lane=bulk");

        // then
        String id = response.path("id");
        assertThat(TopicReader.articles(Topics.RAW_BACKFILL, id)).hasSize(1);
        assertThat(TopicReader.articles(Topics.RAW, id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"title\": |400|malformed-json",
                "application/json|{\"title\": \"a\"} x|400|malformed-json",
                "application/json|''|422|invalid-article",
                "application/json|[]|422|invalid-article",
                "application/json|{\"body\": \"no title\"}|422|invalid-article",
                "application/json|{\"title\": \"  \"}|422|invalid-article",
                "application/json|{\"title\": 5}|422|invalid-article",
                "application/json|{\"title\": \"a\", \"url\": \"ftp://x/y\"}|422|invalid-article",
                "application/json|{\"title\": \"a\", \"status\": \"gone\"}|422|invalid-article",
                "application/json|{\"title\": \"a\", \"urgency\": 12}|422|invalid-article",
                "application/json|{\"title\": \"a\", \"embargoUntil\": \"soon\"}|422|invalid-article",
                "text/csv|a,b|415|unsupported-media-type",
            })
    void answersBadInputWithItsProblemAndCountsIt(String type, String body, int status, String code) {
        // given
        long rejected = Counters.of(registry, "rejected", code);
        long all = Counters.all(registry);

        // when
        Response response = push(type, body);

        // then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("code")).isEqualTo(code);
        assertThat(Counters.of(registry, "rejected", code)).isEqualTo(rejected + 1);
        assertThat(Counters.all(registry)).isEqualTo(all + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "body"})
    void takesTextAtTheLimitAndRefusesOnePastIt(String field) throws Exception {
        // given
        int limit = field.equals("title") ? ArticleLimits.TITLE : ArticleLimits.BODY;
        String unique = UUID.randomUUID().toString();

        // when
        Response at = push("application/json", sized(field, unique, limit));
        Response past = push("application/json", sized(field, unique, limit + 1));

        // then
        assertThat(at.statusCode()).isEqualTo(202);
        assertThat(past.statusCode()).isEqualTo(413);
        assertThat(past.<String>path("code")).isEqualTo("too-large");
    }

    @Test
    void cleansAndFlagsWhatNoStoreCanKeep() {
        // given
        String unique = UUID.randomUUID().toString();

        // when
        Response response = push(
                "application/json",
                "{\"title\": \"NUL \\u0000 and \\ud800 " + unique + "\", \"body\": \"e\\u0301\", "
                        + "\"publishedAt\": \"9999-12-31T00:00:00Z\"}");

        // then
        RawArticle article =
                TopicReader.articles(Topics.RAW, response.path("id")).get(0);
        assertThat(article.title()).isEqualTo("NUL and " + unique);
        assertThat(article.body()).isEqualTo("\u00e9");
        assertThat(article.publishedAt()).isNull();
        assertThat(article.flags()).contains(ArticleFlags.TEXT_CLEANED, ArticleFlags.DATE_IMPLAUSIBLE);
    }

    @Test
    void answersNdjsonLineByLine() throws Exception {
        // given
        String unique = UUID.randomUUID().toString();
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 1200).forEach(i -> lines.append("{\"title\": \"Line " + i + " " + unique + "\"}\n"));
        lines.append("{broken\n\n{\"body\": \"no title\"}\n");
        lines.append("{\"title\": \"Line 7 " + unique + "\"}\n");
        long accepted = Counters.of(registry, "accepted", "none");

        // when
        Response response = push("application/x-ndjson", lines.toString());

        // then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.<Integer>path("accepted")).isEqualTo(1200);
        assertThat(response.<Integer>path("unchanged")).isEqualTo(1);
        assertThat(response.<List<Integer>>path("rejected.line")).containsExactly(1201, 1203);
        assertThat(response.<List<String>>path("rejected.code")).containsExactly("malformed-json", "invalid-article");
        assertThat(Counters.of(registry, "accepted", "none")).isEqualTo(accepted + 1200);
    }

    private static Response push(String type, String body) {
        return given().contentType(type).body(body.getBytes(UTF_8)).post("/api/articles");
    }

    private static String article(String title) throws Exception {
        return JSON.writeValueAsString(Map.of("title", title, "body", "Text."));
    }

    private static String sized(String field, String unique, int length) throws Exception {
        String text = unique + "x".repeat(length - unique.length());
        return JSON.writeValueAsString(
                field.equals("title") ? Map.of("title", text) : Map.of("title", "Sized " + unique, "body", text));
    }
}
