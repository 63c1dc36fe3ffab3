package io.dateline.store.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the reader what ingest refused, in its words, or that it is away. */
@Provider
public class IngestTrouble implements ExceptionMapper<IngestFailure> {
    @Override
    public Response toResponse(IngestFailure failure) {
        return Response.status(failure.status())
                .type(Html.UTF_8)
                .entity(Templates.feedtrouble(failure).render())
                .build();
    }
}
