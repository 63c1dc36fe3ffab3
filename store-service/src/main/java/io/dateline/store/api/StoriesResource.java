package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.story.Stories;
import io.dateline.store.story.Story;
import io.dateline.store.story.StoryPage;
import io.dateline.store.story.StoryQueryParser;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stories: articles about one happening. */
@Path("/api/stories")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Revalidated
@APIResponse(responseCode = "304", description = "It is as `If-None-Match` says")
public class StoriesResource {
    private final Stories stories;

    StoriesResource(Stories stories) {
        this.stories = stories;
    }

    @GET
    @Operation(
            operationId = "findStories",
            summary = "Finds stories",
            description =
                    "The story with the latest article first, or the one with the most. With a filter, stories of which one of the newest "
                            + "10,000 articles that match it is a member.")
    @Parameter(
            name = "min-sources",
            description = "Sources that report it on their own, at least; 1 to 1000, 1 by default",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "sort",
            description = "`newest`, by the latest article (default); `largest`, by how many articles it has now, of "
                    + "equals the newest")
    @Parameter(
            name = "limit",
            description = "Stories of a page, 1 to 100, 20 by default",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "cursor", description = "The `next` of the page before, with the same parameters")
    @APIResponse(
            responseCode = "200",
            description = "One page; without `next` it is the last",
            content = @Content(schema = @Schema(implementation = StoryPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter` or `invalid-cursor`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public StoryPage find(@Context UriInfo uri) {
        return stories.find(StoryQueryParser.parse(uri.getQueryParameters()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getStory",
            summary = "Reads a story",
            description = "Its timeline with copies told apart, its sources, what its articles share, and what became "
                    + "of it: what joined, left, was merged and split.")
    @APIResponse(
            responseCode = "200",
            description = "The story",
            content = @Content(schema = @Schema(implementation = Story.class)))
    @APIResponse(responseCode = "301", description = "It was merged into the story at `Location`")
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: there is none, or none of its articles may be shown",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response get(@PathParam("id") String id) {
        Story story = stories.get(id)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "The store has no story of this id to show."));
        if (!story.id().equals(id)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(UriBuilder.fromResource(StoriesResource.class)
                            .path(story.id())
                            .build())
                    .build();
        }
        return Response.ok(story).build();
    }
}
