package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses questions with a parameter that their method does not take: one that is mistyped must not widen an answer in
 * silence. Pages are left alone, since others add to the addresses that people pass on.
 */
class UnknownParameters {
    private static final Set<String> ASKING = Set.of("GET", "HEAD");

    private final Map<Method, Optional<KnownParameters>> known = new ConcurrentHashMap<>();

    /** @throws ProblemException {@code unknown-parameter} with one fault for each of them */
    @ServerRequestFilter
    public void filter(ResourceInfo resource, ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        String path = request.getUriInfo().getPath();
        if (method == null || !ASKING.contains(request.getMethod()) || !path.startsWith("/api/")) {
            return;
        }
        known.computeIfAbsent(method, KnownParameters::of)
                .ifPresent(parameters -> check(
                        parameters, request.getUriInfo().getQueryParameters().keySet()));
    }

    private static void check(KnownParameters parameters, Set<String> asked) {
        List<Problem.Fault> faults = asked.stream()
                .sorted()
                .flatMap(name ->
                        parameters
                                .fault(name)
                                .map(fault -> new Problem.Fault(KnownParameters.shown(name), fault))
                                .stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_PARAMETER, "One or more parameters are not known here.", faults);
        }
    }
}
