package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A dead letter was put back.
 *
 * @param at     when, by the clock of the database; never null
 * @param by     id of the key that asked for it, or null where no key was needed
 * @param edited whether with another payload
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(Instant at, String by, boolean edited) {}
