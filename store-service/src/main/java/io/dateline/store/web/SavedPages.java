package io.dateline.store.web;

import io.dateline.contracts.access.Caller;
import io.dateline.contracts.access.Scope;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.ArticleQueryParser;
import io.dateline.store.query.TagNames;
import io.dateline.store.saved.DeliveryPage;
import io.dateline.store.saved.SavedQueries;
import io.dateline.store.saved.SavedQuery;
import io.dateline.store.saved.SavedQueryPage;
import io.dateline.store.saved.SavedQueryRequest;
import io.dateline.store.saved.Tested;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Saved queries, to be looked at and changed by forms that need no script. Another site's page cannot send them: the gate
 * refuses what it makes a browser post.
 */
@Path("/saved")
@Produces(Html.UTF_8)
@Blocking
public class SavedPages {
    private static final Logger LOG = Logger.getLogger(SavedPages.class);
    private static final int DELIVERIES = 20;
    private static final int MATCHES = 5;

    private final SavedQueries saved;
    private final ArticleQueries articles;
    private final TagNames names;
    private final Caller caller;
    private final InstantSource clock;

    SavedPages(SavedQueries saved, ArticleQueries articles, TagNames names, Caller caller, InstantSource clock) {
        this.saved = saved;
        this.articles = articles;
        this.names = names;
        this.caller = caller;
        this.clock = clock;
    }

    /** All, and a form for another: filled with the search whose parameters it is given. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> list(@Context UriInfo uri) {
        String query = SavedListView.query(new SearchUrl(uri.getQueryParameters()));
        return list(200, new SavedForm("", query, "", null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> create(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("query") @DefaultValue("") String query,
            @FormParam("url") @DefaultValue("") String url) {
        try {
            SavedQuery created = saved.create(new SavedQueryRequest(name, query, webhook(url, false)));
            return created.webhook() == null ? to("/saved/" + created.id()) : one(created, null);
        } catch (ProblemException e) {
            return list(SavedForm.status(e), new SavedForm(name, query, url, e.problem()));
        }
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public RestResponse<String> one(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        SavedQuery one = saved.get(id);
        SavedQuery shown = caller.may(Scope.WRITE) ? one : one.veiled();
        return page(200, shown, SavedForm.of(shown), log(id, cursor), null);
    }

    /**
     * All of it is as the form says now: an empty address takes the webhook away. A webhook it gains shows its secret.
     */
    @POST
    @Path("{id}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> change(
            @PathParam("id") String id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("query") @DefaultValue("") String query,
            @FormParam("url") @DefaultValue("") String url) {
        SavedQuery before = saved.get(id);
        try {
            SavedQuery changed = saved.replace(id, new SavedQueryRequest(name, query, webhook(url, false)));
            boolean secret = changed.webhook() != null && changed.webhook().secret() != null;
            return secret ? one(changed, null) : to("/saved/" + id);
        } catch (ProblemException e) {
            SavedForm typed = new SavedForm(name, query, url, e.problem());
            return page(SavedForm.status(e), before, typed, log(id, null), null);
        }
    }

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public RestResponse<String> delete(@PathParam("id") String id) {
        saved.delete(id);
        return to("/saved");
    }

    /** The new secret is on this page, and on no other. */
    @POST
    @Path("{id}/rotate")
    @Operation(hidden = true)
    public RestResponse<String> rotate(@PathParam("id") String id) {
        return one(again(id, true), null);
    }

    @POST
    @Path("{id}/resume")
    @Operation(hidden = true)
    public RestResponse<String> resume(@PathParam("id") String id) {
        again(id, false);
        return to("/saved/" + id);
    }

    @POST
    @Path("{id}/test")
    @Operation(hidden = true)
    public RestResponse<String> test(@PathParam("id") String id) {
        Tested tested = saved.test(id);
        return one(saved.get(id), tested);
    }

    @POST
    @Path("{id}/deliveries/{seq}/redeliver")
    @Operation(hidden = true)
    public RestResponse<String> redeliver(@PathParam("id") String id, @PathParam("seq") long seq) {
        saved.redeliver(id, seq);
        return to("/saved/" + id);
    }

    private SavedQuery again(String id, boolean rotate) {
        SavedQuery now = saved.get(id);
        String url = now.webhook() == null ? "" : now.webhook().url();
        return saved.replace(id, new SavedQueryRequest(now.name(), now.query(), webhook(url, rotate)));
    }

    private static SavedQueryRequest.Webhook webhook(String url, boolean rotate) {
        return url.isBlank() ? null : new SavedQueryRequest.Webhook(url.strip(), null, rotate, null);
    }

    private String words(SavedQuery one) {
        return SavedView.words(one, names.of(SavedListView.asked(List.of(one))));
    }

    private RestResponse<String> list(int status, SavedForm form) {
        SavedQueryPage all = saved.list();
        SavedListView view = SavedListView.of(
                caller.may(Scope.WRITE) ? all : all.veiled(), names.of(SavedListView.asked(all.items())), form);
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(Templates.savedQueries(view).render())
                .build();
    }

    private RestResponse<String> one(SavedQuery one, Tested tested) {
        return page(200, one, SavedForm.of(one), log(one.id(), null), tested);
    }

    /** Null where the database would take too long over it, or the query is none that this version understands. */
    private List<ArticleItem> newest(SavedQuery one) {
        SearchUrl search = SearchUrl.read(one.query()).with("limit", Integer.toString(MATCHES));
        ArticleQuery query;
        try {
            query = ArticleQueryParser.parse(search.parameters());
        } catch (ProblemException unknown) {
            LOG.debugf(
                    "the page of %s goes without matches: %s",
                    one.id(), unknown.problem().code());
            return null;
        }
        return Extra.inTime(() -> articles.find(query).items());
    }

    private DeliveryPage log(String id, String cursor) {
        return saved.deliveries(id, DELIVERIES, cursor);
    }

    /** It may hold a secret. */
    private RestResponse<String> page(int status, SavedQuery one, SavedForm form, DeliveryPage log, Tested tested) {
        SavedView view = SavedView.of(one, words(one), newest(one), form, log, tested, clock.instant());
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(Templates.savedQuery(view).render())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static RestResponse<String> to(String path) {
        return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
