package io.dateline.store.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the filters, which are read from the request as a whole, in the API description. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class FilterDescriptions implements OASFilter {
    private static final List<String> OPERATIONS = List.of("findArticles", "followChanges");
    /** Stories are not searched by words. */
    private static final String STORIES = "findStories";

    private static final List<Map.Entry<String, String>> SINGLE = List.of(
            Map.entry("q", "Words, \"phrases\", OR, -without; at most 256 characters and 16 terms"),
            Map.entry("from", "Earliest time, or a day in UTC: 2026-11-23T05:00:00Z or 2026-11-23"),
            Map.entry("to", "First time no longer wanted, or the last day wanted"));
    private static final List<Map.Entry<String, String>> REPEATED = List.of(
            Map.entry("entity", "Entity id (`geonames:587084`) or exact name"),
            Map.entry("topic", "IPTC Media Topic id (`medtop:11000000`) or exact label; narrower topics are found too"),
            Map.entry("place", "Country code (`AZ`), `geonames:ID` or exact name: where the news is about or filed"),
            Map.entry("source", "Source id or exact name"),
            Map.entry("lang", "ISO 639-1 code of the language it is written in"));

    @Override
    public Operation filterOperation(Operation operation) {
        if (OPERATIONS.contains(operation.getOperationId())) {
            SINGLE.forEach(entry -> operation.addParameter(parameter(entry, string())));
            REPEATED.forEach(entry -> operation.addParameter(parameter(entry, strings())));
        }
        if (STORIES.equals(operation.getOperationId())) {
            SINGLE.stream()
                    .filter(entry -> !entry.getKey().equals("q"))
                    .forEach(entry -> operation.addParameter(parameter(entry, string())));
            REPEATED.forEach(entry -> operation.addParameter(parameter(entry, strings())));
        }
        return operation;
    }

    private static Parameter parameter(Map.Entry<String, String> entry, Schema schema) {
        return OASFactory.createParameter()
                .in(Parameter.In.QUERY)
                .name(entry.getKey())
                .description(entry.getValue())
                .schema(schema);
    }

    private static Schema strings() {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(string());
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
