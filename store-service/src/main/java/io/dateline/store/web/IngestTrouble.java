package io.dateline.store.web;

import io.dateline.contracts.http.ProblemMappers;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the reader what ingest refused, in its words, or that it is away. */
@Provider
public class IngestTrouble implements ExceptionMapper<IngestFailure> {
    @Override
    public Response toResponse(IngestFailure failure) {
        return page(failure, Templates.feedtrouble(failure, null).render());
    }

    /** A page of the failure's status. */
    static Response page(IngestFailure failure, String html) {
        Response.ResponseBuilder page =
                Response.status(failure.status()).type(Html.UTF_8).entity(html);
        if (failure.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            page.header(HttpHeaders.RETRY_AFTER, ProblemMappers.RETRY_SECONDS);
        }
        return page.build();
    }
}
