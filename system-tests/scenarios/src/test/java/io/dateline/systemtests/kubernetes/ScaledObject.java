package io.dateline.systemtests.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * What KEDA scales, and by what: the fields of {@code keda.sh/v1alpha1} that ours use. Source: keda.sh/docs,
 * "ScaledObject specification" and "Apache Kafka scaler".
 */
record ScaledObject(String apiVersion, String kind, Metadata metadata, Spec spec) {
    record Spec(
            Target scaleTargetRef,
            int minReplicaCount,
            int maxReplicaCount,
            int pollingInterval,
            int cooldownPeriod,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    record Target(String name) {}

    record Fallback(int failureThreshold, int replicas) {}

    record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, Map<String, String> metadata) {}
}
