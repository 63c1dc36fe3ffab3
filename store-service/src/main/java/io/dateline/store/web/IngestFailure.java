package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.util.List;

/** Ingest refused something, or could not be asked. The message is a sentence for readers, ingest's own where it said one. */
public final class IngestFailure extends RuntimeException {
    private static final int ERRORS = 20;

    private final int status;
    private final String title;
    private final String code;
    private final transient List<Problem.Fault> errors;

    private IngestFailure(int status, String title, String detail, String code, List<Problem.Fault> errors) {
        super(detail);
        this.status = status;
        this.title = title;
        this.code = code;
        this.errors = errors;
    }

    /** @param status of the page that tells of it */
    static IngestFailure ours(int status, String detail) {
        return new IngestFailure(status, "Ingest cannot be asked right now", detail, null, List.of());
    }

    /**
     * A refusal keeps its status; errors of ingest are those of a gateway here. A missing key is forbidden here: the
     * caller has shown the store all it has, and asking the browser for another would not end.
     *
     * @param body a problem, usually
     */
    static IngestFailure answered(int status, byte[] body) {
        int refused = status == 401 ? 403 : status;
        int shown = status >= 400 && status < 500 ? refused : 502;
        try {
            Problem problem = MessageCodec.json().readValue(body, Problem.class);
            if (problem != null && problem.title() != null && problem.detail() != null) {
                List<Problem.Fault> errors = problem.errors();
                return new IngestFailure(
                        shown,
                        problem.title(),
                        problem.detail(),
                        problem.code(),
                        errors.subList(0, Math.min(errors.size(), ERRORS)));
            }
        } catch (IOException noProblem) {
            // whatever stands there is told by its status alone
        }
        return new IngestFailure(shown, "Ingest refused this", "It answered " + status + ".", null, List.of());
    }

    public int status() {
        return status;
    }

    /** The same for all of its kind. */
    public String title() {
        return title;
    }

    /** What was wrong this time. */
    public String detail() {
        return getMessage();
    }

    /** Ingest's code, or null where it gave none. */
    public String code() {
        return code;
    }

    /** Single faults, 20 at most; never null. */
    public List<Problem.Fault> errors() {
        return errors;
    }
}
