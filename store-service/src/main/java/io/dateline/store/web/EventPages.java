package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.EventItem;
import io.dateline.store.query.EventPage;
import io.dateline.store.query.EventPlace;
import io.dateline.store.query.EventQueries;
import io.dateline.store.query.EventQuery;
import io.dateline.store.query.PageRequest;
import io.dateline.store.query.SourceNames;
import io.dateline.store.query.TagNames;
import io.dateline.store.query.ToldEvent;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Events over all articles, on a map and in a list; and one of them with everybody who tells it. */
@Path("/events")
public class EventPages {
    private static final int PLACES = 60;

    private final EventQueries events;
    private final SourceNames sources;
    private final TagNames names;
    private final InstantSource clock;

    EventPages(EventQueries events, SourceNames sources, TagNames names, InstantSource clock) {
        this.events = events;
        this.sources = sources;
        this.names = names;
        this.clock = clock;
    }

    /** Takes the parameters of {@code GET /api/events}. */
    @GET
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public RestResponse<String> find(@Context UriInfo uri) {
        SearchUrl asked = new SearchUrl(uri.getQueryParameters());
        try {
            EventQuery query = EventQuery.parse(asked.parameters());
            EventPage page = events.find(query);
            // Further pages are for who reads on; the map stands above the first.
            List<EventPlace> places = query.cursor() == null ? Extra.inTime(() -> events.places(query, PLACES)) : null;
            Map<String, String> tellers = sources.of(page.items().stream()
                    .map(EventItem::evidence)
                    .map(EventItem.Evidence::source)
                    .toList());
            return page(
                    RestResponse.Status.OK,
                    EventsView.of(
                            asked,
                            page,
                            places == null ? List.of() : places,
                            tellers,
                            names.of(asked.parameters()),
                            clock.instant()));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (problem.status() != 400) {
                throw e;
            }
            return page(RestResponse.Status.BAD_REQUEST, EventsView.failed(asked, problem));
        }
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces(Html.UTF_8)
    @Operation(hidden = true)
    public RestResponse<String> event(@PathParam("id") String id, @Context UriInfo uri) {
        ToldEvent told = events.get(id, PageRequest.parse(uri.getQueryParameters()))
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "No article to show tells such an event."));
        ToldEvent.Telling first = events.first(id).orElse(null);
        Map<String, String> tellers = sources.of(Stream.concat(
                        Stream.of(told.event().evidence().source()),
                        Stream.concat(told.items().stream(), Stream.ofNullable(first))
                                .map(ToldEvent.Telling::source))
                .toList());
        return RestResponse.ok(Templates.event(EventView.of(told, first, tellers, clock.instant()))
                .render());
    }

    private static RestResponse<String> page(RestResponse.Status status, EventsView view) {
        return RestResponse.ResponseBuilder.create(
                        status, Templates.events(view).render())
                .build();
    }
}
