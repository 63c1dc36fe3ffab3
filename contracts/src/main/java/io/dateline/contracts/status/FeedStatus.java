package io.dateline.contracts.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * How a feed fares, on {@code feeds.status}; a tombstone says that the feed was deleted.
 *
 * @param feedId       key of the message; never null
 * @param name         never null
 * @param url          never null
 * @param state        never null
 * @param since        when this state began; never null
 * @param reason       stable code ({@code http-404}, {@code malformed}, {@code no-new-items} …), null while ok
 * @param detail       one sentence for a person, or null
 * @param lastPolledAt or null before the first poll
 * @param lastItemAt   when it last brought something new, or null
 * @param nextPollAt   or null while paused
 * @param updatedAt    never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedStatus(
        String feedId,
        String name,
        String url,
        State state,
        Instant since,
        String reason,
        String detail,
        Instant lastPolledAt,
        Instant lastItemAt,
        Instant nextPollAt,
        Instant updatedAt) {

    /** How a feed fares; the states a service does not reach yet are there so that readers know them. */
    public enum State {
        /** Polled and well. */
        @JsonProperty("ok")
        OK,
        /** Cannot be fetched or read. */
        @JsonProperty("failing")
        FAILING,
        /** Polled well, but bringing nothing new for unusually long. */
        @JsonProperty("silent")
        SILENT,
        /** Bringing far more than it used to. */
        @JsonProperty("flooding")
        FLOODING,
        /** Well, but no longer of the shape it had: full text gone, links gone. */
        @JsonProperty("changed")
        CHANGED,
        /** Gone (410): looked at once a month. */
        @JsonProperty("parked")
        PARKED,
        /** Switched off by its user. */
        @JsonProperty("paused")
        PAUSED
    }
}
