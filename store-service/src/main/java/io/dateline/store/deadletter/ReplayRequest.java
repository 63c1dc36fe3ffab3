package io.dateline.store.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which dead letters to put back. Any of it may be null until it was checked. */
@Schema(description = "Which dead letters to put back: some, or those of a group.")
public record ReplayRequest(
        @Schema(description = "1 to 100 of them.") List<Place> letters,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "With one letter only: put back in place of its payload; at most 1 MiB as UTF-8.")
        JsonNode payload,

        @Schema(description = "All of this group that were not put back before, oldest first.")
        GroupKey group,

        @Schema(description = "With a group: put back at most so many, 1 to 1,000; 100 by default.")
        Integer limit,

        @Schema(description = "With a group: the `next` of the answer before.")
        String cursor) {

    public static final int LETTERS = 100;
    public static final int LIMIT = 1_000;
    public static final int STANDARD_LIMIT = 100;

    private static final ObjectReader JSON = MessageCodec.json()
            .readerFor(ReplayRequest.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Where a dead letter lies. */
    @Schema(description = "Where a dead letter lies.")
    public record Place(String topic, Integer partition, Long offset) {
        LetterId id(String where) {
            return LetterId.of(topic, String.valueOf(partition), String.valueOf(offset))
                    .orElseThrow(() -> invalid(where, "is no topic, partition and offset of a dead letter"));
        }
    }

    public static ReplayRequest of(LetterId id, JsonNode payload) {
        return new ReplayRequest(
                List.of(new Place(id.topic(), id.partition(), id.offset())), payload, null, null, null);
    }

    /**
     * Reads a body; unknown fields are refused.
     *
     * @throws ProblemException {@code malformed-json} or {@code invalid-replay}
     */
    public static ReplayRequest read(String body) {
        try {
            ReplayRequest request = body == null || body.isBlank() ? null : JSON.readValue(body);
            if (request == null) {
                throw new ProblemException(ProblemCode.MALFORMED_JSON, "There is no object in the body.");
            }
            return request;
        } catch (UnrecognizedPropertyException e) {
            String name = e.getPropertyName();
            throw invalid(name.length() > 40 ? name.substring(0, 40) : name, "is no field of a replay");
        } catch (JsonProcessingException e) {
            // Without the message, which may quote article text.
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body cannot be read as JSON of this shape.");
        }
    }

    /** @throws ProblemException {@code invalid-replay} */
    void check() {
        if ((letters == null) == (group == null)) {
            throw invalid("letters", "either letters or a group is needed");
        }
        if (letters == null) {
            checkGroup();
            return;
        }
        if (letters.isEmpty() || letters.size() > LETTERS || letters.stream().anyMatch(Objects::isNull)) {
            throw invalid("letters", "takes 1 to " + LETTERS);
        }
        if (payload != null && letters.size() > 1) {
            throw invalid("payload", "goes with one letter only");
        }
        if (limit != null || cursor != null) {
            throw invalid("limit", "goes with a group only, as does cursor");
        }
    }

    private void checkGroup() {
        if (payload != null) {
            throw invalid("payload", "goes with one letter only");
        }
        if (group.reason() == null || LetterId.of(group.topic(), "0", "0").isEmpty()) {
            throw invalid("group", "needs the reason and the name of a dead-letter topic");
        }
        if (limit != null && (limit < 1 || limit > LIMIT)) {
            throw invalid("limit", "is not a number from 1 to " + LIMIT);
        }
    }

    int most() {
        return limit == null ? STANDARD_LIMIT : limit;
    }

    static ProblemException invalid(String where, String detail) {
        return new ProblemException(
                ProblemCode.INVALID_REPLAY, "The replay breaks a rule.", List.of(new Problem.Fault(where, detail)));
    }
}
