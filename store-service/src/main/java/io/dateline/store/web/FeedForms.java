package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
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
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The buttons of the feeds pages. Before them stands the access gate, which refuses what another site's page sends. */
@Path("/feeds")
@Blocking
@Produces(Html.UTF_8)
public class FeedForms {
    private static final Set<String> OF_MANY = Set.of("pause", "resume", "poll");

    private final FeedDesk desk;

    FeedForms(FeedDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/{id}/{action}")
    @Operation(hidden = true)
    public Response change(@RestPath String id, @RestPath String action, @Context HttpHeaders caller) {
        switch (action) {
            case "pause" -> desk.pause(id, true, caller);
            case "resume" -> desk.pause(id, false, caller);
            case "poll" -> desk.poll(id, caller);
            case "delete" -> desk.delete(id, caller);
            default -> throw new ProblemException(ProblemCode.NOT_FOUND, "Nothing of this name can be done to a feed.");
        }
        return see(action.equals("delete") ? "/feeds" : FeedPaths.feed(id), "done=" + action);
    }

    /** @param state and {@code q}: the list to go back to */
    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response changeMany(
            @RestForm("id") List<String> ids,
            @RestForm String action,
            @RestForm String state,
            @RestForm String q,
            @Context HttpHeaders caller) {
        if (action == null || !OF_MANY.contains(action)) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "action is pause, resume or poll.");
        }
        if (ids == null || ids.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "Mark some feeds first.");
        }
        if (ids.size() > FeedsView.SHOWN) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "At most " + FeedsView.SHOWN + " feeds at once.");
        }
        String asked = state == null || state.isBlank() ? "" : FeedsView.name(FeedsPage.state(state));
        int changed = desk.bulk(action, ids, caller);
        return see(FeedPaths.list(asked, FeedsPage.text(q)), "done=" + action + "&changed=" + changed);
    }

    @GET
    @Path("/opml")
    @Produces({"text/x-opml;charset=UTF-8", Html.UTF_8})
    @Operation(hidden = true)
    public Response opml(@Context HttpHeaders caller) {
        return Response.ok(desk.opml(caller), "text/x-opml;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"dateline-feeds.opml\"")
                .build();
    }

    private static Response see(String address, String query) {
        return Response.seeOther(URI.create(FeedPaths.with(address, query))).build();
    }
}
