package io.dateline.contracts.ops;

/** What services say as they end by themselves, for whoever starts them again. */
public final class ExitCode {
    /** The wall clock was set back so far that Kafka's clients would stand still; a service that is started again is well. */
    public static final int CLOCK_SET_BACK = 70;

    private ExitCode() {}
}
