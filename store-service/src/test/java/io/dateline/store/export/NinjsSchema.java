package io.dateline.store.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/** The schema of ninjs 3.1 as IPTC publishes it, with formats asserted; nothing is fetched. */
public final class NinjsSchema {
    private static final String NINJS = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaIdResolvers(resolvers -> resolvers.mappings(Map.of(
                                    NINJS,
                                    "classpath:ninjs/ninjs-schema_3.1.json",
                                    "https://geojson.org/schema/GeoJSON.json",
                                    "classpath:ninjs/geojson-point.schema.json")))
                            .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build()))
            .getSchema(SchemaLocation.of(NINJS));

    private NinjsSchema() {}

    public static List<Error> errors(JsonNode item) {
        return SCHEMA.validate(item);
    }
}
