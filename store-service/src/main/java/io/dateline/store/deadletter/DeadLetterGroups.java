package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Dead letters by what they died of.
 *
 * @param topics how much of each topic was looked at; never null
 * @param groups largest first; never null
 */
@Schema(description = "Dead letters by what they died of.")
public record DeadLetterGroups(List<TopicRead> topics, List<Group> groups) {

    /**
     * How much of a topic was looked at.
     *
     * @param kept        records in it now
     * @param read        the newest of them that were looked at
     * @param approximate some were not, so that counts may be higher and first times earlier than told
     */
    @Schema(description = "How much of a topic was looked at.")
    public record TopicRead(
            String topic,

            @Schema(description = "Records in it now.") long kept,

            @Schema(description = "The newest of them that were looked at.")
            long read,

            @Schema(description = "Some were not: counts may be higher, and first times earlier, than told.")
            boolean approximate) {}

    /**
     * One group.
     *
     * @param topic       the dead-letter topic they lie in; never null
     * @param service     who refused them, or null where the headers do not tell
     * @param reason      stable code; never null
     * @param cause       the detail without what is of one record alone, or null
     * @param count       of those looked at
     * @param replayed    of these, put back at least once
     * @param firstAt     of the oldest looked at; never null
     * @param lastAt      of the newest; never null
     * @param sample      the newest; never null
     * @param approximate not all of the topic was looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "Dead letters of one topic that one service refused for one cause.")
    public record Group(
            String topic,
            String service,
            String reason,

            @Schema(description = "The detail without what is of one record alone.")
            String cause,

            @Schema(description = "Of those looked at.") long count,

            @Schema(description = "Of these, put back at least once.")
            long replayed,

            Instant firstAt,
            Instant lastAt,

            @Schema(description = "The newest.") LetterId sample,

            @Schema(description = "Not all of the topic was looked at.")
            boolean approximate) {

        /** What they share. */
        @JsonIgnore
        public GroupKey key() {
            return new GroupKey(topic, service, reason, cause);
        }
    }
}
