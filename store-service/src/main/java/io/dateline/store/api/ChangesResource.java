package io.dateline.store.api;

import io.dateline.contracts.http.Problem;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was stored, in the order of commits. */
@Path("/api/changes")
@Tag(name = "changes")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ChangesResource {
    private final ChangeReader reader;

    ChangesResource(ChangeReader reader) {
        this.reader = reader;
    }

    @GET
    @Operation(
            operationId = "readChanges",
            summary = "Reads changes",
            description = "Every revision stored after `after`, each once and in commit order. `seq` counts up by one "
                    + "without holes, so a reader sees for itself that it missed nothing. A change without `item` is "
                    + "of an article that is canceled, erased or under embargo.")
    @APIResponse(
            responseCode = "200",
            description = "Pass `last` on as the next `after`; an empty list means nothing new",
            content = @Content(schema = @Schema(implementation = Changes.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-parameter`",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Changes read(
            @Parameter(description = "The last `seq` taken, 0 for everything")
                    @QueryParam("after")
                    @DefaultValue("0")
                    @Min(0)
                    long after,
            @Parameter(description = "Changes of an answer, 1 to 1000")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(1000)
                    int limit) {
        List<Change> items = reader.read(after, limit);
        return new Changes(
                items, items.isEmpty() ? after : items.get(items.size() - 1).seq());
    }

    /** @param last the {@code after} of the next question */
    public record Changes(List<Change> items, long last) {}
}
