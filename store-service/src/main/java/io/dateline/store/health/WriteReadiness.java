package io.dateline.store.health;

import io.dateline.store.write.ArticleChannels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while a batch waits in place for PostgreSQL or Kafka. */
@Readiness
@ApplicationScoped
class WriteReadiness implements HealthCheck {
    private final ArticleChannels channels;

    WriteReadiness(ArticleChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> troubles = channels.troubles();
        var answer = HealthCheckResponse.named("writing").status(troubles.isEmpty());
        if (!troubles.isEmpty()) {
            answer.withData("waiting", String.join(", ", troubles));
        }
        return answer.build();
    }
}
