package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.TopicProfile;
import io.dateline.store.query.TopicQueries;
import io.dateline.store.query.TopicTree;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Topics: IPTC Media Topics of stored articles. */
@Path("/api/topics")
@Tag(name = "topics")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Revalidated
@APIResponse(responseCode = "304", description = "It is as `If-None-Match` says")
public class TopicsResource {
    private final TopicQueries queries;

    TopicsResource(TopicQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "readTopics",
            summary = "Shows the topics of the news as a tree",
            description = "Counted over the newest 10,000 articles that fit the filters of the search.")
    @APIResponse(
            responseCode = "200",
            description = "Topics without articles are left out",
            content = @Content(schema = @Schema(implementation = TopicTree.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public TopicTree tree(@Context UriInfo uri) {
        return queries.tree(uri.getQueryParameters());
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getTopic",
            summary = "Reads a topic",
            description =
                    "What is broader and narrower, what its newest 10,000 articles are about, and the newest of them.")
    @APIResponse(
            responseCode = "200",
            description = "Without articles the lists are empty",
            content = @Content(schema = @Schema(implementation = TopicProfile.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: there is no such topic",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public TopicProfile get(@PathParam("id") String id) {
        return queries.get(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no topic of this id."));
    }
}
