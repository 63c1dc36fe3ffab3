package io.dateline.ingest.feed;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.ingest.identity.Database;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many feeds at once. */
@Path("/api/feeds/bulk")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public class FeedBulkResource {
    private static final int MOST_IDS = 10_000;

    private final FeedBulk bulk;

    FeedBulkResource(Database database) {
        this.bulk = new FeedBulk(database);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Do the same to many feeds", description = """
                    All or nothing, in one transaction; doing it again changes nothing. Name the feeds by ids, or by \
                    filter (tag, state, q; {"all": true} for every feed there is). Paused feeds are not polled; a tag \
                    that would be a feed's fifty-first is not added.""")
    @APIResponse(responseCode = "200", description = "Counts of feeds by what became of them.")
    @APIResponse(responseCode = "400", description = "invalid-parameter or malformed-json")
    @APIResponse(responseCode = "413", description = "too-large: more than 10,000 ids.")
    @APIResponse(responseCode = "422", description = "invalid-feed: a tag breaks a rule.")
    public FeedBulk.Answer change(FeedBulkRequest request) {
        if (request == null) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is empty.");
        }
        FeedBulk.Action action = action(request.action());
        List<String> tags = FeedTags.check(request.tags());
        if (action.aboutTags() == tags.isEmpty()) {
            throw invalid("tags go with tag and untag, and only with these.");
        }
        if ((request.ids() == null) == (request.filter() == null)) {
            throw invalid("Name the feeds either by ids or by filter.");
        }
        return request.ids() != null
                ? bulk.byIds(action, ids(request.ids()), tags)
                : bulk.byFilter(action, filter(request.filter()), tags);
    }

    private static List<String> ids(List<String> ids) {
        if (ids.size() > MOST_IDS) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "More than " + MOST_IDS + " ids; use several requests.");
        }
        if (ids.stream().anyMatch(Objects::isNull) || ids.stream().anyMatch(id -> id.indexOf('\0') >= 0)) {
            throw invalid("ids holds something that is no id.");
        }
        return ids;
    }

    private static FeedFilter filter(FeedBulkRequest.Filter wanted) {
        FeedFilter filter = FeedFilter.of(wanted.tag(), wanted.state(), wanted.q());
        if (filter.all() != Boolean.TRUE.equals(wanted.all())) {
            throw invalid("filter names tag, state or q, or says all: true.");
        }
        return filter;
    }

    private static FeedBulk.Action action(String name) {
        return Stream.of(FeedBulk.Action.values())
                .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("action is pause, resume, poll, delete, tag or untag."));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_PARAMETER, detail);
    }
}
