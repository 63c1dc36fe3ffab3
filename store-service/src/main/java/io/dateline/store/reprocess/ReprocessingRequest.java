package io.dateline.store.reprocess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which articles are to be tagged anew. */
@Schema(description = "Which articles are to be tagged anew.")
public record ReprocessingRequest(
        @Schema(
                description = "Filters as in the address of a search; empty for everything.",
                examples = "place=AZ&from=2026-11-01")
        String query,

        @Schema(description = "Articles a second at most, 1 to 1,000; 100 by default.")
        Integer rate) {

    static final int LONGEST = 4_000;
    static final int FASTEST = 1_000;
    static final int DEFAULT_RATE = 100;

    private static final ObjectReader JSON = MessageCodec.json()
            .readerFor(ReprocessingRequest.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public ReprocessingRequest {
        query = query == null ? "" : query;
        rate = rate == null ? Integer.valueOf(DEFAULT_RATE) : rate;
    }

    /** @throws ProblemException {@code malformed-json} or {@code invalid-parameter} */
    public static ReprocessingRequest read(String body) {
        try {
            ReprocessingRequest request =
                    body == null || body.isBlank() ? new ReprocessingRequest(null, null) : JSON.readValue(body);
            if (request == null) {
                throw new ProblemException(ProblemCode.MALFORMED_JSON, "There is no object in the body.");
            }
            if (request.query().length() > LONGEST) {
                throw invalid("query", "has at most " + LONGEST + " characters");
            }
            checkRate(request.rate());
            return request;
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body cannot be read as JSON of this shape.");
        }
    }

    /**
     * A rate as a parameter; null where there is none.
     *
     * @throws ProblemException {@code invalid-parameter}
     */
    public static Integer rate(String parameter) {
        if (parameter == null) {
            return null;
        }
        if (!parameter.matches("\\d{1,4}")) {
            throw invalid("rate", "is a number from 1 to " + FASTEST);
        }
        int rate = Integer.parseInt(parameter);
        checkRate(rate);
        return rate;
    }

    private static void checkRate(int rate) {
        if (rate < 1 || rate > FASTEST) {
            throw invalid("rate", "is a number from 1 to " + FASTEST);
        }
    }

    private static ProblemException invalid(String field, String fault) {
        return new ProblemException(
                ProblemCode.INVALID_PARAMETER, "A field is not valid.", List.of(new Problem.Fault(field, fault)));
    }
}
