package io.dateline.local.rewind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Has the consumer groups of a service read again what was appended since a time. Only ever back: a group that was behind
 * that time stays where it was, so no record is left out. Reading again does no harm, since services know what they have.
 */
public final class Rewind {
    /** Longer than the services' session timeout of ten seconds. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(15);

    private final Admin admin;

    public Rewind(Admin admin) {
        this.admin = admin;
    }

    /**
     * @param service {@code store} or {@code enrich}: all groups whose names begin with {@code dateline-SERVICE-}
     * @param to      append time of the first record that is read again
     * @throws ExecutionException where Kafka does not do what it is asked
     */
    public Rewound to(String service, Instant to) throws ExecutionException, InterruptedException {
        List<String> groups = groups("dateline-" + service + "-");
        for (String group : groups) {
            int members = members(group);
            if (members > 0) {
                return new Rewound.InUse(group, members);
            }
        }
        List<Rewound.Partition> all = new ArrayList<>();
        for (String group : groups) {
            all.addAll(rewind(group, to));
        }
        return all.isEmpty() ? new Rewound.Nothing() : new Rewound.Done(all);
    }

    /**
     * Members of a service that was killed, or whose Kafka was, are still in the group, and Kafka counts the time after which
     * it gives them up from its own start: they are waited for.
     */
    private int members(String group) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + GIVEN_UP.toNanos();
        int members = count(group);
        while (members > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(500);
            members = count(group);
        }
        return members;
    }

    private int count(String group) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .get()
                .members()
                .size();
    }

    private List<String> groups(String prefix) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .filter(id -> id.startsWith(prefix))
                .sorted()
                .toList();
    }

    private List<Rewound.Partition> rewind(String group, Instant to) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> first = offsets(committed.keySet(), OffsetSpec.earliest());
        Map<TopicPartition, Long> since = offsets(committed.keySet(), OffsetSpec.forTimestamp(to.toEpochMilli()));
        List<Rewound.Partition> partitions = committed.keySet().stream()
                .map(at -> partition(group, at, committed.get(at).offset(), first.get(at), since.get(at)))
                .sorted(Comparator.comparing(Rewound.Partition::topic).thenComparing(Rewound.Partition::partition))
                .toList();
        admin.alterConsumerGroupOffsets(
                        group,
                        partitions.stream()
                                .collect(Collectors.toMap(
                                        one -> new TopicPartition(one.topic(), one.partition()),
                                        one -> new OffsetAndMetadata(one.to()))))
                .all()
                .get();
        return partitions;
    }

    /** @param since the first record at or after the time, or negative where there is none */
    private static Rewound.Partition partition(
            String group, TopicPartition at, long committed, long first, long since) {
        long to = since < 0 ? committed : Math.min(committed, since);
        return new Rewound.Partition(
                group,
                at.topic(),
                at.partition(),
                committed,
                to,
                first > 0 && (since < 0 ? committed <= first : since == first));
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec)))
                .all()
                .get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
