package io.dateline.store.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved query as somebody wants it. Any of it may be null until it was checked. */
@Schema(description = "A saved query to be made, or what one is to become.")
public record SavedQueryRequest(
        @Schema(description = "1 to 200 characters.", examples = "Talks in Baku")
        String name,

        @Schema(
                description = "Filters as in the address of a search; empty for everything.",
                examples = "q=parliament&place=AZ")
        String query,

        @Schema(description = "Left out: none, and one it had is taken away with its deliveries.")
        Webhook webhook) {

    /** A body has no more characters. */
    public static final int LONGEST = 16_384;

    private static final ObjectReader JSON = MessageCodec.json()
            .readerFor(SavedQueryRequest.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * @param rotate a new secret is made and shown in the answer
     */
    @Schema(description = "Where matches are sent.")
    public record Webhook(
            @Schema(
                    description = "https, on the public internet, without user name.",
                    examples = "https://desk.example.org/hook")
            String url,

            @Schema(
                    description = "whsec_ and the Base64 of 24 to 64 bytes. Left out: made by the service and shown "
                            + "once; on a change the one it has stays.")
            String secret,

            @Schema(description = "On a change: makes a new secret and shows it once; the old one signs too for a day.")
            Boolean rotate,

            @Schema(
                    description = "The first change sent is the one after this seq, or after now. Left out: now; on a "
                            + "change it goes on where it is.",
                    examples = "now")
            String from) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }

    /**
     * Reads a body; unknown fields are refused, or a mistyped one would change what is pushed in silence.
     *
     * @throws ProblemException {@code too-large}, {@code malformed-json} or {@code invalid-saved-query}
     */
    public static SavedQueryRequest read(String body) {
        if (body != null && body.length() > LONGEST) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE, "A saved query has at most " + LONGEST + " characters of JSON.");
        }
        try {
            SavedQueryRequest request = body == null || body.isBlank() ? null : JSON.readValue(body);
            if (request == null) {
                throw new ProblemException(ProblemCode.MALFORMED_JSON, "There is no object in the body.");
            }
            return request;
        } catch (UnrecognizedPropertyException e) {
            String name = e.getPropertyName();
            throw new ProblemException(
                    ProblemCode.INVALID_SAVED_QUERY,
                    "A field is not known.",
                    List.of(new Problem.Fault(
                            name.length() > 40 ? name.substring(0, 40) : name, "is no field of a saved query")));
        } catch (JsonProcessingException e) {
            // Without the message, which may quote a secret.
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body cannot be read as JSON of this shape.");
        }
    }
}
