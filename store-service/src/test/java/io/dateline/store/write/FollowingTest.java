package io.dateline.store.write;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Events;
import io.dateline.store.testing.StoreSchema;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class FollowingTest {
    private static final int BATCHES = 40;
    private static final int BATCH = 15;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private AgroalDataSource pool;

    @BeforeEach
    void connect() throws SQLException {
        pool = StoreSchema.pool("store", 0);
    }

    @AfterEach
    void disconnect() {
        pool.close();
    }

    private SplittingWriter<ArticleRow> writer() {
        return new SplittingWriter<>(
                new BatchWriter(pool, new Partitions(), new KnownTags()), SqlStates.retry("PostgreSQL", () -> false));
    }

    private List<RowOutcome> write(EnrichedArticle... articles) throws Exception {
        return writer().write(Arrays.stream(articles)
                .map(article -> Rows.of(article, null))
                .toList());
    }

    private static long last() {
        long last = 0;
        while (true) {
            long next = changes(last).getLong("last");
            if (next == last) {
                return last;
            }
            last = next;
        }
    }

    private static JsonPath changes(long after) {
        return given().get("/api/changes?limit=1000&after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void missesAndRepeatsNothingWhileTwoInstancesWriteTheSameAndOther() throws Exception {
        // Given: two writers of their own state, as two instances have, whose batches overlap by a third
        long start = last();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> writing = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            int shift = w * BATCHES * BATCH * 2 / 3;
            SplittingWriter<ArticleRow> writer = writer();
            writing.add(threads.submit(() -> {
                for (int batch = 0; batch < BATCHES; batch++) {
                    List<ArticleRow> rows = new ArrayList<>();
                    for (int i = 0; i < BATCH; i++) {
                        rows.add(Rows.of(story(run + "-" + (shift + batch * BATCH + i)), null));
                    }
                    writer.write(rows);
                }
                return null;
            }));
        }
        int expected = BATCHES * BATCH + BATCHES * BATCH * 2 / 3;

        // When: a reader follows all the while
        List<Long> seqs = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        long after = start;
        boolean done = false;
        while (!done) {
            done = writing.stream().allMatch(Future::isDone);
            JsonPath page = changes(after);
            seqs.addAll(page.getList("items.seq", Long.class));
            ids.addAll(page.getList("items.id", String.class));
            after = page.getLong("last");
        }
        for (Future<?> one : writing) {
            one.get();
        }
        threads.shutdown();

        // Then: no gap, no repeat, in order
        assertThat(seqs)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + expected)
                        .boxed()
                        .toList());
        assertThat(ids).doesNotHaveDuplicates().hasSize(expected);
    }

    @Test
    void resumesTheStreamWhereItBrokeAndGoesOnLive() throws Exception {
        // Given
        long start = last();
        write(story(run + "a"), story(run + "b"));

        // When
        try (Events events = new Events("source=test-wire", Long.toString(start))) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(events.ids()).hasSize(2));
            write(story(run + "c"));
            write(story(run + "a", 2, article -> article));

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(events.ids()).containsExactly(start + 1, start + 2, start + 3, start + 4));
            assertThat(events.response().headers().firstValue("X-Accel-Buffering"))
                    .contains("no");
            assertThat(events.lines()).anyMatch(line -> line.startsWith("retry:"));
        }
    }

    @Test
    void streamsOnlyWhatMatchesAndTellsACancellationToWhoeverSawTheArticle() throws Exception {
        // Given
        long start = last();
        try (Events matching = new Events(
                        "q=delegations&in=body&place=AZ&not-place=FR&event=CONSULT&entity=Baku&min-salience=0.5"
                                + "&mentioned-from=2026-11-20&event-to=2026-11-20&domain=news.example&not-urgency=1"
                                + "&url=http%3A%2F%2Fnews.example%2F" + run + "a%3Futm_source%3Dx",
                        Long.toString(start));
                Events other = new Events("q=football", Long.toString(start));
                Events byline = new Events("author=JOSE+ORSTED", Long.toString(start))) {
            // When
            write(story(run + "a", 1, article -> article.byline("By José Ørsted")));
            write(canceled(run + "a", 2));
            write(story(run + "b", 1, article -> article.title("Football").body("Nothing but football.")));

            // Then
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(matching.ids()).containsExactly(start + 1, start + 2);
                assertThat(byline.ids()).containsExactly(start + 1, start + 2);
                assertThat(other.ids()).containsExactly(start + 3);
            });
            String cancellation = matching.lines().stream()
                    .filter(line -> line.startsWith("data:") && line.contains("canceled"))
                    .findFirst()
                    .orElseThrow();
            assertThat(cancellation).doesNotContain("Gafarova").doesNotContain("item");
        }
    }

    @Test
    void hidesEveryRevisionOfACanceledArticle() throws Exception {
        // Given
        long start = last();
        write(story(run + "a"), story(run + "a", 2, article -> article));

        // When
        write(canceled(run + "a", 3));

        // Then
        for (String path : List.of("", "?revision=1", "?revision=2", "?revision=3")) {
            given().get("/api/articles/" + id(run + "a") + path)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json");
        }
        JsonPath changes = changes(start);
        assertThat(changes.getList("items.status")).containsExactly("usable", "usable", "canceled");
        assertThat(changes.getList("items.item")).containsOnlyNulls();
        assertThat(given().get("/api/articles?limit=100&q=" + run).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void emitsALowerRevisionThatComesLaterAndKeepsTheHead() throws Exception {
        // Given
        long start = last();
        write(story(run + "a", 5, article -> article));

        // When
        write(story(run + "a", 4, article -> article));

        // Then
        assertThat(changes(start).getList("items.revision")).containsExactly(5, 4);
        JsonPath article = given().get("/api/articles/" + id(run + "a")).jsonPath();
        assertThat(article.getInt("head")).isEqualTo(5);
        assertThat(article.getInt("article.revision")).isEqualTo(5);
        assertThat(article.getList("revisions.revision")).containsExactly(5, 4);
    }
}
