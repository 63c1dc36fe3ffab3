package io.dateline.contracts.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.http.Connections;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.SteadyClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before everything a service answers on its main port: API, pages, streams, static files. Health and metrics
 * are on the management port and not behind it.
 */
@Singleton
public class AccessGate {
    /** Under this name {@link Caller} finds what the gate found out of whoever asks. */
    static final String ALLOWED = "dateline.access.allowed";

    /** After the headers, which refusals carry too; before whatever reads a body. */
    private static final int BEFORE_ROUTES = 150;

    private static final long LOOK_AGAIN_MS = 5_000;

    private final AccessPolicy policy;
    private final MeterRegistry registry;

    AccessGate(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host, MeterRegistry registry) {
        this.policy = Door.policy(config, host, new SteadyClock(), System::nanoTime);
        this.registry = registry;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, BEFORE_ROUTES);
    }

    private void judge(RoutingContext context) {
        Verdict verdict = policy.judge(request(context));
        if (verdict instanceof Verdict.Refused refused) {
            refuse(context, refused);
        } else if (verdict instanceof Verdict.Allowed allowed) {
            context.put(ALLOWED, allowed);
            if (allowed.keyId() != null) {
                endWithKey(context, allowed.keyId());
            }
            context.next();
        }
    }

    private static AccessRequest request(RoutingContext context) {
        HttpServerRequest request = context.request();
        return new AccessRequest(
                request.method().name(),
                context.normalizedPath(),
                request.authority() == null ? null : request.authority().toString(),
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request::getHeader);
    }

    /** A stream goes on for days, an export or an upload for long: they end when their key does. */
    private void endWithKey(RoutingContext context, String keyId) {
        long timer = context.vertx().setPeriodic(LOOK_AGAIN_MS, tick -> {
            if (context.response().ended() || context.response().closed()) {
                // Its end may have been told to another: there is but one who hears of it.
                context.vertx().cancelTimer(tick);
            } else if (!policy.stillHolds(keyId)) {
                Connections.cut(context.request());
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    private void refuse(RoutingContext context, Verdict.Refused refused) {
        Problem problem = refused.problem().in(context);
        registry.counter(MetricNames.REFUSED, MetricNames.REASON, problem.code())
                .increment();
        HttpServerResponse response = context.response().setStatusCode(problem.status());
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (refused.retryAfter() > 0) {
            response.putHeader("Retry-After", Long.toString(refused.retryAfter()));
        }
        if (refused.challenge() != null) {
            response.putHeader("WWW-Authenticate", refused.challenge());
        }
        response.end(json(problem));
    }

    private static String json(Problem problem) {
        try {
            return MessageCodec.json().writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that does not serialise is a bug", e);
        }
    }
}
