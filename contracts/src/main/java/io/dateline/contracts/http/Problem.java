package io.dateline.contracts.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error answer as RFC 9457 has it, {@code application/problem+json}.
 *
 * @param type   {@code urn:dateline:problem:CODE}: an identifier, nothing to fetch
 * @param title  the same for every occurrence of the code
 * @param status HTTP status
 * @param detail what was wrong this time, in words a caller can act on; never article text
 * @param code   stable, for programs
 * @param errors single faults where there are several; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /**
     * @param where a parameter, a field or a line
     * @param detail what is wrong with it
     */
    public record Fault(String where, String detail) {}

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(
                "urn:dateline:problem:" + code.code(), code.title(), code.status(), detail, code.code(), List.of());
    }
}
