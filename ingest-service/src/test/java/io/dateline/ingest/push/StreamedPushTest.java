package io.dateline.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.publish.ChunkLimit;
import io.dateline.ingest.publish.Embargoes;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.publish.RawArticles;
import io.dateline.ingest.publish.TestSightings;
import io.dateline.ingest.support.FetchConfigs;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much of a request lies in memory at once. */
class StreamedPushTest {
    private static Database database;
    private final List<Integer> articles = new ArrayList<>();
    private final List<Long> characters = new ArrayList<>();

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("streamed_push_test");
    }

    @Test
    void takesLongArticlesInByTheirCharacters() throws IOException {
        // given forty articles of nearly the longest body there may be
        String body = "Words of news. ".repeat(32_000).strip();
        String url = "https://news.example.org/" + UUID.randomUUID();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("{\"title\":\"t\",\"url\":\"").append(url).append('/').append(i);
            lines.append("\",\"body\":\"").append(body).append("\"}\n");
        }

        // when
        PushAnswer.Many answer = push(lines.toString());

        // then
        assertThat(answer.accepted()).isEqualTo(40);
        assertThat(articles).containsExactly(9, 9, 9, 9, 4);
        assertThat(characters).allSatisfy(one -> assertThat(one).isLessThan(ChunkLimit.CHARACTERS + 500_000));
    }

    @Test
    void takesShortOnesInByTheirNumber() throws IOException {
        // given
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            lines.append("{\"title\":\"t\",\"id\":\"").append(UUID.randomUUID()).append("\"}\n");
        }

        // when
        PushAnswer.Many answer = push(lines.toString());

        // then
        assertThat(answer.accepted()).isEqualTo(600);
        assertThat(articles).containsExactly(500, 100);
    }

    private PushAnswer.Many push(String lines) throws IOException {
        Intake intake = new Intake(
                new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45)),
                (sent, lane) -> {
                    articles.add(sent.size());
                    characters.add(sent.stream()
                            .map(RawArticle::body)
                            .mapToLong(String::length)
                            .sum());
                },
                new RawArticles(new CanonicalUrl()),
                TestSightings.ignored(database),
                new Embargoes(database),
                new StageMetrics(new SimpleMeterRegistry(), "ingest"),
                InstantSource.system());
        StreamedPush push = new StreamedPush(FetchConfigs.whole().push(), intake, InstantSource.system(), Lane.LIVE);
        return push.take(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }
}
