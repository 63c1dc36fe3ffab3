package io.dateline.ingest.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.status.FeedStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feed as its users see it.
 *
 * @param source       id of the source its articles carry; fixed when the feed is made
 * @param interval     shortest ISO 8601 duration between polls
 * @param fullText     never, when-short or always
 * @param state        ok, failing, silent, flooding, changed, parked or paused
 * @param since        when this state began
 * @param reason       stable code unless ok or paused, else null
 * @param lastItemAt   when it last brought something new, or null
 * @param nextPollAt   null while paused
 * @param tags         what it is filed under, sorted; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A feed and how it fares.")
public record Feed(
        String id,
        String name,

        @Schema(examples = "https://news.example.org/feed.xml")
        String url,

        String source,

        @Schema(description = "Shortest ISO 8601 duration between polls.", examples = "PT5M")
        String interval,

        boolean paused,

        @Schema(
                description = "When the page of an item is fetched for its full text.",
                enumeration = {"never", "when-short", "always"})
        String fullText,

        FeedStatus.State state,
        Instant since,
        String reason,
        String detail,
        Instant lastPolledAt,
        Instant lastItemAt,
        Instant nextPollAt,
        Instant createdAt,

        @Schema(description = "What it is filed under.") List<String> tags) {

    FeedStatus status(Instant now) {
        return new FeedStatus(id, name, url, state, since, reason, detail, lastPolledAt, lastItemAt, nextPollAt, now);
    }
}
