package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Hands a list of feeds on to ingest, as it is, and tells what became of its entries. */
@Path("/feeds/import")
@Blocking
@Produces(Html.UTF_8)
public class FeedImportPage {
    /** Bytes of a list; ingest's API takes larger ones. */
    static final int LARGEST = 4 << 20;

    private final FeedDesk desk;

    FeedImportPage(FeedDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.importfeeds(FeedImportView.before(desk.configured()));
    }

    /** The answer is the page, not a way to it: nobody keeps it, and the same list sent again changes nothing. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(@RestForm("list") FileUpload list, @Context HttpHeaders caller) throws IOException {
        if (list == null || list.size() == 0) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "Choose a file that is not empty.");
        }
        if (list.size() > LARGEST) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "This page takes lists of up to 4 MiB; POST /api/feeds/opml of ingest takes larger ones.");
        }
        try {
            IngestImported imported = desk.importList(Files.readAllBytes(list.uploadedFile()), caller);
            return Response.ok(
                            Templates.importfeeds(FeedImportView.of(imported)).render())
                    .build();
        } catch (IngestFailure e) {
            return IngestTrouble.page(
                    e, Templates.importfeeds(FeedImportView.refused(e)).render());
        }
    }
}
