package io.dateline.contracts.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * An error answer as RFC 9457 has it, {@code application/problem+json}.
 *
 * @param type      {@code urn:dateline:problem:CODE}: an identifier, nothing to fetch
 * @param title     the same for every occurrence of the code
 * @param status    HTTP status
 * @param detail    what was wrong this time, in words a caller can act on; never article text
 * @param instance  path that was asked, without the query: that may hold what is nobody else's business; null until it
 *                  is answered
 * @param code      stable, for programs
 * @param requestId of the request, see {@link RequestId}; null until it is answered
 * @param errors    single faults where there are several; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /**
     * @param where a parameter, a field or a line
     * @param detail    what is wrong with it
     */
    public record Fault(String where, String detail) {}

    public static Problem of(ProblemCode code, String detail) {
        return of(code, detail, List.of());
    }

    static Problem of(ProblemCode code, String detail, List<Fault> errors) {
        return new Problem(
                "urn:dateline:problem:" + code.code(),
                code.title(),
                code.status(),
                detail,
                null,
                code.code(),
                null,
                errors);
    }

    /** The same, of that request. */
    Problem of(String id) {
        return new Problem(type, title, status, detail, instance, code, id, errors);
    }

    /** The same as the answer to what is being answered here. An id it has already is in the log, so it stays. */
    public Problem in(RoutingContext request) {
        String id = requestId == null ? RequestId.current() : requestId;
        return new Problem(type, title, status, detail, request.normalizedPath(), code, id, errors);
    }
}
