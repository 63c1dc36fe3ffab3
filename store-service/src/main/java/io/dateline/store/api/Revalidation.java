package io.dateline.store.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.contracts.Sha256;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Tags an answer by a hash of its bytes, and answers 304 to who has them. The database is asked either way: what an answer
 * says hangs on more than one row has a version for (sightings, switched tags, stories), and the hash misses none of it. Answers
 * stay {@code no-store}: no cache between keeps articles, a client that asks again keeps what it was sent itself.
 */
@Provider
@Revalidated
public class Revalidation implements ContainerResponseFilter {
    private final ObjectMapper json;

    Revalidation(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (response.getStatus() != 200 || response.getEntity() == null) {
            return;
        }
        String body = json.writeValueAsString(response.getEntity());
        EntityTag tag = new EntityTag(Sha256.hex(body, 16));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        Response.ResponseBuilder unmet = request.getRequest().evaluatePreconditions(tag);
        if (unmet == null) {
            response.setEntity(body, null, MediaType.APPLICATION_JSON_TYPE);
        } else {
            response.setStatus(unmet.build().getStatus());
            response.setEntity(null);
        }
    }
}
