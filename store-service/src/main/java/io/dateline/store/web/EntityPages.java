package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Criterion;
import io.dateline.store.query.EntityProfile;
import io.dateline.store.query.EntityQueries;
import io.dateline.store.query.EventItem;
import io.dateline.store.query.Interval;
import io.dateline.store.query.NewestOfStories;
import io.dateline.store.query.SourceNames;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Somebody or something that articles name. */
@Path("/entities")
public class EntityPages {
    private static final int SHOWN = 10;

    private final EntityQueries entities;
    private final NewestOfStories newest;
    private final SourceNames sources;
    private final InstantSource clock;

    EntityPages(EntityQueries entities, NewestOfStories newest, SourceNames sources, InstantSource clock) {
        this.entities = entities;
        this.newest = newest;
        this.sources = sources;
        this.clock = clock;
    }

    @GET
    @Path("{id: .+}")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public TemplateInstance entity(@PathParam("id") String id) {
        EntityProfile profile = entities.get(id, Interval.DAY)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "No article to show names an entity of this id."));
        var names = sources.of(Stream.concat(profile.asActor().stream(), profile.asRecipient().stream())
                .map(EventItem::evidence)
                .map(EventItem.Evidence::source)
                .toList());
        var articles = newest.of(Criterion.ENTITY, profile.id(), SHOWN);
        return Templates.profile(EntityView.of(profile, articles, names, clock.instant()));
    }
}
