package io.dateline.contracts.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Says in every problem that is answered where it came up. Before others, which may make something else of it. */
@Provider
@Priority(Priorities.USER + 1_000)
public final class ProblemInstances implements ContainerResponseFilter {
    private final CurrentVertxRequest current;

    ProblemInstances(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext context = current.getCurrent();
        if (context != null && response.getEntity() instanceof Problem problem) {
            response.setEntity(problem.in(context), response.getEntityAnnotations(), response.getMediaType());
        }
    }
}
