package io.dateline.store.web;

import io.dateline.contracts.access.Caller;
import io.dateline.contracts.access.Scope;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.reprocess.ReprocessingReport;
import io.dateline.store.reprocess.ReprocessingRequest;
import io.dateline.store.reprocess.Reprocessings;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Reprocessings, and the forms that steer them. Before them stands the access gate: posting needs the scope operate and a
 * page of this site.
 */
@Path(ReprocessingPages.ALL)
@Produces(Html.UTF_8)
@Blocking
public class ReprocessingPages {
    static final String ALL = "/ops/reprocessings";

    private static final Map<String, String> SAID = Map.of(
            "pause", "Paused: nothing of it goes on until you say so.",
            "resume", "It goes on where it was.",
            "stop", "It sends no more. What came back stays.",
            "switch", "Its tags are being shown in place of those before, some articles at a time.",
            "switch-back", "What was shown before is being shown again, some articles at a time.");

    private final Reprocessings all;
    private final Caller caller;
    private final InstantSource clock;

    ReprocessingPages(Reprocessings all, Caller caller, InstantSource clock) {
        this.all = all;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        var now = clock.instant();
        List<ReprocessingLine> lines =
                all.list().stream().map(one -> ReprocessingLine.of(one, now)).toList();
        return Templates.reprocessings(lines);
    }

    /** @param report the version whose changes are to be told; it takes some seconds, so nobody is told unasked */
    @GET
    @Path("{id: \\d{1,18}}")
    @Operation(hidden = true)
    public RestResponse<String> one(@RestPath long id, @RestQuery String report, @RestQuery String done) {
        try {
            ReprocessingReport told = report == null || report.isBlank() ? null : all.report(id, report);
            return page(200, id, told, done == null ? null : SAID.get(done), null);
        } catch (ProblemException e) {
            return refused(id, e);
        }
    }

    @POST
    @Path("{id: \\d{1,18}}/{action}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> change(
            @RestPath long id, @RestPath String action, @RestForm String rate, @RestForm String version) {
        try {
            switch (action) {
                case "pause" -> all.pause(id, true, null);
                case "resume" -> all.pause(id, false, ReprocessingRequest.rate(blankToNull(rate)));
                case "stop" -> all.stop(id);
                case "switch" -> all.switchOver(id, blankToNull(version));
                case "switch-back" -> all.switchBack(id);
                default ->
                    throw new ProblemException(ProblemCode.NOT_FOUND, "Nothing of this name can be done to one.");
            }
        } catch (ProblemException e) {
            return refused(id, e);
        }
        return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .location(URI.create(ALL + "/" + id + "?done=" + action))
                .build();
    }

    /** Its page as it is, with why nothing was done; as a page of its own where there is none to show. */
    private RestResponse<String> refused(long id, ProblemException e) {
        int status = e.problem().status();
        if (status == 404) {
            throw e;
        }
        String detail = e.problem().errors().isEmpty()
                ? e.problem().detail()
                : e.problem().errors().get(0).where() + " "
                        + e.problem().errors().get(0).detail();
        return page(status, id, null, null, detail);
    }

    private RestResponse<String> page(int status, long id, ReprocessingReport report, String done, String problem) {
        ReprocessingView view =
                ReprocessingView.of(all.get(id), report, caller.may(Scope.OPERATE), done, problem, clock.instant());
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(Templates.reprocessing(view).render())
                .build();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
