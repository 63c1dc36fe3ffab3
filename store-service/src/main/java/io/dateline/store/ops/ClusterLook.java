package io.dateline.store.ops;

import io.dateline.contracts.topic.Lane;
import io.dateline.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * One look at the cluster: what waits in each lane, and how many dead letters there are.
 *
 * @param lags        records waiting, by {@code stage/lane}; sightings are a lane of their own
 * @param waiting     the first waiting record of each partition that has one, by {@code stage/lane}
 * @param deadLetters records kept, by dead-letter topic
 */
record ClusterLook(
        Map<String, Long> lags, Map<String, Map<TopicPartition, Long>> waiting, Map<String, Long> deadLetters) {
    /** Nothing is known. */
    static final ClusterLook NONE = new ClusterLook(Map.of(), Map.of(), Map.of());

    static ClusterLook take(Admin admin) throws ExecutionException, InterruptedException {
        List<Group> groups = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            groups.add(new Group("enrich/" + lane.label(), "dateline-enrich-" + lane.label(), lane.rawTopic()));
            groups.add(new Group("store/" + lane.label(), "dateline-store-" + lane.label(), lane.enrichedTopic()));
        }
        groups.add(new Group("store/sightings", "dateline-store-sightings", Topics.SIGHTINGS));
        Set<String> topics = groups.stream().map(Group::topic).collect(Collectors.toSet());
        topics.addAll(DeadLetterBoard.topicNames());
        List<TopicPartition> partitions = new ArrayList<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        Map<TopicPartition, Long> begins = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(Group::id, group -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get();
        Map<String, Long> lags = new HashMap<>();
        Map<String, Map<TopicPartition, Long>> waiting = new HashMap<>();
        for (Group group : groups) {
            Map<TopicPartition, Long> first = waiting(group.topic(), committed.get(group.id()), begins, ends);
            waiting.put(group.place(), first);
            lags.put(
                    group.place(),
                    first.entrySet().stream()
                            .mapToLong(entry -> ends.get(entry.getKey()) - entry.getValue())
                            .sum());
        }
        Map<String, Long> deadLetters = new HashMap<>();
        for (TopicPartition partition : partitions) {
            if (DeadLetterBoard.topicNames().contains(partition.topic())) {
                deadLetters.merge(partition.topic(), ends.get(partition) - begins.get(partition), Long::sum);
            }
        }
        return new ClusterLook(lags, waiting, deadLetters);
    }

    /** Where a group has committed nothing yet, everything kept is still before it. */
    private static Map<TopicPartition, Long> waiting(
            String topic,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> waiting = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            if (end.getKey().topic().equals(topic)) {
                OffsetAndMetadata at = committed.get(end.getKey());
                long begin = begins.get(end.getKey());
                long first = at == null ? begin : Math.max(begin, at.offset());
                if (first < end.getValue()) {
                    waiting.put(end.getKey(), first);
                }
            }
        }
        return waiting;
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> answer =
                admin.listOffsets(question).all().get();
        return answer.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** A stage on a lane, its consumer group and the topic it reads. */
    private record Group(String place, String id, String topic) {}
}
