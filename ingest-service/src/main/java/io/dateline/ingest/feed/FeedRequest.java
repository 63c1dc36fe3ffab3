package io.dateline.ingest.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feed to be made or changed. On a change, what is null stays as it is.
 *
 * @param interval ISO 8601 ({@code PT5M}), short ({@code 5m}) or in seconds ({@code 300})
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "A feed to be made, or what is to be changed about one.")
public record FeedRequest(
        @Schema(description = "RSS, Atom or JSON Feed, http or https.", examples = "https://news.example.org/feed.xml")
        String url,

        @Schema(description = "Shown to readers; the host of the address where it is left out.")
        String name,

        @Schema(description = "PT5M, 5m or 300 (seconds).", examples = "PT5M")
        String interval,

        @Schema(description = "Whether polling is switched off.")
        Boolean paused,

        @Schema(
                description = "When the page of an item is fetched for its full text; never where it is left out.",
                enumeration = {"never", "when-short", "always"})
        String fullText,

        @Schema(description = "Source id of its articles; made of the name where it is left out. Cannot be changed.")
        String source,

        @Schema(description = "What it is filed under: up to 50 tags of up to 200 characters.")
        List<String> tags) {}
