package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;

/** One article that can never be accepted as it is. The message never quotes its text. */
public final class RefusedArticle extends Exception {
    private final ProblemCode code;

    RefusedArticle(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
