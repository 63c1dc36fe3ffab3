package io.dateline.store.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One change that was, or is to be, sent to a webhook.
 *
 * @param seq       of the change
 * @param articleId never null
 * @param state     {@code pending}, {@code delivered} or {@code failed}; never null
 * @param attempts  since it was matched, or last asked to be sent again
 * @param status    of the last answer, or null
 * @param error     what went wrong at last, in a word, or null
 * @param queuedAt  when it was matched, or last asked to be sent again; never null
 * @param sentAt    when the last attempt was over, or null
 * @param nextAt    when it is tried next, or null where it is over
 * @param doneAt    when it arrived or was given up, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
        long seq,
        String articleId,
        int revision,
        String state,
        int attempts,
        Integer status,
        String error,
        Instant queuedAt,
        Instant sentAt,
        Instant nextAt,
        Instant doneAt) {}
