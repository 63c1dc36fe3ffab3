package io.dateline.systemtests.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.systemtests.system.Checkout;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a folder of {@code deploy/kubernetes} renders to, read into the models that the API server's clients use. A field
 * that a model does not know is an error: the API server would drop it in silence.
 */
final class Manifests {
    static final Path FOLDER = Checkout.root().resolve("deploy/kubernetes");

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            Map.entry("postgresql.cnpg.io/v1/Cluster", PostgresCluster.class),
            Map.entry("keda.sh/v1alpha1/ScaledObject", ScaledObject.class));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final List<Object> objects = new ArrayList<>();

    private Manifests() {}

    static Manifests base() throws IOException {
        return of(FOLDER.resolve("base"));
    }

    static Manifests example() throws IOException {
        return of(FOLDER.resolve("overlays/example"));
    }

    private static Manifests of(Path folder) throws IOException {
        Manifests manifests = new Manifests();
        for (ObjectNode object : Kustomization.render(folder)) {
            manifests.objects.add(read(object));
        }
        return manifests;
    }

    /** @throws IllegalArgumentException where there is no model of its kind, or the model does not know all of it */
    static Object read(ObjectNode object) {
        String type =
                object.get("apiVersion").asText() + "/" + object.get("kind").asText();
        Class<?> model = MODELS.get(type);
        if (model == null) {
            throw new IllegalArgumentException("no model of " + type);
        }
        return STRICT.convertValue(object, model);
    }

    <T> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The one there is. */
    <T> T one(Class<T> type) {
        List<T> found = all(type);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + type.getSimpleName());
        }
        return found.get(0);
    }

    Deployment deployment(String service) {
        return all(Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals("dateline-" + service))
                .findFirst()
                .orElseThrow();
    }

    /** The container that a service's pods run. */
    Container container(String service) {
        return deployment(service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    /** The pods kept running, by the deployment itself or by what scales it. */
    int fewestReplicas(Deployment deployment) {
        return scaling(deployment.getMetadata().getName())
                .map(scaled -> scaled.spec().minReplicaCount())
                .orElseGet(() -> deployment.getSpec().getReplicas());
    }

    int mostReplicas(Deployment deployment) {
        return scaling(deployment.getMetadata().getName())
                .map(scaled -> scaled.spec().maxReplicaCount())
                .orElseGet(() -> deployment.getSpec().getReplicas());
    }

    private Optional<ScaledObject> scaling(String deployment) {
        return all(ScaledObject.class).stream()
                .filter(scaled -> scaled.spec().scaleTargetRef().name().equals(deployment))
                .findFirst();
    }
}
