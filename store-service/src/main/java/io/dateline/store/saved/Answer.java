package io.dateline.store.saved;

import java.time.Duration;

/**
 * What came of one request to a webhook.
 *
 * @param status     of the answer, or null where there was none
 * @param error      a word of ours for what went wrong, or null where it arrived
 * @param retryAfter for how long the receiver wants to be left alone, or null
 */
record Answer(Integer status, String error, Duration retryAfter) {
    private static final int GONE = 410;
    /** Nothing was sent, since the change could not be read: no fault of the receiver. */
    static final Answer UNREADABLE = failed("unreadable");

    static Answer of(int status, Duration retryAfter) {
        if (status / 100 == 2) {
            return new Answer(status, null, null);
        }
        return new Answer(status, status / 100 == 3 ? "redirect" : "http-" + status, retryAfter);
    }

    static Answer failed(String error) {
        return new Answer(null, error, null);
    }

    boolean arrived() {
        return error == null;
    }

    /** The receiver wants nothing any more. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
