package io.dateline.ingest.push;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.identity.StoreUnavailable;
import io.dateline.ingest.publish.BrokerUnavailable;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a caller is told while Kafka or PostgreSQL is away: nothing was lost, send it again. */
class OutageMappers {
    private static final Logger LOG = Logger.getLogger(OutageMappers.class);

    @ServerExceptionMapper
    Response broker(BrokerUnavailable e) {
        LOG.warnf("answered 503: %s", e.getMessage());
        return answer(ProblemCode.BROKER_UNAVAILABLE, "Nothing counts as accepted; send the same again.");
    }

    @ServerExceptionMapper
    Response store(StoreUnavailable e) {
        LOG.warnf("answered 503: %s", String.valueOf(e.getCause()));
        return answer(ProblemCode.STORE_UNAVAILABLE, "Nothing was done; send the same again.");
    }

    private static Response answer(ProblemCode code, String detail) {
        return Response.status(code.status())
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", "5")
                .entity(Problem.of(code, detail))
                .build();
    }
}
