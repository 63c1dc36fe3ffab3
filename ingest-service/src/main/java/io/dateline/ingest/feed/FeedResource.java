package io.dateline.ingest.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Database;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The feeds that are polled. */
@Path("/api/feeds")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds", description = "The feeds that are polled, and how they fare.")
public class FeedResource {
    private static final int MOST = 1000;

    private final FeedStore feeds;
    private final FeedSearch search;
    private final FeedRules rules;

    FeedResource(Database database, AddressGuard guard, IngestConfig config) {
        this.feeds = new FeedStore(database);
        this.search = new FeedSearch(database);
        this.rules =
                new FeedRules(guard, config.poll().minInterval(), config.poll().defaultInterval());
    }

    /** @param next cursor of the next page, null on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Feed> items, String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Poll a feed from now on",
            description = "It is fetched at once. Its address must be public unless it is on the allow-list.")
    @APIResponse(responseCode = "201", description = "Made; Location says where it is.")
    @APIResponse(responseCode = "409", description = "feed-exists: a feed with this address is polled already.")
    @APIResponse(responseCode = "422", description = "invalid-feed or address-not-allowed.")
    public Response create(FeedRequest request) {
        FeedRequest wanted = present(request);
        Feed feed =
                feeds.create(rules.check(wanted), Boolean.TRUE.equals(wanted.paused()), FeedTags.check(wanted.tags()));
        return Response.created(URI.create("/api/feeds/" + feed.id()))
                .entity(feed)
                .build();
    }

    @GET
    @Operation(summary = "All feeds, or some", description = "A page at a time, in order of their ids.")
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    public Page list(
            @Parameter(description = "Only those filed under this tag.") @QueryParam("tag") String tag,
            @Parameter(description = "ok, failing, silent, paused and so on.") @QueryParam("state") String state,
            @Parameter(description = "Only those whose name or address holds this, in upper or lower case.")
                    @QueryParam("q")
                    String q,
            @Parameter(description = "Where the last page ended: its next.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 1000.") @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "limit is between 1 and " + MOST + ".");
        }
        List<Feed> found = search.page(FeedFilter.of(tag, state, q), cursor == null ? "" : cursor, limit + 1);
        boolean more = found.size() > limit;
        List<Feed> items = more ? found.subList(0, limit) : found;
        return new Page(items, more ? items.get(limit - 1).id() : null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One feed and how it fares")
    public Feed get(@RestPath String id) {
        return feeds.find(id).orElseThrow(FeedResource::unknown);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change, pause or resume a feed",
            description = "What is left out stays as it is. The source of its articles cannot be changed.")
    @APIResponse(responseCode = "200", description = "As it is now.")
    public Feed change(@RestPath String id, FeedRequest request) {
        FeedRequest wanted = present(request);
        Feed now = get(id);
        FeedRequest whole = new FeedRequest(
                wanted.url() == null ? now.url() : wanted.url(),
                wanted.name() == null ? now.name() : wanted.name(),
                wanted.interval() == null ? now.interval() : wanted.interval(),
                wanted.paused() == null ? Boolean.valueOf(now.paused()) : wanted.paused(),
                wanted.fullText() == null ? now.fullText() : wanted.fullText(),
                now.source(),
                wanted.tags());
        List<String> tags = whole.tags() == null ? null : FeedTags.check(whole.tags());
        return feeds.change(id, rules.check(whole).keeping(now.url()), whole.paused(), tags)
                .orElseThrow(FeedResource::unknown);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Poll a feed no more",
            description = "Its articles stay; another source that carries one may take it over.")
    @APIResponse(responseCode = "204", description = "Gone.")
    public void delete(@RestPath String id) {
        if (!feeds.delete(id)) {
            throw unknown();
        }
    }

    @POST
    @Path("/{id}/poll")
    @Operation(
            summary = "Poll a feed now",
            description = "As soon as its host allows. Does nothing while it is paused.")
    @APIResponse(responseCode = "202", description = "It is due now.")
    public Response poll(@RestPath String id) {
        return Response.accepted(feeds.pollNow(id).orElseThrow(FeedResource::unknown))
                .build();
    }

    private static FeedRequest present(FeedRequest request) {
        if (request == null) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is empty.");
        }
        return request;
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such feed.");
    }
}
