package io.dateline.store.web;

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
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Changes what ingest lets one change of a feed. What it refuses stays in the form, with its words above. */
@Path("/feeds/{id}/change")
@Blocking
@Produces(Html.UTF_8)
public class FeedChangePage {
    private final FeedDesk desk;

    FeedChangePage(FeedDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@RestPath String id, @Context HttpHeaders caller) {
        return Templates.changefeed(FeedChange.of(desk.feed(id, caller)));
    }

    /**
     * A field that was not sent stays as it is; one that was sent empty goes back to what a new feed has.
     *
     * @param tags one a line: a tag may hold a comma
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @RestPath String id,
            @RestForm String url,
            @RestForm String name,
            @RestForm String interval,
            @RestForm String fullText,
            @RestForm String tags,
            @Context HttpHeaders caller) {
        Map<String, Object> wanted = new HashMap<>();
        put(wanted, "url", url);
        put(wanted, "name", name);
        put(wanted, "interval", interval);
        put(wanted, "fullText", fullText);
        if (tags != null) {
            wanted.put("tags", lines(tags));
        }
        try {
            desk.change(id, wanted, caller);
        } catch (IngestFailure e) {
            if (e.status() != 409 && e.status() != 422) {
                throw e;
            }
            FeedChange typed = FeedChange.refused(id, url, name, interval, fullText, tags, e);
            return Response.status(e.status())
                    .entity(Templates.changefeed(typed).render())
                    .build();
        }
        return Response.seeOther(URI.create(FeedPaths.with(FeedPaths.feed(id), "done=change")))
                .build();
    }

    private static List<String> lines(String tags) {
        return tags.lines().map(String::strip).filter(tag -> !tag.isEmpty()).toList();
    }

    private static void put(Map<String, Object> wanted, String name, String value) {
        if (value != null) {
            wanted.put(name, value.strip());
        }
    }
}
