package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.ArticleQueryParser;
import io.dateline.store.query.StoredArticle;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stored articles: search and read. */
@Path("/api/articles")
@Tag(name = "articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Revalidated
@APIResponse(responseCode = "304", description = "It is as `If-None-Match` says")
public class ArticlesResource {
    private final ArticleQueries queries;

    ArticlesResource(ArticleQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "findArticles",
            summary = "Finds articles",
            description = "Newest first, or best match first among the newest 10,000 matches. Values of one parameter "
                    + "given several times are alternatives; different parameters narrow each other.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "sort",
            description =
                    "`newest` (default), `oldest`, `relevance`, which needs `q`, or `salience`, which needs `entity`")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "Articles of a page, 1 to 100, 20 by default",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cursor",
            description = "The `next` of the page before, with the same parameters")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "facets",
            description =
                    "`true` counts the newest 10,000 matches by entity, topic, place, event, source, lang, author,"
                            + " category, agency, slugline, urgency and domain, 20 values each")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "highlight",
            description = "`true` shows where the words of `q` occur: text and spans, by article id; needs `q`")
    @APIResponse(
            responseCode = "200",
            description = "One page; without `next` it is the last",
            content = @Content(schema = @Schema(implementation = ArticlePage.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter` or `invalid-cursor`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "`query-timeout` or `store-unavailable`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ArticlePage find(@Context UriInfo uri) {
        return queries.find(ArticleQueryParser.parse(uri.getQueryParameters()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getArticle",
            summary = "Reads an article",
            description = "The head, or one revision, with every tag and its evidence: offsets are UTF-16 code units "
                    + "of the field they name, end exclusive. `sightings` tells who else carries it: `count`, and the "
                    + "first 50.")
    @APIResponse(
            responseCode = "200",
            description = "The article as it was enriched, and what the store knows about it",
            content = @Content(schema = @Schema(implementation = StoredArticle.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: there is none, or it is under embargo",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "`withdrawn`: its owner killed it; `erased`: it was erased on request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public StoredArticle get(
            @PathParam("id") String id,
            @Parameter(description = "A revision of `revisions`; the head by default") @QueryParam("revision")
                    Integer revision) {
        return (revision == null ? queries.get(id) : queries.get(id, revision))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        revision == null
                                ? "The store has no article of this id to show."
                                : "The store has no such revision to show."));
    }
}
