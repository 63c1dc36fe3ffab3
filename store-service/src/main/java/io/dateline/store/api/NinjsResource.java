package io.dateline.store.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.export.Ninjs;
import io.dateline.store.query.ArticleQueries;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An article for other newsrooms. */
@Path("/api/articles/{id}/ninjs")
@Tag(name = "exports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class NinjsResource {
    private final ArticleQueries queries;

    NinjsResource(ArticleQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "getNinjs",
            summary = "Reads an article as ninjs",
            description =
                    "The head as IPTC ninjs 3.1, with its topics, people, organisations and places, and with the words every"
                            + " tag came from as an associated item named evidence.")
    @APIResponse(responseCode = "200", description = "One ninjs object")
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: there is none, or it is under embargo",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "`withdrawn`: its owner killed it; `erased`: it was erased on request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ObjectNode get(@PathParam("id") String id) {
        return queries.get(id)
                .map(article -> Ninjs.of(article.document()))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "The store has no article of this id to show."));
    }
}
