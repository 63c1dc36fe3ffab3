package io.dateline.systemtests.kubernetes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.TopicSettings;
import io.dateline.systemtests.system.Checkout;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka, PostgreSQL and the scaling are what the services ask for, by the same names and numbers. */
class InfrastructureTest {
    private Manifests example;

    @BeforeEach
    void render() throws IOException {
        example = Manifests.example();
    }

    @Test
    void topicsAreThoseOfTheCatalogue() {
        // Given
        List<TopicSettings> written = example.all(KafkaTopic.class).stream()
                .map(topic -> new TopicSettings(
                        topic.getMetadata().getName(),
                        topic.getSpec().getPartitions(),
                        topic.getSpec().getConfig().entrySet().stream()
                                .collect(toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())))))
                .toList();

        // When / Then
        assertThat(written).containsExactlyInAnyOrderElementsOf(TopicCatalog.all());
    }

    @Test
    void everyCopyHasABrokerAndOneBrokerMayBeAway() {
        // Given
        Kafka kafka = example.one(Kafka.class);
        KafkaNodePool nodes = example.one(KafkaNodePool.class);
        Map<String, Object> config = kafka.getSpec().getKafka().getConfig();
        int inSync = (int) config.get("min.insync.replicas");

        // When / Then
        assertThat(example.all(KafkaTopic.class))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.getSpec().getReplicas())
                        .isGreaterThan(inSync)
                        .isLessThanOrEqualTo(nodes.getSpec().getReplicas()))
                .allSatisfy(topic -> assertThat(topic.getMetadata().getLabels())
                        .containsEntry("strimzi.io/cluster", kafka.getMetadata().getName()));
        assertThat(nodes.getMetadata().getLabels())
                .containsEntry("strimzi.io/cluster", kafka.getMetadata().getName());
        assertThat(config).containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void theBrokerTakesTheLargestMessage() {
        // Given
        long largest = TopicCatalog.all().stream()
                .mapToLong(topic -> Long.parseLong(topic.config().get("max.message.bytes")))
                .max()
                .orElseThrow();

        // When / Then
        assertThat(((Number) example.one(Kafka.class)
                                .getSpec()
                                .getKafka()
                                .getConfig()
                                .get("message.max.bytes"))
                        .longValue())
                .isEqualTo(largest);
    }

    @Test
    void serversAreOfTheVersionsTheSuitesRunOn() throws IOException {
        // Given
        String pom = Files.readString(Checkout.root().resolve("pom.xml"));

        // When / Then
        assertThat(example.one(Kafka.class).getSpec().getKafka().getVersion())
                .isEqualTo(property(pom, "kafka.version"));
        assertThat(example.one(PostgresCluster.class).spec().imageName())
                .contains(":" + property(pom, "postgres.binaries.version").replaceAll("\\.0$", "") + "-");
    }

    @Test
    void scalingReadsTheLagOfTheGroupsThatTheServicesJoin() throws IOException {
        for (String service : List.of("enrich", "store")) {
            // Given
            Map<String, String> joined = groups(ServiceSettings.of(service));

            // When
            ScaledObject scaled = scaling(service);

            // Then
            assertThat(joined).hasSizeGreaterThanOrEqualTo(2);
            assertThat(scaled.spec().triggers())
                    .allMatch(trigger -> trigger.type().equals("kafka"))
                    .allSatisfy(trigger -> assertThat(trigger.metadata())
                            .containsEntry("bootstrapServers", "dateline-kafka-bootstrap.dateline.svc:9092")
                            .containsEntry("offsetResetPolicy", "earliest"));
            assertThat(scaled.spec().triggers().stream()
                            .collect(toMap(
                                    trigger -> trigger.metadata().get("consumerGroup"),
                                    trigger -> trigger.metadata().get("topic"))))
                    .isEqualTo(joined);
        }
    }

    @Test
    void noInstanceWouldStandIdleForWantOfAPartition() {
        // When / Then
        assertThat(example.all(ScaledObject.class)).hasSize(2).allSatisfy(scaled -> {
            assertThat(scaled.spec().minReplicaCount()).isGreaterThan(1);
            assertThat(scaled.spec().triggers())
                    .allSatisfy(trigger -> assertThat(scaled.spec().maxReplicaCount())
                            .isLessThanOrEqualTo(
                                    TopicCatalog.of(trigger.metadata().get("topic"))
                                            .partitions()));
        });
    }

    @Test
    void whatIsScaledNamesNoNumberOfItsOwn() {
        // When / Then
        assertThat(example.all(ScaledObject.class))
                .extracting(scaled -> scaled.spec().scaleTargetRef().name())
                .containsExactlyInAnyOrder("dateline-enrich", "dateline-store");
        assertThat(example.deployment("enrich").getSpec().getReplicas()).isNull();
        assertThat(example.deployment("store").getSpec().getReplicas()).isNull();
        assertThat(example.deployment("ingest").getSpec().getReplicas()).isGreaterThan(1);
    }

    @Test
    void theDatabaseHasConnectionsForEveryPoolOfEveryInstance() throws IOException {
        // Given
        int needed = 0;
        for (String service : List.of("ingest", "store")) {
            Deployment deployment = example.deployment(service);
            var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
            int surge = rolling == null ? 0 : rolling.getMaxSurge().getIntVal();
            ServiceSettings settings = ServiceSettings.of(service);
            int pools = settings.keys("quarkus.datasource", "jdbc.max-size").stream()
                    .map(settings::get)
                    .mapToInt(Integer::parseInt)
                    .sum();
            // One more while the schema is looked after.
            needed += (pools + 1) * (example.mostReplicas(deployment) + surge);
        }

        // When / Then
        int reserved = 20;
        assertThat(Integer.parseInt(example.one(PostgresCluster.class)
                        .spec()
                        .postgresql()
                        .parameters()
                        .get("max_connections")))
                .isGreaterThan(needed + reserved);
    }

    @Test
    void aCommitWaitsForACopyAndOneCopyMayBeAway() {
        // Given
        PostgresCluster.Spec cluster = example.one(PostgresCluster.class).spec();

        // When / Then
        assertThat(cluster.postgresql().synchronous().number()).isPositive().isLessThan(cluster.instances() - 1);
    }

    @Test
    void servicesCallKafkaAndPostgresqlByTheNamesTheOperatorsGive() {
        // Given
        String kafka = example.one(Kafka.class).getMetadata().getName() + "-kafka-bootstrap:9092";
        String database = "jdbc:postgresql://"
                + example.one(PostgresCluster.class).metadata().name() + "-rw:5432/"
                + example.one(PostgresCluster.class).spec().bootstrap().initdb().database();
        Set<String> databases = new TreeSet<>();
        List<String> brokers = new ArrayList<>();

        // When
        for (Deployment deployment : example.all(Deployment.class)) {
            for (EnvVar variable : deployment
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .getEnv()) {
                switch (variable.getName()) {
                    case "KAFKA_BOOTSTRAP_SERVERS" -> brokers.add(variable.getValue());
                    case "QUARKUS_DATASOURCE_JDBC_URL" -> databases.add(variable.getValue());
                    default -> {}
                }
            }
        }

        // Then
        assertThat(brokers).hasSize(3).containsOnly(kafka);
        assertThat(databases).containsExactly(database);
    }

    private ScaledObject scaling(String service) {
        return example.all(ScaledObject.class).stream()
                .filter(scaled -> scaled.metadata().name().equals("dateline-" + service))
                .findFirst()
                .orElseThrow();
    }

    /** Topic by group, of the channels of a service that have one. */
    private static Map<String, String> groups(ServiceSettings settings) {
        Map<String, String> groups = new TreeMap<>();
        settings.keys("mp.messaging.incoming.", ".group.id")
                .forEach(key -> groups.put(settings.get(key), settings.get(key.replace(".group.id", ".topic"))));
        return groups;
    }

    private static String property(String pom, String name) {
        var matcher = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
