package io.dateline.enrich.consume;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while a batch waits in place for Kafka. */
@Readiness
@ApplicationScoped
class ConsumeReadiness implements HealthCheck {
    private final ArticleChannels channels;

    ConsumeReadiness(ArticleChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        String trouble = channels.trouble();
        var answer = HealthCheckResponse.named("enriching").status(trouble == null);
        if (trouble != null) {
            answer.withData("waiting", trouble);
        }
        return answer.build();
    }
}
