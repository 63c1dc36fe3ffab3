package io.dateline.ingest.ops;

import io.dateline.contracts.topic.TopicProvisioner;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while Kafka answers and every topic is as the contracts say. Asked at most every few seconds. */
@Readiness
@ApplicationScoped
class TopicsReadiness implements HealthCheck {
    private static final long FRESH_FOR = Duration.ofSeconds(3).toNanos();

    private final Admin admin;
    private List<String> trouble = List.of("not asked yet");
    private long askedAt = System.nanoTime() - 2 * FRESH_FOR;

    TopicsReadiness(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000));
    }

    @Override
    public synchronized HealthCheckResponse call() {
        if (System.nanoTime() - askedAt > FRESH_FOR) {
            trouble = ask();
            askedAt = System.nanoTime();
        }
        var answer = HealthCheckResponse.named("kafka-topics").status(trouble.isEmpty());
        for (int i = 0; i < trouble.size(); i++) {
            answer.withData("difference-" + (i + 1), trouble.get(i));
        }
        return answer.build();
    }

    private List<String> ask() {
        try {
            return new TopicProvisioner(admin).differences();
        } catch (ExecutionException e) {
            return List.of("Kafka does not answer: " + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("interrupted");
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
