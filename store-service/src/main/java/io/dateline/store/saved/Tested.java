package io.dateline.store.saved;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What came of a ping.
 *
 * @param delivered whether the receiver answered 2xx
 * @param status    of the answer, or null where there was none
 * @param error     what went wrong, in a word, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tested(boolean delivered, Integer status, String error) {}
