package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the dead letters of a group share.
 *
 * @param topic   the dead-letter topic they lie in; never null
 * @param service who refused them, or null where the headers do not tell
 * @param reason  stable code; never null
 * @param cause   the detail without what is of one record alone, or null
 */
@Schema(description = "What the dead letters of a group share.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupKey(
        @Schema(examples = "articles.enriched.dead-letter") String topic,

        @Schema(examples = "store") String service,

        @Schema(examples = "unstorable") String reason,

        @Schema(examples = "the row cannot be written: SQLSTATE 22021")
        String cause) {}
