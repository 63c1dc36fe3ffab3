package io.dateline.contracts.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of the catalogue, and says where a cluster differs from it. */
public final class TopicProvisioner {
    private static final Duration LISTED_LIMIT = Duration.ofSeconds(30);

    /** How long records are kept is changed in need: longer while a stage is down, less where a disk fills up. */
    private static final Set<String> FOR_OPERATORS = Set.of("retention.ms");

    private final Admin admin;

    /** @param admin stays the caller's to close */
    public TopicProvisioner(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing and returns once the cluster lists it; a topic that is there is left as it is.
     *
     * @throws IllegalStateException where the cluster does not list the new topics within half a minute
     */
    public void createMissing(short replicationFactor) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = TopicCatalog.all().stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> topic.toNewTopic(replicationFactor))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitListed(missing.stream().map(NewTopic::name).collect(Collectors.toSet()));
    }

    /** The controller knows a new topic before every broker does. */
    private void awaitListed(Set<String> names) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + LISTED_LIMIT.toNanos();
        while (!admin.listTopics().names().get().containsAll(names)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the cluster does not list the topics it has just created");
            }
            Thread.sleep(20);
        }
    }

    /** How the cluster differs from the catalogue where it must not, in plain words; empty where it does not. */
    public List<String> differences() throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<String> found = new ArrayList<>();
        List<TopicSettings> there = new ArrayList<>();
        for (TopicSettings topic : TopicCatalog.all()) {
            if (present.contains(topic.name())) {
                there.add(topic);
            } else {
                found.add("topic " + topic.name() + " is missing");
            }
        }
        List<String> names = there.stream().map(TopicSettings::name).toList();
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(names).allTopicNames().get();
        Map<String, Config> configs = configs(names);
        for (TopicSettings topic : there) {
            compare(topic, descriptions.get(topic.name()), configs.get(topic.name()), found);
        }
        return found;
    }

    private Map<String, Config> configs(List<String> names) throws ExecutionException, InterruptedException {
        Set<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .collect(Collectors.toSet());
        Map<String, Config> byName = new HashMap<>();
        admin.describeConfigs(resources).all().get().forEach((resource, config) -> byName.put(resource.name(), config));
        return byName;
    }

    private static void compare(TopicSettings topic, TopicDescription has, Config config, List<String> found) {
        // More partitions than we ask for is how a cluster is scaled; fewer is a mistake.
        if (has.partitions().size() < topic.partitions()) {
            found.add("topic " + topic.name() + " has " + has.partitions().size() + " partitions of "
                    + topic.partitions());
        }
        topic.config().forEach((key, wanted) -> {
            var entry = config.get(key);
            if (!FOR_OPERATORS.contains(key) && (entry == null || !wanted.equals(entry.value()))) {
                found.add("topic " + topic.name() + " has " + key + " other than " + wanted);
            }
        });
    }
}
