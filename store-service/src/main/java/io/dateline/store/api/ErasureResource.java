package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.write.ArticleErasure;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasing articles: needs a key of the scope operate where there are keys. */
@Path("/api/articles/{id}")
@Tag(name = "articles")
@Blocking
public class ErasureResource {
    private final ArticleErasure erasure;

    ErasureResource(ArticleErasure erasure) {
        this.erasure = erasure;
    }

    @DELETE
    @Operation(
            operationId = "eraseArticle",
            summary = "Erases an article for good",
            description = "Text and tags of all revisions. A tombstone stays, so that neither the same nor a later "
                    + "revision brings it back; changes and streams tell of it without text.")
    @APIResponse(responseCode = "204", description = "Erased, now or before")
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: the store never had an article of this id",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "`store-unavailable`: nothing was changed",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void erase(@PathParam("id") String id) {
        if (!erasure.erase(id)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "The store never had an article of this id.");
        }
    }
}
