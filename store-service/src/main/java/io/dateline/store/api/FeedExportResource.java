package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.export.AtomFeed;
import io.dateline.store.export.ExportStreams;
import io.dateline.store.export.FeedPage;
import io.dateline.store.export.JsonFeed;
import io.dateline.store.query.ArticleKeys;
import io.dateline.store.query.ArticleReading;
import io.dateline.store.query.FeedQuery;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any search as a feed to subscribe to, newest first. */
@Path("/api/export")
@Tag(name = "exports")
@Blocking
@APIResponse(responseCode = "200", description = "One page; without a link to the next it is the last")
@APIResponse(responseCode = "304", description = "It is as `If-None-Match` says")
@APIResponse(
        responseCode = "400",
        description = "`invalid-parameter` or `invalid-cursor`",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "410",
        description = "`cursor-expired`: what came after this place was dropped with its month",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "`too-many-clients`, `query-timeout` or `store-unavailable`",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class FeedExportResource {
    private static final String ATOM = "application/atom+xml";
    private static final String JSON_FEED = "application/feed+json";
    private static final String CURSOR = "cursor";
    private static final Set<String> NO_FILTERS = Set.of("limit", CURSOR, "content");

    private final ArticleReading articles;
    private final AtomFeed atom;
    private final JsonFeed json;
    private final ExportStreams streams;

    FeedExportResource(ArticleReading articles, AtomFeed atom, JsonFeed json, ExportStreams streams) {
        this.articles = articles;
        this.atom = atom;
        this.json = json;
        this.streams = streams;
    }

    @GET
    @Path("articles.atom")
    @Produces(ATOM)
    @Operation(
            operationId = "exportAtom",
            summary = "A search as an Atom feed",
            description = "Atom 1.0 (RFC 4287), newest first; `rel=next` leads to older pages (RFC 5005). Answers 304 "
                    + "where nothing changed.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "Articles of a page, 1 to 100, 20 by default",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "As the link to the next page has it")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "content",
            description = "`summary` (default), or `full` for the whole text as well")
    public Response atom(@Context UriInfo uri, @Context Request conditions, @Context HttpServerRequest request) {
        return answer(uri, conditions, request, atom::of);
    }

    @GET
    @Path("articles.feed.json")
    @Produces(JSON_FEED)
    @Operation(
            operationId = "exportJsonFeed",
            summary = "A search as a JSON feed",
            description = "JSON Feed 1.1, newest first; `next_url` leads to older pages. Answers 304 where nothing "
                    + "changed.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "Articles of a page, 1 to 100, 20 by default",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "As `next_url` has it")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "content",
            description = "`summary` (default), or `full` for the whole text")
    public Response json(@Context UriInfo uri, @Context Request conditions, @Context HttpServerRequest request) {
        return answer(uri, conditions, request, json::of);
    }

    private Response answer(
            UriInfo uri, Request conditions, HttpServerRequest request, Function<FeedPage, StreamingOutput> form) {
        FeedQuery query = FeedQuery.parse(uri.getQueryParameters());
        ArticleKeys keys = articles.keys(query.articles());
        FeedPage page = new FeedPage(title(uri), links(uri, keys), query.full(), keys);
        EntityTag tag = new EntityTag(page.tag());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(streams.guardPage(form.apply(page), request, page.full()));
        CacheControl revalidate = new CacheControl();
        revalidate.setNoCache(true);
        revalidate.setNoTransform(false);
        return answer.tag(tag).cacheControl(revalidate).build();
    }

    /** As the client addressed us: what proxies say of it counts only where they are trusted. */
    private static FeedPage.Links links(UriInfo uri, ArticleKeys keys) {
        URI self = uri.getRequestUri();
        return new FeedPage.Links(
                uri.getBaseUri().toString(),
                PageLinks.with(uri, null),
                self.toString(),
                keys.next() == null ? null : PageLinks.with(uri, keys.next()));
    }

    private static String title(UriInfo uri) {
        String filters = new TreeMap<>(uri.getQueryParameters())
                .entrySet().stream()
                        .filter(entry -> !NO_FILTERS.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                        .collect(Collectors.joining("; "));
        return filters.isEmpty() ? "Dateline" : "Dateline: " + filters;
    }
}
