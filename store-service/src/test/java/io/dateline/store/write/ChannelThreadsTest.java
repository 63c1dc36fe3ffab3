package io.dateline.store.write;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On which threads articles are written. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class ChannelThreadsTest {

    @Test
    void areNotThoseThatAnswerQuestions() {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);

        // When
        try (Topic topic = new Topic()) {
            topic.send(story(run));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> given().get("/api/articles/" + id(run)).then().statusCode(200));

        // Then
        assertThat(Thread.getAllStackTraces().keySet())
                .anyMatch(thread -> thread.getName().startsWith(ArticleChannels.THREADS));
    }
}
