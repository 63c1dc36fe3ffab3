package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.story.Stories;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An article with its tags shown in the text. */
@Path("/articles/{id}")
public class ArticlePages {
    private final ArticleQueries articles;
    private final Stories stories;
    private final InstantSource clock;

    ArticlePages(ArticleQueries articles, Stories stories, InstantSource clock) {
        this.articles = articles;
        this.stories = stories;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance article(@PathParam("id") String id, @QueryParam("revision") Integer revision) {
        var found = revision == null ? articles.get(id) : articles.get(id, revision);
        return found.map(article -> Templates.article(
                        ArticleView.of(article, clock.instant()),
                        stories.storyOf(id).orElse(null)))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "The store has no such article or revision."));
    }
}
