package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.ArticleQueryParser;
import io.dateline.store.query.TagNames;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Search with facets; takes the parameters of {@code GET /api/articles}. */
@Path("/search")
public class SearchPage {
    private static final String STATUS = "status";

    private final ArticleQueries articles;
    private final TagNames names;
    private final Timelines timelines;
    private final InstantSource clock;

    SearchPage(ArticleQueries articles, TagNames names, Timelines timelines, InstantSource clock) {
        this.articles = articles;
        this.names = names;
        this.timelines = timelines;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public RestResponse<String> search(@Context UriInfo uri, @HeaderParam("HX-Request") String fragment) {
        SearchUrl asked = asked(uri);
        try {
            // The script appends older stories and nothing else: facets, the dearest part, are not counted for it.
            // Of withdrawn articles there is nothing to count.
            boolean counted = fragment == null && asked.value(STATUS).isEmpty();
            ArticleQuery query = ArticleQueryParser.parse(query(asked, counted).parameters());
            ArticlePage found = articles.find(query);
            TimeBars bars = counted ? bars(asked, found) : null;
            return page(
                    RestResponse.Status.OK,
                    SearchView.of(asked, found, names.of(asked.parameters()), bars, clock.instant()));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (problem.status() != 400) {
                throw e;
            }
            return page(RestResponse.Status.BAD_REQUEST, SearchView.failed(asked, problem));
        }
    }

    /** Where there are words, each article shows where it has them, so that one sees why it is here. */
    private static SearchUrl query(SearchUrl asked, boolean counted) {
        SearchUrl search = asked.without("facets");
        search = counted ? search.with("facets", "true") : search;
        return asked.value("q").isBlank() ? search : search.with("highlight", "true");
    }

    /** On the first page alone: further ones are for who reads on. */
    private TimeBars bars(SearchUrl asked, ArticlePage found) {
        boolean first = asked.value("cursor").isEmpty();
        return first && !found.items().isEmpty()
                ? timelines.of(asked, found.counted() != null && found.counted().approximate())
                : null;
    }

    /** Rendered here: a template inside a response would lose the charset. */
    private static RestResponse<String> page(RestResponse.Status status, SearchView search) {
        return RestResponse.ResponseBuilder.create(
                        status, Templates.search(search).render())
                .header("Vary", "HX-Request")
                .build();
    }

    /** The form sends an order with every search; without words there is no best match, so the order falls away. */
    private static SearchUrl asked(UriInfo uri) {
        SearchUrl asked = new SearchUrl(uri.getQueryParameters()).without("highlight");
        // Usable is what there is without it, and all articles of a story.
        asked = asked.has(STATUS, "usable") ? asked.without(STATUS) : asked;
        asked = asked.has(SearchView.COPIES, "all") ? asked.without(SearchView.COPIES) : asked;
        // Another choice of copies gives way to the tick.
        asked = asked.has(SearchView.COPIES, SearchView.HIDDEN) ? SearchView.withoutCopies(asked) : asked;
        boolean noOrder = asked.has("sort", "relevance") && asked.value("q").isBlank()
                || asked.has("sort", "salience") && asked.value("entity").isEmpty();
        return asked.has("sort", "newest") || noOrder ? asked.without("sort") : asked;
    }
}
