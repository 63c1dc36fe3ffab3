package io.dateline.store.web;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.ops.FeedList;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** Looks at what an address would bring as a feed, and adds it. Ingest fetches; the store calls nobody but ingest. */
@Path("/feeds/add")
@Blocking
@Produces(Html.UTF_8)
public class FeedAddPage {
    private static final String TAKEN = "feed-exists";

    private final FeedDesk desk;
    private final FeedList feeds;

    FeedAddPage(FeedDesk desk, FeedList feeds) {
        this.desk = desk;
        this.feeds = feeds;
    }

    /**
     * Another site's link or picture must not make ingest fetch anything with a reader's key: the address then waits in
     * the form. Requests that no browser sent are looked at.
     */
    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("url") String url, @Context HttpHeaders caller) {
        String asked = url == null ? "" : url.strip();
        if (asked.length() > ArticleLimits.URL) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER, "url has up to " + ArticleLimits.URL + " characters.");
        }
        String site = caller.getHeaderString("Sec-Fetch-Site");
        boolean ours = site == null || site.equals("same-origin") || site.equals("none");
        if (asked.isEmpty() || !desk.configured() || !ours) {
            return Templates.addfeed(FeedLook.before(asked, desk.configured(), !asked.isEmpty() && !ours));
        }
        return Templates.addfeed(look(asked, caller));
    }

    private FeedLook look(String url, HttpHeaders caller) {
        IngestFound found;
        try {
            found = desk.discover(url, caller);
        } catch (IngestFailure e) {
            return FeedLook.failed(url, e);
        }
        if (found.feeds().isEmpty()) {
            return FeedLook.of(url, found, null, null, this::polled);
        }
        String first = found.feeds().get(0).url();
        try {
            return FeedLook.of(url, found, FeedLook.sample(first, desk.preview(first, caller)), null, this::polled);
        } catch (IngestFailure e) {
            return FeedLook.of(url, found, null, e, this::polled);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(
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
        if (tags != null && !tags.isBlank()) {
            wanted.put("tags", tags(tags));
        }
        try {
            IngestFeed feed = desk.add(wanted, caller);
            return Response.seeOther(URI.create(FeedPaths.with(FeedPaths.feed(feed.id()), "done=add")))
                    .build();
        } catch (IngestFailure e) {
            if (!TAKEN.equals(e.code())) {
                throw e;
            }
            return Response.status(e.status())
                    .entity(Templates.feedtrouble(e, polled((String) wanted.get("url"))))
                    .build();
        }
    }

    /**
     * Page of the feed that is polled from an address, or null where none is, as far as the status topic told. Ingest writes
     * an address that ends with its host with a slash.
     */
    private String polled(String url) {
        return feeds.at(url)
                .or(() -> feeds.at(url + "/"))
                .map(feed -> FeedPaths.feed(feed.feedId()))
                .orElse(null);
    }

    private static List<String> tags(String tags) {
        return Stream.of(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static void put(Map<String, Object> wanted, String name, String value) {
        if (value != null && !value.isBlank()) {
            wanted.put(name, value.strip());
        }
    }
}
