package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One dead letter, whole. For those who may operate: it holds article text.
 *
 * @param head     what its headers say; never null
 * @param topic    where it was read, and where it is put back; never null
 * @param headers  all of them, in their order; never null
 * @param payload  never null
 * @param contract what it would fail on now if it were put back as it is, as far as its contract tells; null where it
 *                 holds, or where the topic's contract is not known here
 * @param editable whether it can be put back with another payload
 * @param left     how often it may still be put back
 * @param replayed when it was put back, oldest first; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One dead letter, whole.")
public record Letter(
        LetterHead head,

        @Schema(description = "Where it was read, and where it is put back.")
        String topic,

        List<NamedHeader> headers,
        Payload payload,

        @Schema(description = "What of its contract it breaks as it is; left out where it breaks nothing.")
        Breach contract,

        @Schema(description = "Whether it can be put back with another payload.")
        boolean editable,

        @Schema(description = "How often it may still be put back.")
        int left,

        List<Replay> replayed) {

    /**
     * A header.
     *
     * @param value  as text, or null where it is none
     * @param base64 where it is no text; else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NamedHeader(String name, String value, String base64) {}

    /**
     * What of a contract a record breaks.
     *
     * @param reason the code it would die of
     * @param detail one sentence; never article text
     */
    public record Breach(String reason, String detail) {}
}
