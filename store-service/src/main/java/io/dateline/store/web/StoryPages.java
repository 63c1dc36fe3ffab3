package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.story.Stories;
import io.dateline.store.story.Story;
import io.dateline.store.story.StoryPage;
import io.dateline.store.story.StoryQuery;
import io.dateline.store.story.StoryQueryParser;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Articles about one happening, put together: those several sources report, and one of them with its timeline. */
@Path("/stories")
public class StoryPages {
    private final Stories stories;
    private final InstantSource clock;

    StoryPages(Stories stories, InstantSource clock) {
        this.stories = stories;
        this.clock = clock;
    }

    /** Takes the parameters of {@code GET /api/stories}; without any that narrows, what at least two sources report. */
    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public RestResponse<String> reported(@Context UriInfo uri) {
        var parameters = uri.getQueryParameters();
        boolean plain = parameters.keySet().stream().allMatch(Set.of("cursor", "sort")::contains);
        SearchUrl asked = new SearchUrl(parameters);
        StoryQuery query =
                StoryQueryParser.parse(plain ? asked.with("min-sources", "2").parameters() : asked.parameters());
        StoryPage page = stories.find(query);
        StoriesView view = StoriesView.of(asked, plain, query.sort(), page, clock.instant());
        return RestResponse.ok(Templates.threads(view).render());
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public RestResponse<String> story(@PathParam("id") String id) {
        Story story = stories.get(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "The store has no such story."));
        if (!story.id().equals(id)) {
            return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.MOVED_PERMANENTLY)
                    .location(URI.create("/stories/" + story.id()))
                    .build();
        }
        return RestResponse.ok(
                Templates.thread(ThreadView.of(story, clock.instant())).render());
    }
}
