package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the letters that were to be put back.
 *
 * @param replayed how many were put back
 * @param items    one for each letter that was asked for or belongs to the group, in that order; never null
 * @param next     cursor for the rest of the group, or null where all of it was gone through
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of the letters that were to be put back.")
public record ReplayReport(
        @Schema(description = "How many were put back.") int replayed,

        List<Item> items,

        @Schema(description = "For the rest of the group; left out where all of it was gone through.")
        String next) {

    /**
     * One of them.
     *
     * @param outcome never null
     * @param replays how often it has been put back by now; null where that is not known
     * @param detail  why it was not put back; null where it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(LetterId letter, ReplayOutcome outcome, Integer replays, String detail) {}

    static ReplayReport of(List<Item> items, String next) {
        long replayed = items.stream()
                .filter(item -> item.outcome() == ReplayOutcome.REPLAYED)
                .count();
        return new ReplayReport((int) replayed, List.copyOf(items), next);
    }
}
