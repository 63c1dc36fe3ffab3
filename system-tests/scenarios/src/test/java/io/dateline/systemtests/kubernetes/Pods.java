package io.dateline.systemtests.kubernetes;

import static java.util.stream.Collectors.toCollection;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pods there will be, with their labels and ports: those of our deployments as they are written, those that operators
 * make as their documentation says.
 */
final class Pods {
    private final Map<String, Map<String, String>> labels = new HashMap<>();
    private final Map<String, Set<String>> ports = new HashMap<>();
    private final Kafka kafka;

    Pods(Manifests manifests) {
        for (String service : List.of("ingest", "enrich", "store")) {
            labels.put(
                    service,
                    manifests
                            .deployment(service)
                            .getSpec()
                            .getTemplate()
                            .getMetadata()
                            .getLabels());
            Set<String> own = new HashSet<>();
            for (ContainerPort port : manifests.container(service).getPorts()) {
                own.add(port.getName());
                own.add(String.valueOf(port.getContainerPort()));
            }
            ports.put(service, own);
        }
        this.kafka = manifests.one(Kafka.class);
        String cluster = kafka.getMetadata().getName();
        labels.put(
                "kafka",
                Map.of(
                        "strimzi.io/cluster",
                        cluster,
                        "strimzi.io/kind",
                        "Kafka",
                        "strimzi.io/name",
                        cluster + "-kafka"));
        // Between controllers, between brokers and for the operators; then the listeners.
        Set<String> brokers = new HashSet<>(Set.of("9090", "9091"));
        kafka.getSpec().getKafka().getListeners().forEach(listener -> brokers.add(String.valueOf(listener.getPort())));
        ports.put("kafka", brokers);
        labels.put(
                "topic-operator",
                Map.of(
                        "strimzi.io/cluster",
                        cluster,
                        "strimzi.io/kind",
                        "Kafka",
                        "strimzi.io/name",
                        cluster + "-entity-operator"));
        ports.put("topic-operator", Set.of("8080"));
        labels.put(
                "postgres",
                Map.of(
                        "cnpg.io/cluster",
                        manifests.one(PostgresCluster.class).metadata().name()));
        // PostgreSQL, and the state of its instance for the operator.
        ports.put("postgres", Set.of("5432", "8000"));
    }

    /** Names of the pods that have all these labels; all pods for none. */
    Set<String> matching(Map<String, String> wanted) {
        return labels.entrySet().stream()
                .filter(pod -> pod.getValue().entrySet().containsAll(wanted == null ? Set.of() : wanted.entrySet()))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** By name and number. */
    Set<String> ports(String pod) {
        return ports.get(pod);
    }

    /** The pods of our namespace that Kafka's one listener takes connections from. */
    Set<String> kafkaLetsIn() {
        Set<String> in = new TreeSet<>();
        for (NetworkPolicyPeer peer :
                kafka.getSpec().getKafka().getListeners().get(0).getNetworkPolicyPeers()) {
            if (peer.getNamespaceSelector() == null) {
                in.addAll(matching(peer.getPodSelector().getMatchLabels()));
            }
        }
        return in;
    }
}
