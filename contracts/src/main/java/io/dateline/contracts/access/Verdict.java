package io.dateline.contracts.access;

import io.dateline.contracts.http.Problem;

/** What becomes of a request at the door. */
sealed interface Verdict {
    /**
     * @param keyId of the key that let it in, or null where none was needed
     * @param scope what whoever asks may do; never null
     * @param name  of the one whose requests are counted together: a key, or an address or network without one
     */
    record Allowed(String keyId, Scope scope, String name) implements Verdict {}

    /**
     * @param retryAfter seconds, or 0 where waiting does not help
     * @param challenge  value of {@code WWW-Authenticate}, or null
     */
    record Refused(Problem problem, long retryAfter, String challenge) implements Verdict {}
}
