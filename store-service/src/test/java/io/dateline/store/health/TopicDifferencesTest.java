package io.dateline.store.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.topic.TopicProvisioner;
import io.dateline.testinfra.TestInfra;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicDifferencesTest {
    /** Nothing else is written to it by these suites. */
    private static final String TOPIC = "articles.sightings.dead-letter";

    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap()));
    private final TopicProvisioner topics = new TopicProvisioner(admin);

    @AfterEach
    void takeBack() throws Exception {
        set("cleanup.policy", "delete");
        set("retention.ms", "2592000000");
        await().atMost(Duration.ofSeconds(10)).until(() -> has("retention.ms", "2592000000"));
        admin.close();
    }

    @Test
    void keepingRecordsLongerThanTheCatalogueIsForAnOperatorToDecide() throws Exception {
        // When
        set("retention.ms", "5184000000");
        await().atMost(Duration.ofSeconds(10)).until(() -> has("retention.ms", "5184000000"));

        // Then
        assertThat(topics.differences()).isEmpty();
    }

    @Test
    void namesASettingThatWouldLoseRecords() throws Exception {
        // When
        set("cleanup.policy", "compact");

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.differences())
                        .isEqualTo(List.of("topic " + TOPIC + " has cleanup.policy other than delete")));
    }

    private boolean has(String key, String value) throws Exception {
        var configs = admin.describeConfigs(List.of(resource())).all().get();
        return configs.get(resource()).get(key).value().equals(value);
    }

    private void set(String key, String value) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        resource(), List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
    }
}
