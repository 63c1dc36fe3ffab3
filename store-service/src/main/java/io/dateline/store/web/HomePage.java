package io.dateline.store.web;

import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.stream.ChangeStream;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What most sources report, what rises, and the newest articles; a script lets new ones in as they are stored. */
@Path("/")
public class HomePage {
    private final ArticleQueries articles;
    private final Headlines headlines;
    private final ChangeStream changes;
    private final InstantSource clock;

    HomePage(ArticleQueries articles, Headlines headlines, ChangeStream changes, InstantSource clock) {
        this.articles = articles;
        this.headlines = headlines;
        this.changes = changes;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance newest() {
        // Taken before the list: what is stored in between is then sent once more, and the page knows it already.
        long seq = changes.last();
        ArticlePage page = articles.find(ArticleQuery.ALL);
        Instant now = clock.instant();
        String older = page.next() == null ? null : SearchUrl.to("cursor", page.next());
        return Templates.home(new FrontView(
                headlines.reported(),
                headlines.rising(),
                page.items().stream().map(item -> StoryView.of(item, now)).toList(),
                older,
                seq));
    }
}
