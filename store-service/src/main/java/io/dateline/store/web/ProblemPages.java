package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Shows a problem as a page to whoever asked for one; programs and everything under {@code /api} keep their JSON. */
@Provider
public class ProblemPages implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && wantsPage(request)) {
            String page = Templates.problem(problem, headline(problem), advice(problem))
                    .render();
            response.setEntity(page, null, MediaType.valueOf(Html.UTF_8));
        }
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return !relative.startsWith("api/")
                && !relative.startsWith("live")
                && request.getAcceptableMediaTypes().stream().anyMatch(MediaType.TEXT_HTML_TYPE::isCompatible);
    }

    private static String headline(Problem problem) {
        return switch (problem.code()) {
            case "withdrawn" -> "This article was withdrawn";
            case "erased" -> "This article was erased";
            case "not-found" -> "There is nothing at this address";
            case "store-unavailable" -> "The store cannot be reached right now";
            case "query-timeout" -> "That took too long";
            default -> problem.status() < 500 ? "This request cannot be understood" : "Something failed on our side";
        };
    }

    private static String advice(Problem problem) {
        return switch (problem.code()) {
            case "withdrawn" -> "Its source killed it, and its text is no longer shown, in any revision.";
            case "erased" -> "Its text was removed from here on request, in every revision.";
            case "not-found" -> "The address may be mistyped, or the article was never stored here.";
            case "store-unavailable" -> "Nothing is lost. Try again in a moment.";
            case "query-timeout" -> "Narrow the search by dates, a source or a topic, and try again.";
            default -> problem.status() < 500 ? problem.detail() : "The failure was logged. Try again in a moment.";
        };
    }
}
