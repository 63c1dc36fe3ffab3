package io.dateline.contracts.http;

import java.util.List;

/** Thrown where a request cannot be answered; becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    /** @param detail words a caller can act on; never article text */
    public ProblemException(ProblemCode code, String detail) {
        super(code.code() + ": " + detail);
        this.problem = Problem.of(code, detail);
    }

    public ProblemException(ProblemCode code, String detail, List<Problem.Fault> errors) {
        super(code.code() + ": " + detail);
        this.problem = Problem.of(code, detail, errors);
    }

    public Problem problem() {
        return problem;
    }
}
