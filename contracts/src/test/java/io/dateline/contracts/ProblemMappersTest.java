package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.http.ProblemMappers;
import io.dateline.contracts.message.MessageCodec;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMappersTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    static Stream<Arguments> framework() {
        return Stream.of(
                Arguments.of(new NotFoundException(), ProblemCode.NOT_FOUND),
                Arguments.of(
                        new NotFoundException(new IllegalArgumentException("secret")), ProblemCode.INVALID_PARAMETER),
                Arguments.of(new NotAllowedException("GET"), ProblemCode.METHOD_NOT_ALLOWED),
                Arguments.of(new NotAcceptableException(), ProblemCode.NOT_ACCEPTABLE),
                Arguments.of(new WebApplicationException(413), ProblemCode.TOO_LARGE),
                Arguments.of(new NotSupportedException(), ProblemCode.UNSUPPORTED_MEDIA_TYPE),
                Arguments.of(new BadRequestException("secret"), ProblemCode.INVALID_PARAMETER),
                Arguments.of(new WebApplicationException(brokenJson(), 400), ProblemCode.MALFORMED_JSON),
                Arguments.of(new InternalServerErrorException("secret"), ProblemCode.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("framework")
    void theFrameworksOwnBecomeProblems(WebApplicationException thrown, ProblemCode code) {
        assertProblem(new ProblemMappers.OfFramework().toResponse(thrown), code);
    }

    @Test
    void whatTheCallerMayDoInsteadIsKept() {
        // When
        Response notAllowed =
                new ProblemMappers.OfFramework().toResponse(new NotAllowedException("GET", new String[] {"PUT"}));
        Response notNow = new ProblemMappers.OfFramework().toResponse(new ServiceUnavailableException(7L));
        // Then
        assertProblem(notAllowed, ProblemCode.METHOD_NOT_ALLOWED);
        assertThat(notAllowed.getHeaderString("Allow")).contains("GET", "PUT");
        assertThat(notNow.getHeaderString("Retry-After")).isEqualTo("7");
    }

    @Test
    void redirectsStayRedirects() {
        // Given
        RedirectionException redirect = new RedirectionException(303, URI.create("http://127.0.0.1/"));
        // When
        Response response = new ProblemMappers.OfFramework().toResponse(redirect);
        // Then
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getEntity()).isNull();
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void oursKeepTheirCodeStatusAndFaults(ProblemCode code) {
        // Given
        ProblemException thrown =
                new ProblemException(code, "Say which.", List.of(new Problem.Fault("limit", "is not a number")));
        // When
        Response response = new ProblemMappers.OfProblem().toResponse(thrown);
        // Then
        Problem problem = assertProblem(response, code);
        assertThat(problem.detail()).isEqualTo("Say which.");
        assertThat(problem.errors()).containsExactly(new Problem.Fault("limit", "is not a number"));
        // Whoever is told that it is not now is told when, too.
        assertThat(response.getHeaderString("Retry-After"))
                .isEqualTo(code.status() == 503 || code.status() == 429 ? "5" : null);
    }

    @ParameterizedTest
    @CsvSource({"PT300S, 300", "PT1.2S, 2", "PT0S, 1"})
    void aKnownWaitIsTheOneThatIsTold(Duration wait, String seconds) {
        // Given
        ProblemException thrown = new ProblemException(ProblemCode.TOO_MANY_REQUESTS, "Try again later.", wait);
        // When
        Response response = new ProblemMappers.OfProblem().toResponse(thrown);
        // Then
        assertProblem(response, ProblemCode.TOO_MANY_REQUESTS);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo(seconds);
    }

    @Test
    void brokenJsonIsLocatedAndNotQuoted() {
        // When
        Response response = new ProblemMappers.OfJson().toResponse(brokenJson());
        // Then
        assertThat(assertProblem(response, ProblemCode.MALFORMED_JSON).detail()).contains("line 2");
    }

    @Test
    void anythingElseIsInternalAndNotQuoted() {
        // When
        Response response = new ProblemMappers.OfAnything().toResponse(new IllegalStateException("secret"));
        // Then
        assertProblem(response, ProblemCode.INTERNAL);
    }

    @Test
    void aFailureIsFoundInTheLogByWhatTheCallerIsTold() {
        // Given
        List<String> logged = new ArrayList<>();
        Logger log = Logger.getLogger(ProblemMappers.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line instanceof ExtLogRecord one ? one.getFormattedMessage() : line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        // When
        Response first;
        Response traced;
        try {
            first = new ProblemMappers.OfAnything().toResponse(new IllegalStateException());
            try (Scope scope = Span.wrap(SpanContext.create(
                            TRACE, "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault()))
                    .makeCurrent()) {
                traced = new ProblemMappers.OfAnything().toResponse(new IllegalStateException());
            }
        } finally {
            log.removeHandler(handler);
        }
        // Then
        String id = ((Problem) first.getEntity()).requestId();
        assertThat(id).matches("[0-9a-f]{16}");
        assertThat(((Problem) traced.getEntity()).requestId()).isEqualTo(TRACE);
        assertThat(logged).containsExactly("request " + id + " failed", "request " + TRACE + " failed");
    }

    private static Problem assertProblem(Response response, ProblemCode code) {
        assertThat(response.getStatus()).isEqualTo(code.status());
        assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
        Problem problem = (Problem) response.getEntity();
        assertThat(problem.code()).isEqualTo(code.code());
        assertThat(problem.status()).isEqualTo(code.status());
        assertThat(problem.title()).isEqualTo(code.title());
        assertThat(problem.type()).isEqualTo("urn:dateline:problem:" + code.code());
        assertThat(problem.toString()).doesNotContain("secret");
        return problem;
    }

    private static JsonProcessingException brokenJson() {
        try {
            MessageCodec.json().readTree("{\"a\":1,\n\"b\":secret}");
        } catch (JsonProcessingException e) {
            return e;
        }
        throw new AssertionError("that was no JSON");
    }
}
