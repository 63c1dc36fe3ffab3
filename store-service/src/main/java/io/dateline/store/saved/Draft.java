package io.dateline.store.saved;

/**
 * A request that was checked.
 *
 * @param name  never blank
 * @param query canonical
 * @param hook  or null
 */
record Draft(String name, String query, Hook hook) {

    /** Position that stands for the last change there is. */
    static final long NOW = -1;

    /**
     * @param secret or null: the one it has, or a new one where it has none
     * @param rotate whether a new secret is made
     * @param from   seq, {@link #NOW}, or null where it goes on where it is
     */
    record Hook(String url, WebhookSecret secret, boolean rotate, Long from) {}
}
