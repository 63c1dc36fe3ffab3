package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.SimilarArticles;
import io.dateline.store.query.SimilarQueries;
import io.dateline.store.query.StoredArticle;
import io.dateline.store.query.TrailQueries;
import io.dateline.store.story.Stories;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An article with its tags shown in the text, or what changed between two of its revisions. */
@Path("/articles/{id}")
public class ArticlePages {
    private static final int SIMILAR = 5;

    private final ArticleQueries articles;
    private final Stories stories;
    private final TrailQueries trails;
    private final SimilarQueries similar;
    private final InstantSource clock;

    ArticlePages(
            ArticleQueries articles,
            Stories stories,
            TrailQueries trails,
            SimilarQueries similar,
            InstantSource clock) {
        this.articles = articles;
        this.stories = stories;
        this.trails = trails;
        this.similar = similar;
        this.clock = clock;
    }

    /**
     * @param revision the one to show, or null for the newest
     * @param against  the one to compare it with, or null
     */
    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance article(
            @PathParam("id") String id,
            @QueryParam("revision") Integer revision,
            @QueryParam("against") Integer against) {
        StoredArticle article = find(id, revision);
        Instant now = clock.instant();
        return against == null
                ? Templates.article(ArticleView.of(article, now), beyond(article, now))
                : Templates.diff(RevisionDiff.of(find(id, against), article, now));
    }

    private StoredArticle find(String id, Integer revision) {
        Optional<StoredArticle> found = revision == null ? articles.get(id) : articles.get(id, revision);
        return found.orElseThrow(
                () -> new ProblemException(ProblemCode.NOT_FOUND, "The store has no such article or revision."));
    }

    private Beyond beyond(StoredArticle article, Instant now) {
        String id = article.document().article().id();
        SimilarArticles alike = Extra.inTime(() -> similar.similar(id, SIMILAR).orElse(null));
        return new Beyond(
                stories.placeOf(id)
                        .filter(story -> story.articles() > 1)
                        .map(story -> new Beyond.Told("/stories/" + story.id(), story.independentSources()))
                        .orElse(null),
                trails.get(id)
                        .map(trail -> TrailView.of(trail, article.stored().revision(), now))
                        .orElse(null),
                Beyond.changes(article),
                Beyond.alike(alike, now),
                Carriers.of(article.sightings(), now));
    }
}
