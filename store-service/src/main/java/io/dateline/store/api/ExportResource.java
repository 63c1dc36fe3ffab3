package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.export.ArticleLines;
import io.dateline.store.export.EventTables;
import io.dateline.store.export.ExportStreams;
import io.dateline.store.query.ArticleExportQuery;
import io.dateline.store.query.EventExportQuery;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whole results of any size, line by line. An export that fails on the way is cut off, never ended. */
@Path("/api/export")
@Tag(name = "exports")
@Blocking
@APIResponse(
        responseCode = "200",
        description = "The whole result; one that breaks off without the end of its transfer is not whole")
@APIResponse(
        responseCode = "400",
        description = "`invalid-parameter`",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "`too-many-clients`, `query-timeout` or `store-unavailable`",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ExportResource {
    static final String NDJSON = "application/x-ndjson";
    private static final String TSV = "text/tab-separated-values;charset=UTF-8";

    private final ArticleLines articles;
    private final EventTables events;
    private final ExportStreams streams;

    ExportResource(ArticleLines articles, EventTables events, ExportStreams streams) {
        this.articles = articles;
        this.events = events;
        this.streams = streams;
    }

    @GET
    @Path("articles.ndjson")
    @Produces(NDJSON)
    @Operation(
            operationId = "exportArticles",
            summary = "Exports articles",
            description =
                    "Newest first, one a line, each as `GET /api/articles/{id}` answers it, without `revisions` and "
                            + "`sightings`.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "max",
            description = "So many articles at most; all by default",
            schema = @Schema(type = SchemaType.INTEGER))
    public Response articles(@Context UriInfo uri, @Context HttpServerRequest request) {
        ArticleExportQuery query = ArticleExportQuery.parse(uri.getQueryParameters());
        return file("articles.ndjson", articles.stored(query), request);
    }

    @GET
    @Path("articles.ninjs")
    @Produces(NDJSON)
    @Operation(
            operationId = "exportNinjs",
            summary = "Exports articles as ninjs",
            description = "Newest first, one object of IPTC ninjs 3.1 a line.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "max",
            description = "So many articles at most; all by default",
            schema = @Schema(type = SchemaType.INTEGER))
    public Response ninjs(@Context UriInfo uri, @Context HttpServerRequest request) {
        ArticleExportQuery query = ArticleExportQuery.parse(uri.getQueryParameters());
        return file("articles.ninjs.ndjson", articles.ninjs(query), request);
    }

    @GET
    @Path("events.tsv")
    @Produces(TSV)
    @Operation(
            operationId = "exportEvents",
            summary = "Exports events",
            description = "Last told first, in the 61 columns of GDELT's Event 2.0 table, without a header.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "max",
            description = "So many events at most; all by default",
            schema = @Schema(type = SchemaType.INTEGER))
    public Response events(@Context UriInfo uri, @Context HttpServerRequest request) {
        EventExportQuery query = EventExportQuery.parse(uri.getQueryParameters());
        return file("events.tsv", events.events(query), request);
    }

    @GET
    @Path("mentions.tsv")
    @Produces(TSV)
    @Operation(
            operationId = "exportMentions",
            summary = "Exports where events are told",
            description = "Every sentence that tells one of the events, in whatever article, in the 16 columns of "
                    + "GDELT's Mentions table, without a header.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "max",
            description = "Mentions of so many events at most; of all by default",
            schema = @Schema(type = SchemaType.INTEGER))
    public Response mentions(@Context UriInfo uri, @Context HttpServerRequest request) {
        EventExportQuery query = EventExportQuery.parse(uri.getQueryParameters());
        return file("mentions.tsv", events.mentions(query), request);
    }

    private Response file(String name, StreamingOutput export, HttpServerRequest request) {
        return Response.ok(streams.guard(export, request))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dateline-" + name + "\"")
                .build();
    }
}
