package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.compare.Neighbours;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.StoredArticle;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed between two revisions of an article. */
@Path("/api/articles/{id}/diff")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DiffResource {
    private final ArticleQueries queries;

    DiffResource(ArticleQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "compareRevisions",
            summary = "Shows what changed between two revisions",
            description =
                    "Word by word, of title, summary, byline and body, those that differ. What has more than 12,000 "
                            + "words and gaps or 200,000 characters in both together is not compared (`too-large`), and what "
                            + "shares less than a fifth of its words was written anew (`too-different`): both without pieces.")
    @APIResponse(
            responseCode = "200",
            description = "The parts that differ",
            content = @Content(schema = @Schema(implementation = RevisionChanges.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: there is no such article or revision to show, or none before it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "`withdrawn`, `erased` or `expired`, as with the article",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RevisionChanges diff(
            @PathParam("id") String id,
            @Parameter(description = "The older one; the one before `to` by default") @QueryParam("from") Integer from,
            @Parameter(description = "The newer one; the head by default") @QueryParam("to") Integer to) {
        StoredArticle after = shown(to == null ? queries.get(id) : queries.get(id, to));
        int older = from == null ? before(after) : from;
        return RevisionChanges.of(shown(queries.get(id, older)), after);
    }

    private static int before(StoredArticle after) {
        return Neighbours.of(after.revisions()).stream()
                .filter(pair -> pair.after() == after.stored().revision())
                .findFirst()
                .map(Neighbours::before)
                .orElseThrow(() -> notFound("There is no revision before this one."));
    }

    private static StoredArticle shown(Optional<StoredArticle> found) {
        return found.orElseThrow(() -> notFound("The store has no such article or revision to show."));
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(ProblemCode.NOT_FOUND, detail);
    }
}
