package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Every page and fragment, checked against its parameters when the service is built. */
@CheckedTemplate(basePath = "")
final class Templates {
    private Templates() {}

    static native TemplateInstance home(FrontView front);

    /** One story of a list. */
    static native TemplateInstance story(StoryView story);

    static native TemplateInstance search(SearchView search);

    static native TemplateInstance article(ArticleView view, Beyond beyond);

    static native TemplateInstance diff(RevisionDiff diff);

    static native TemplateInstance threads(StoriesView view);

    static native TemplateInstance thread(ThreadView view);

    static native TemplateInstance profile(EntityView view);

    static native TemplateInstance events(EventsView view);

    static native TemplateInstance event(EventView view);

    static native TemplateInstance topics(TopicsView view);

    static native TemplateInstance topic(TopicView view);

    static native TemplateInstance savedQueries(SavedListView saved);

    static native TemplateInstance savedQuery(SavedView saved);

    static native TemplateInstance feeds(FeedsView feeds);

    static native TemplateInstance feed(FeedDetail feed);

    static native TemplateInstance addfeed(FeedLook look);

    static native TemplateInstance changefeed(FeedChange feed);

    static native TemplateInstance importfeeds(FeedImportView list);

    /**
     * What ingest refused, or that it is away.
     *
     * @param feed page of the feed it is about, or null
     */
    static native TemplateInstance feedtrouble(IngestFailure failure, String feed);

    static native TemplateInstance ops(OpsView ops);

    /** What of the dashboard changes. */
    static native TemplateInstance board(OpsView ops);

    /** Where an article is. */
    static native TemplateInstance whereabouts(WhereaboutsView where);

    static native TemplateInstance deadLetters(DeadGroupsView dead);

    static native TemplateInstance deadLetterGroup(DeadGroupView dead);

    static native TemplateInstance deadLetter(DeadLetterView letter);

    static native TemplateInstance reprocessings(List<ReprocessingLine> lines);

    static native TemplateInstance reprocessing(ReprocessingView view);

    static native TemplateInstance problem(Problem problem, String headline, String advice);
}
