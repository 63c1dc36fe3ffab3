package io.dateline.contracts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Turns whatever a resource throws into problem+json. No stack trace and no input text leaves the service. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** Seconds: what is answered with 503 or 429 may have passed by then; sooner, whoever was refused would only add to it. */
    public static final String RETRY_SECONDS = "5";

    private static final Set<Integer> NOT_NOW = Set.of(429, 503);

    private ProblemMappers() {}

    static Response answer(Problem problem) {
        return answer(problem, RETRY_SECONDS);
    }

    private static Response answer(Problem problem, String retrySeconds) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (NOT_NOW.contains(problem.status())) {
            answer.header(HttpHeaders.RETRY_AFTER, retrySeconds);
        }
        return answer.build();
    }

    private static Response tooLarge() {
        return answer(Problem.of(ProblemCode.TOO_LARGE, "The body is larger than this service reads."));
    }

    /** Ours. */
    @Provider
    public static final class OfProblem implements ExceptionMapper<ProblemException> {
        @Override
        public Response toResponse(ProblemException e) {
            return e.retryAfter() == null ? answer(e.problem()) : answer(e.problem(), seconds(e.retryAfter()));
        }

        /** Rounded up: a moment too early would be refused once more. */
        private static String seconds(Duration wait) {
            return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
        }
    }

    /** Broken JSON in a request body. */
    @Provider
    public static final class OfJson implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return answer(Problem.of(
                    ProblemCode.MALFORMED_JSON, "The body cannot be read as JSON of this shape" + where + "."));
        }
    }

    /** A body that turned out too large while it was read. */
    @Provider
    public static final class OfTooLarge implements ExceptionMapper<UnsaidBodies.TooLarge> {
        @Override
        public Response toResponse(UnsaidBodies.TooLarge e) {
            return tooLarge();
        }
    }

    /** Bean Validation. */
    @Provider
    public static final class OfValidation implements ExceptionMapper<ConstraintViolationException> {
        @Override
        public Response toResponse(ConstraintViolationException e) {
            List<Problem.Fault> faults = e.getConstraintViolations().stream()
                    .map(violation ->
                            new Problem.Fault(violation.getPropertyPath().toString(), violation.getMessage()))
                    .sorted((a, b) -> a.where().compareTo(b.where()))
                    .toList();
            return answer(
                    new ProblemException(ProblemCode.INVALID_PARAMETER, "One or more values are not valid.", faults)
                            .problem());
        }
    }

    /** The framework's own: unknown path, wrong method, wrong media type, parameter of the wrong type. */
    @Provider
    public static final class OfFramework implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException json) {
                return new OfJson().toResponse(json);
            }
            int status = e.getResponse().getStatus();
            if (status < 400) {
                return e.getResponse();
            }
            return withHeaders(problem(e, status), e.getResponse());
        }

        /** A caller still needs to hear what is allowed, when to come again and how to sign in. */
        private static Response withHeaders(Response problem, Response original) {
            Response.ResponseBuilder answer = Response.fromResponse(problem);
            for (String name : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE)) {
                String value = original.getHeaderString(name);
                if (value != null) {
                    answer.header(name, value);
                }
            }
            return answer.build();
        }

        private static Response problem(WebApplicationException e, int status) {
            return switch (status) {
                // JAX-RS answers 404 for a path or query parameter that does not parse.
                case 404 ->
                    e.getCause() == null
                            ? answer(Problem.of(ProblemCode.NOT_FOUND, "Nothing answers at this address."))
                            : answer(
                                    Problem.of(ProblemCode.INVALID_PARAMETER, "A parameter is not of the right type."));
                case 405 -> answer(Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "See the API description for what is."));
                case 406 ->
                    answer(Problem.of(ProblemCode.NOT_ACCEPTABLE, "See the API description for what is answered."));
                case 413 -> tooLarge();
                case 415 ->
                    answer(Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "See the API description for what is read."));
                default ->
                    status < 500
                            ? answer(Problem.of(ProblemCode.INVALID_PARAMETER, "The request cannot be understood."))
                            : new OfAnything().toResponse(e);
            };
        }
    }

    /** A bug or an outage of ours. */
    @Provider
    public static final class OfAnything implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable e) {
            String id = RequestId.current();
            LOG.errorf(e, "request %s failed", id);
            return answer(Problem.of(ProblemCode.INTERNAL, "The failure was logged under this requestId.")
                    .of(id));
        }
    }
}
