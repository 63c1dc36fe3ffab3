package io.dateline.contracts.ops;

import io.dateline.contracts.topic.TopicProvisioner;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while Kafka is away or its topics are not as the contracts have them. */
@Readiness
@ApplicationScoped
public class TopicsReadiness implements HealthCheck {
    private final TopicProvisioner topics;
    private volatile List<String> differences = List.of("the topics have not been looked at yet");

    TopicsReadiness(Admin admin) {
        this.topics = new TopicProvisioner(admin);
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(3), Duration.ZERO, this::look);
    }

    void look() throws InterruptedException {
        try {
            differences = topics.differences();
        } catch (ExecutionException e) {
            differences =
                    List.of("Kafka cannot be asked: " + e.getCause().getClass().getSimpleName());
        }
    }

    @Override
    public HealthCheckResponse call() {
        List<String> found = differences;
        var answer = HealthCheckResponse.named("topics").status(found.isEmpty());
        if (!found.isEmpty()) {
            answer.withData("differences", String.join("; ", found));
        }
        return answer.build();
    }
}
