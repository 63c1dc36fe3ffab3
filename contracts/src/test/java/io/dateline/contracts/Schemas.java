package io.dateline.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schema files of the jar, and a validator that asserts formats and never fetches anything. */
final class Schemas {
    static final String BASE = "https://dateline.example/schemas/";
    static final String RAW = "raw-article.schema.json";
    static final String ENRICHED = "enriched-article.schema.json";
    static final String SIGHTING = "sighting.schema.json";
    static final String FEED = "feed-status.schema.json";
    static final String SERVICE = "service-status.schema.json";
    static final List<String> ALL = List.of(RAW, ENRICHED, SIGHTING, FEED, SERVICE);

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(resolvers -> resolvers.mapPrefix(BASE, "classpath:schemas/"))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private Schemas() {}

    static List<Error> errors(String schema, JsonNode message) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + schema)).validate(message);
    }

    static List<Error> errors(String schema, Object message) {
        return errors(schema, MessageCodec.json().valueToTree(message));
    }

    static JsonNode read(String schema) {
        return resource("/schemas/" + schema);
    }

    /** A JSON or YAML file of the jar. */
    static JsonNode resource(String path) {
        try (InputStream in = Schemas.class.getResourceAsStream(path)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
