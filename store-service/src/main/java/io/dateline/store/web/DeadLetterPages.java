package io.dateline.store.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dateline.contracts.access.Caller;
import io.dateline.contracts.access.Scope;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.deadletter.DeadLetterDesk;
import io.dateline.store.deadletter.GroupKey;
import io.dateline.store.deadletter.LetterId;
import io.dateline.store.deadletter.ReplayReport;
import io.dateline.store.deadletter.ReplayRequest;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Dead letters by cause, one by one, and the forms that put them back. Before them stands the access gate: posting needs
 * the scope operate and a page of this site; who may not operate is shown no payload.
 */
@Path("/ops/dead-letters")
@Produces(Html.UTF_8)
@Blocking
public class DeadLetterPages {
    private static final ObjectReader JSON = MessageCodec.json()
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final DeadLetterDesk desk;
    private final Caller caller;
    private final InstantSource clock;

    DeadLetterPages(DeadLetterDesk desk, Caller caller, InstantSource clock) {
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance groups() {
        return Templates.deadLetters(DeadGroupsView.of(desk.groups(), clock.instant()));
    }

    @GET
    @Path("group")
    @Operation(hidden = true)
    public TemplateInstance group(
            @RestQuery String topic,
            @RestQuery String service,
            @RestQuery String reason,
            @RestQuery String cause,
            @RestQuery String cursor,
            @Context UriInfo uri) {
        GroupKey group = key(topic, service, reason, cause);
        return Templates.deadLetterGroup(DeadGroupView.of(
                group,
                desk.letters(group, cursor),
                ReplayNotice.of(uri.getQueryParameters()),
                operates() ? desk.groups() : null,
                clock.instant()));
    }

    @GET
    @Path("{topic}/{partition}/{offset}")
    @Operation(hidden = true)
    public RestResponse<String> letter(
            @RestPath String topic, @RestPath String partition, @RestPath String offset, @Context UriInfo uri) {
        LetterId id = DeadLetterDesk.id(topic, partition, offset);
        return letter(200, id, ReplayNotice.of(uri.getQueryParameters()), null, null, operates());
    }

    /** @param payload in place of the letter's own; left out or blank to leave that as it is */
    @POST
    @Path("{topic}/{partition}/{offset}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> replay(
            @RestPath String topic, @RestPath String partition, @RestPath String offset, @RestForm String payload) {
        LetterId id = DeadLetterDesk.id(topic, partition, offset);
        try {
            ReplayReport report =
                    desk.replay(ReplayRequest.of(id, payload == null ? null : json(payload)), caller.keyId());
            return to(DeadPaths.letter(id), ReplayNotice.of(report));
        } catch (ProblemException e) {
            if (e.problem().status() / 100 != 4 || e.problem().status() == 404) {
                throw e;
            }
            return letter(e.problem().status(), id, null, e.problem(), payload, true);
        }
    }

    /** The marked ones of a group's page. */
    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> replaySome(
            @RestForm("letter") List<String> letters,
            @RestForm String topic,
            @RestForm String service,
            @RestForm String reason,
            @RestForm String cause) {
        GroupKey group = key(topic, service, reason, cause);
        if (letters == null || letters.isEmpty()) {
            return to(DeadPaths.group(group), "nothing=marked");
        }
        List<ReplayRequest.Place> places =
                letters.stream().map(DeadPaths::place).toList();
        ReplayReport report = desk.replay(new ReplayRequest(places, null, null, null, null), caller.keyId());
        return to(DeadPaths.group(group), ReplayNotice.of(report));
    }

    @POST
    @Path("replay-group")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> replayGroup(
            @RestForm String topic,
            @RestForm String service,
            @RestForm String reason,
            @RestForm String cause,
            @RestForm String next) {
        GroupKey group = key(topic, service, reason, cause);
        ReplayReport report = desk.replay(
                new ReplayRequest(null, null, group, ReplayRequest.LIMIT, blank(next) ? null : next), caller.keyId());
        return to(DeadPaths.group(group), ReplayNotice.of(report));
    }

    private RestResponse<String> letter(
            int status, LetterId id, ReplayNotice notice, Problem problem, String typed, boolean operates) {
        DeadLetterView view = DeadLetterView.of(desk.letter(id), operates, notice, problem, typed, clock.instant());
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(Templates.deadLetter(view).render())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Without the parser's message, which may quote article text. */
    private static JsonNode json(String payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            if (json != null && !json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "This is no JSON from line " + line + " on.");
        }
        throw new ProblemException(ProblemCode.MALFORMED_JSON, "There is nothing in it.");
    }

    private static GroupKey key(String topic, String service, String reason, String cause) {
        if (blank(reason) || topic == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "No dead letters are grouped like this.");
        }
        // Refuses what is no dead-letter topic.
        DeadLetterDesk.id(topic, "0", "0");
        return new GroupKey(topic, blank(service) ? null : service, reason, blank(cause) ? null : cause);
    }

    private boolean operates() {
        return caller.may(Scope.OPERATE);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static RestResponse<String> to(String path, String query) {
        return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .location(URI.create(path + (path.contains("?") ? "&" : "?") + query))
                .build();
    }
}
