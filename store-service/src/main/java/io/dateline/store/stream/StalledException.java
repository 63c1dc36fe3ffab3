package io.dateline.store.stream;

/** A client took nothing for so long that its place is given to another; it can resume where it was. */
public final class StalledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StalledException() {
        super("the client takes nothing", null, false, false);
    }
}
