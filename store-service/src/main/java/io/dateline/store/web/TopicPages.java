package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Criterion;
import io.dateline.store.query.NewestOfStories;
import io.dateline.store.query.TopicProfile;
import io.dateline.store.query.TopicQueries;
import io.dateline.store.query.TopicTree;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the news is about: the top of the tree of topics, and one of them. */
@Path("/topics")
public class TopicPages {
    private static final int SHOWN = 10;

    private final TopicQueries topics;
    private final NewestOfStories newest;
    private final Timelines timelines;
    private final InstantSource clock;

    TopicPages(TopicQueries topics, NewestOfStories newest, Timelines timelines, InstantSource clock) {
        this.topics = topics;
        this.newest = newest;
        this.timelines = timelines;
        this.clock = clock;
    }

    /** Takes the parameters of {@code GET /api/topics}. */
    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance tree(@Context UriInfo uri) {
        return Templates.topics(TopicsView.of(topics.tree(new SearchUrl(uri.getQueryParameters()).parameters())));
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance topic(@PathParam("id") String id) {
        TopicProfile profile = topics.get(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no topic of this id."));
        SearchUrl search = SearchUrl.EMPTY.with("topic", profile.id());
        TimeBars bars = timelines.of(search, profile.counted().approximate());
        var articles = newest.of(Criterion.TOPIC, profile.id(), SHOWN);
        TopicTree tree = topics.tree(Map.of("topic", List.of(profile.id())));
        return Templates.topic(TopicView.of(profile, articles, TopicsView.counts(tree), bars, clock.instant()));
    }
}
