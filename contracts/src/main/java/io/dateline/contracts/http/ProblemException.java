package io.dateline.contracts.http;

import java.time.Duration;
import java.util.List;

/** Thrown where a request cannot be answered; becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final Duration retryAfter;

    /** @param detail words a caller can act on; never article text */
    public ProblemException(ProblemCode code, String detail) {
        super(code.code() + ": " + detail);
        this.problem = Problem.of(code, detail);
        this.retryAfter = null;
    }

    /** @param retryAfter when to come again, in whole seconds begun; for 429 and 503 */
    public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
        super(code.code() + ": " + detail);
        this.problem = Problem.of(code, detail);
        this.retryAfter = retryAfter;
    }

    public ProblemException(ProblemCode code, String detail, List<Problem.Fault> errors) {
        super(code.code() + ": " + detail);
        this.problem = Problem.of(code, detail, errors);
        this.retryAfter = null;
    }

    public Problem problem() {
        return problem;
    }

    /** When to come again; null where it is not known: then as usual. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
