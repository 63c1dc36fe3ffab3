package io.dateline.enrich.consume;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down once a lane has ended for good; waiting for Kafka is no such thing. */
@Liveness
@ApplicationScoped
class ConsumeLiveness implements HealthCheck {
    private final ArticleChannels channels;

    ConsumeLiveness(ArticleChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        String ended = channels.ended();
        var answer = HealthCheckResponse.named("lanes").status(ended == null);
        if (ended != null) {
            answer.withData("ended", ended);
        }
        return answer.build();
    }
}
