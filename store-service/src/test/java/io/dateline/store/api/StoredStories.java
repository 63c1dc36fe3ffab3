package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Stories;
import io.dateline.store.testing.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;

/** Articles of a source of their own, so that those of other tests are not in the way; number 0 is the newest. */
final class StoredStories {
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Source source = new Source("answers-" + run, "Answers " + run, Source.Kind.PUSH);

    Source source() {
        return source;
    }

    String key(int i) {
        return run + i;
    }

    String articleId(int i) {
        return id(key(i));
    }

    EnrichedArticle numbered(int i) {
        return story(
                key(i),
                1,
                article -> article.source(source)
                        .publishedAt(FETCHED.minusSeconds(60L * i))
                        .title("Envoy number " + i));
    }

    /** The same, of an event of this day. */
    EnrichedArticle told(int i, LocalDate day) {
        return Stories.on(day, numbered(i));
    }

    void send(int from, int to) {
        send(IntStream.range(from, to).mapToObj(this::numbered).toArray(EnrichedArticle[]::new));
    }

    static void send(EnrichedArticle... articles) {
        try (Topic topic = new Topic()) {
            topic.send(articles);
        }
        for (EnrichedArticle article : articles) {
            awaitStatus(article, 200);
        }
    }

    static void awaitStatus(EnrichedArticle article, int status) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> given().get("/api/articles/" + article.article().id() + "?revision="
                                        + article.article().revision())
                                .then()
                                .statusCode(status));
    }
}
