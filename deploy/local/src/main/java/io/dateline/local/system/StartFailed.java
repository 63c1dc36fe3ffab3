package io.dateline.local.system;

/** The system cannot start, for a reason its message tells the person at the keyboard. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartFailed(String message) {
        super(message);
    }
}
