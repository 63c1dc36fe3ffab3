package io.dateline.store.api;

import io.dateline.store.query.Paged;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/** Says in the head of an answer, too, where its next page is (RFC 8288). */
@Provider
@Priority(PageLinks.BEFORE_THE_BODY_IS_WRITTEN)
public class PageLinks implements ContainerResponseFilter {
    /** The order of filters of answers is that of falling priorities. */
    static final int BEFORE_THE_BODY_IS_WRITTEN = Priorities.USER + 1;

    private static final String CURSOR = "cursor";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page && page.next() != null) {
            response.getHeaders().add("Link", "<" + with(request.getUriInfo(), page.next()) + ">; rel=\"next\"");
        }
    }

    /**
     * The address that was asked for, at another place.
     *
     * @param cursor null for the first page
     */
    static String with(UriInfo uri, String cursor) {
        Object[] value = cursor == null ? null : new Object[] {cursor};
        return uri.getRequestUriBuilder()
                .replaceQueryParam(CURSOR, value)
                .build()
                .toString();
    }
}
