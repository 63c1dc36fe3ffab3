package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of one letter that was to be put back. The code is stable: it stands in answers and metrics. */
public enum ReplayOutcome {
    /** It lies on its topic again. */
    REPLAYED("replayed"),
    /** Of a group, and put back before. */
    BEFORE("replayed-before"),
    /** It was put back as often as it may be. */
    TOO_OFTEN("too-many-replays"),
    /** Nothing lies at its place, or no longer. */
    GONE("not-found"),
    /** Its new payload breaks the contract of its topic. */
    INVALID("invalid"),
    /** The broker did not take it. */
    FAILED("failed");

    private final String code;

    ReplayOutcome(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
