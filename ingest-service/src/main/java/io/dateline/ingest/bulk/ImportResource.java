package io.dateline.ingest.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.text.CleanText;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Archives, imported on the bulk lane. */
@Path("/api/imports")
@Blocking
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "imports", description = "Archives below the import folder, imported on the bulk lane.")
public class ImportResource {
    private static final int MOST = 200;
    private static final int FASTEST = 100_000;

    private final ImportStore imports;
    private final ImportWorkers workers;
    private final int rate;

    ImportResource(Database database, ImportWorkers workers, IngestConfig config) {
        this.imports = new ImportStore(database);
        this.workers = workers;
        this.rate = config.imports().rate();
    }

    /** @param next cursor of the next page, null on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Import> items, String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Import an archive", description = """
                    NDJSON (an article a line, as pushed), a web archive (WARC; its pages become articles), or a folder \
                    of these and of wire files; NDJSON and WARC may be gzip. It goes on after a crash where it was, on \
                    whichever instance. Asking for a path that is being imported answers that import.""")
    @APIResponse(responseCode = "200", description = "It is being imported already.")
    @APIResponse(responseCode = "201", description = "Begun; Location says where to look.")
    @APIResponse(responseCode = "413", description = "too-large: a folder of more than 100,000 files.")
    @APIResponse(
            responseCode = "422",
            description = "invalid-import: nothing there, outside the folder, or no folder set.")
    public Response create(ImportRequest request) {
        if (request == null) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is empty.");
        }
        ImportFolder folder =
                workers.folder().orElseThrow(() -> invalid("No import folder is set (dateline.ingest.import.folder)."));
        if (request.path() == null || request.path().isBlank()) {
            throw invalid("path is missing.");
        }
        String path = folder.check(request.path());
        ImportKind kind = kind(request.kind(), path, folder.isFolder(path));
        List<ImportFolder.Entry> files = folder.files(path);
        ImportStore.Created created = imports.create(
                path,
                kind,
                source(request.source()),
                rate(request.rate()),
                files.size(),
                files.stream().mapToLong(ImportFolder.Entry::bytes).sum());
        URI at = URI.create("/api/imports/" + created.stored().id());
        return (created.fresh() ? Response.created(at) : Response.ok().location(at))
                .entity(created.stored())
                .build();
    }

    @GET
    @Operation(summary = "All imports", description = "The newest first, a page at a time.")
    public Page list(
            @Parameter(description = "Where the last page ended: its next.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 200.") @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "limit is between 1 and " + MOST + ".");
        }
        List<Import> found = imports.list(cursor, limit + 1);
        boolean more = found.size() > limit;
        List<Import> items = more ? found.subList(0, limit) : found;
        return new Page(items, more ? items.get(limit - 1).id() : null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One import and how far it is")
    public Import get(@RestPath String id) {
        return imports.find(id).orElseThrow(ImportResource::unknown);
    }

    @GET
    @Path("/{id}/rejected")
    @Produces({"application/x-ndjson", Problem.MEDIA_TYPE})
    @Operation(
            summary = "The records that were rejected",
            description = "A line of JSON each: file, record (line), offset, code and detail.")
    public Response rejected(@RestPath String id) {
        get(id);
        java.nio.file.Path report =
                workers.folder().orElseThrow(ImportResource::unknown).report(id);
        Object lines = Files.exists(report) ? report.toFile() : "";
        return Response.ok(lines, "application/x-ndjson").build();
    }

    @POST
    @Path("/{id}/pause")
    @Operation(summary = "Pause an import", description = "It stops after the batch that is under way.")
    @APIResponse(responseCode = "409", description = "import-over")
    public Import pause(@RestPath String id) {
        return moved(id, Import.State.PAUSED, List.of(Import.State.RUNNING));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Go on with a paused or failed import", description = "Where it stopped.")
    @APIResponse(responseCode = "409", description = "import-over, or the same path is being imported anew.")
    public Import resume(@RestPath String id) {
        return moved(id, Import.State.RUNNING, List.of(Import.State.PAUSED, Import.State.FAILED));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "End an import", description = "What was imported stays.")
    @APIResponse(responseCode = "409", description = "import-over")
    public Import cancel(@RestPath String id) {
        return moved(
                id, Import.State.CANCELED, List.of(Import.State.RUNNING, Import.State.PAUSED, Import.State.FAILED));
    }

    /** Doing it twice is no mistake; doing it to one that is over is. */
    private Import moved(String id, Import.State to, List<Import.State> from) {
        Import now = imports.move(id, to, from).orElseThrow(ImportResource::unknown);
        if (now.state() != to) {
            throw new ProblemException(
                    ProblemCode.IMPORT_OVER, "The import is " + ImportStore.label(now.state()) + ".");
        }
        return now;
    }

    private static ImportKind kind(String written, String path, boolean isFolder) {
        ImportKind guessed = isFolder ? ImportKind.FOLDER : ImportKind.ofFile(path);
        if (written == null) {
            return guessed;
        }
        ImportKind kind = Stream.of(ImportKind.values())
                .filter(one -> one.label().equals(written.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> invalid("kind is ndjson, warc or folder."));
        if (isFolder && kind != ImportKind.FOLDER) {
            throw invalid("The path is a folder.");
        }
        if (!isFolder && kind == ImportKind.FOLDER && guessed != ImportKind.FOLDER) {
            throw invalid("The path is no folder.");
        }
        return kind;
    }

    private int rate(Integer written) {
        if (written != null && (written < 1 || written > FASTEST)) {
            throw invalid("rate is between 1 and " + FASTEST + ".");
        }
        return written == null ? rate : written;
    }

    private static String source(String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String source = CleanText.line(written).text();
        if (source.isEmpty() || source.length() > ArticleLimits.SHORT_TEXT) {
            throw invalid("source has 1 to " + ArticleLimits.SHORT_TEXT + " characters.");
        }
        return source;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_IMPORT, detail);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such import.");
    }
}
