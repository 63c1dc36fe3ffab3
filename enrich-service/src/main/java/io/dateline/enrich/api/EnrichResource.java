package io.dateline.enrich.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Enrichment;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.pipeline.Pipeline;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Tags a text on request. Nothing is stored and nothing is published. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class EnrichResource {
    private static final ObjectMapper JSON = MessageCodec.json();

    private final Pipeline pipeline;
    private final InstantSource clock;

    EnrichResource(Pipeline pipeline, InstantSource clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    @POST
    @Path("/enrich")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tag a text",
            description = "Answers the article with its tags, each with the exact words it came from.")
    @RequestBody(required = true, content = @Content(schema = @Schema(oneOf = {EnrichRequest.class, RawArticle.class})))
    @APIResponse(
            responseCode = "200",
            description = "The article with its tags",
            content = @Content(schema = @Schema(implementation = EnrichedArticle.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON of this shape")
    @APIResponse(responseCode = "413", description = "The body is larger than an article may be")
    @APIResponse(responseCode = "422", description = "The article breaks a rule")
    public byte[] enrich(
            byte[] body,
            @Parameter(description = "Also answer, as `explanation`, which rules fired and which senses were rejected.")
                    @QueryParam("explain")
                    @DefaultValue("false")
                    boolean explain)
            throws IOException {
        RawArticle article = EnrichRequest.checked(article(body));
        if (!explain) {
            return MessageCodec.encode(pipeline.enrich(article));
        }
        Explanation explanation = new Explanation();
        ObjectNode answer = JSON.valueToTree(pipeline.enrich(article, explanation));
        answer.set("explanation", JSON.valueToTree(explanation.reasons()));
        return JSON.writeValueAsBytes(answer);
    }

    @GET
    @Path("/steps")
    @Operation(summary = "The steps that run, in their order, and the version of their tags")
    public Enrichment steps() {
        return pipeline.enrichment();
    }

    private RawArticle article(byte[] body) throws IOException {
        JsonNode json = JSON.readTree(body);
        if (json == null || !json.isObject()) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is not a JSON object.");
        }
        try {
            return EnrichRequest.isRawArticle(json)
                    ? JSON.treeToValue(json, RawArticle.class)
                    : JSON.treeToValue(json, EnrichRequest.class).article(clock.instant());
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the input.
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "A field is not of the type the API describes.");
        }
    }
}
