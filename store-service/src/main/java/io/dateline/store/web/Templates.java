package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Every page and fragment, checked against its parameters when the service is built. */
@CheckedTemplate(basePath = "")
final class Templates {
    private Templates() {}

    /** @param older address of what follows the list, or null */
    static native TemplateInstance home(List<StoryView> stories, String older, long seq);

    /** One story of a list. */
    static native TemplateInstance story(StoryView story);

    static native TemplateInstance search(SearchView search);

    /** @param story id of the story the article is in, or null */
    static native TemplateInstance article(ArticleView view, String story);

    /** @param older address of what follows the list, or null */
    static native TemplateInstance threads(List<ThreadView.Line> stories, String older);

    static native TemplateInstance thread(ThreadView view);

    static native TemplateInstance savedQueries(SavedListView saved);

    static native TemplateInstance savedQuery(SavedView saved);

    static native TemplateInstance feeds(FeedsView feeds);

    static native TemplateInstance ops(OpsView ops);

    /** What of the dashboard changes. */
    static native TemplateInstance board(OpsView ops);

    static native TemplateInstance problem(Problem problem, String headline, String advice);
}
