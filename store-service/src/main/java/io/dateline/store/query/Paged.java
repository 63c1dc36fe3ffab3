package io.dateline.store.query;

/** One page of an answer that may have more. */
public interface Paged {
    /** The {@code cursor} of the next page, or null on the last one. */
    String next();
}
