package io.dateline.systemtests.faults;

import io.dateline.contracts.topic.Topics;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Trouble in the consumer groups: members that come and go, offsets that go back to the beginning. */
final class GroupFaults {
    private static final int MEMBERS = 5;
    private static final int TIMES = 2;

    /** Until members are given partitions. */
    private static final Duration TAKE = Duration.ofSeconds(15);

    /**
     * That of the services' own consumers. A member that leaves before it was told its name cannot say so, and the group
     * waits for it as long as this: an instance of Dateline that comes and goes holds it for 10 s, not for Kafka's 45.
     */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private static final Duration REPLAY = Duration.ofMinutes(15);

    private static final Map<String, String> TOPIC_OF =
            Map.of("dateline-enrich-live", Topics.RAW, "dateline-store-live", Topics.ENRICHED);

    private GroupFaults() {}

    /**
     * Members join each group, take partitions away, do nothing with them and leave, again and again. Whether some were
     * taken from each group.
     */
    static boolean rebalances(Rig rig) {
        String bootstrap = rig.dateline().servers().kafkaBootstrap();
        Set<String> met = new HashSet<>();
        for (int i = 0; i < TIMES; i++) {
            TOPIC_OF.forEach((group, topic) -> {
                List<KafkaConsumer<byte[], byte[]>> members = new ArrayList<>();
                try {
                    for (int member = 0; member < MEMBERS; member++) {
                        KafkaConsumer<byte[], byte[]> consumer = member(bootstrap, group);
                        members.add(consumer);
                        consumer.subscribe(List.of(topic));
                        consumer.poll(Duration.ofMillis(200));
                    }
                    if (takeSome(members)) {
                        met.add(group);
                    }
                } finally {
                    members.forEach(KafkaConsumer::close);
                }
            });
        }
        return met.equals(TOPIC_OF.keySet());
    }

    /** Until one of them was given a partition: the group's own members must have heard that others joined. */
    private static boolean takeSome(List<KafkaConsumer<byte[], byte[]>> members) {
        long deadline = System.nanoTime() + TAKE.toNanos();
        while (System.nanoTime() < deadline) {
            members.forEach(member -> member.poll(Duration.ofMillis(50)));
            if (members.stream().anyMatch(member -> !member.assignment().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** Records of its topic that a group has not committed. */
    static long behind(Rig rig, String group) {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", rig.dateline().servers().kafkaBootstrap()))) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var partitions = admin.describeTopics(List.of(TOPIC_OF.get(group))).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (done.containsKey(end.getKey())
                                    ? done.get(end.getKey()).offset()
                                    : 0))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a group could not be asked for its offsets", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KafkaConsumer<byte[], byte[]> member(String bootstrap, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        SESSION_TIMEOUT_MS,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Enrich and store read again all that was ever sent. It is over when they have: what is sent meanwhile waits behind it,
     * for minutes on a busy machine, and nothing is wrong with that.
     */
    static void replay(Rig rig) {
        Dateline dateline = rig.dateline();
        dateline.stop(Service.ENRICH);
        dateline.stop(Service.STORE);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", dateline.servers().kafkaBootstrap()))) {
            for (String group : TOPIC_OF.keySet()) {
                Map<TopicPartition, OffsetAndMetadata> beginning =
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet().stream()
                                .collect(Collectors.toMap(
                                        partition -> partition, partition -> new OffsetAndMetadata(0)));
                admin.alterConsumerGroupOffsets(group, beginning).all().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("offsets could not be set back", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        dateline.launch(Service.ENRICH);
        dateline.launch(Service.STORE);
        dateline.awaitReady(Service.ENRICH);
        dateline.awaitReady(Service.STORE);
        // In this order: what enrich has done with lies before the store by then.
        Await.until(
                "all to be read again",
                REPLAY,
                () -> behind(rig, "dateline-enrich-live") == 0 && behind(rig, "dateline-store-live") == 0);
    }
}
