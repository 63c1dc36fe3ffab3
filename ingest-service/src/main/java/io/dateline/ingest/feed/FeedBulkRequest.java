package io.dateline.ingest.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The same done to many feeds, named one by one or by what they have in common.
 *
 * @param action pause, resume, poll, delete, tag or untag
 * @param ids    or null
 * @param filter or null
 * @param tags   for tag and untag, else null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "What is to be done, and to which feeds: either ids or filter.")
record FeedBulkRequest(
        @Schema(enumeration = {"pause", "resume", "poll", "delete", "tag", "untag"})
        String action,

        @Schema(description = "Up to 10,000.") List<String> ids,

        Filter filter,
        List<String> tags) {

    /**
     * What is left out does not matter; all of it left out is refused unless all says so.
     *
     * @param all true to mean every feed there is
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "FeedFilter")
    record Filter(String tag, String state, String q, Boolean all) {}
}
