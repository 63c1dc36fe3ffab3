package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.store.ops.FeedList;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.ArticleQueryParser;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** One feed: how it fares, its last polls, what it brought. */
@Path("/feeds")
public class FeedPage {
    private static final String ARTICLES = "5";

    private final FeedDesk desk;
    private final FeedList feeds;
    private final ArticleQueries articles;
    private final InstantSource clock;

    FeedPage(FeedDesk desk, FeedList feeds, ArticleQueries articles, InstantSource clock) {
        this.desk = desk;
        this.feeds = feeds;
        this.articles = articles;
        this.clock = clock;
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance page(@RestPath String id, @QueryParam("done") String done, @Context HttpHeaders caller) {
        Instant now = clock.instant();
        if (!desk.configured()) {
            return Templates.feed(FeedDetail.told(told(id), new FeedsView.Desk(false, null, null), now));
        }
        try {
            IngestFeed feed = desk.feed(id, caller);
            return Templates.feed(FeedDetail.of(
                    feed,
                    desk.history(id, caller),
                    newest(feed.source(), now),
                    new FeedsView.Desk(true, null, FeedPaths.said(done)),
                    now));
        } catch (IngestFailure e) {
            if (e.status() == 404) {
                throw unknown();
            }
            return Templates.feed(FeedDetail.told(told(id), new FeedsView.Desk(true, e, null), now));
        }
    }

    /** What the status topic tells of it; never null. */
    private FeedStatus told(String id) {
        return feeds.feed(id).orElseThrow(FeedPage::unknown);
    }

    private List<StoryView> newest(String source, Instant now) {
        var question = SearchUrl.EMPTY.with("source", source).with("limit", ARTICLES);
        return articles.find(ArticleQueryParser.parse(question.parameters())).items().stream()
                .map(item -> StoryView.of(item, now))
                .toList();
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such feed.");
    }
}
