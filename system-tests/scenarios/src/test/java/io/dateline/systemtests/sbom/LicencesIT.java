package io.dateline.systemtests.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.systemtests.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What ships is listed (CycloneDX, {@code target/sbom.json} of each part) and may be shipped. Runs where the profile
 * {@code sbom} wrote the lists; leaves {@code target/licences.tsv} beside its own reports.
 */
class LicencesIT {
    private static final List<String> SHIPPED =
            List.of("ingest-service", "enrich-service", "store-service", "deploy/local");

    /** As SPDX names them, and two as their authors do. One of those that a library offers is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "Go License",
            "ISC",
            "MIT",
            "MIT-0",
            "Public Domain",
            "Unicode-3.0");

    /** Whose description names no licence: as the text that comes with them does. */
    private static final Map<String, String> NAMED_ELSEWHERE =
            Map.of("com.carrotsearch:langid-java:1.0.0", "BSD-2-Clause");

    /** Added by Quarkus itself where Flyway meets PostgreSQL, so no list made by Maven has it; Apache-2.0 as all of it. */
    private static final String ADDED_BY_QUARKUS = "io.quarkus.quarkus-flyway-postgresql-";

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service", "store-service", "deploy/local"})
    void everythingThatShipsMayBeShipped(String part) throws IOException {
        // When / Then
        assertThat(components(part))
                .hasSizeGreaterThan(20)
                .filteredOn(component -> licences(component).stream().noneMatch(ALLOWED::contains))
                .extracting(component -> name(component) + " " + licences(component))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service", "store-service"})
    void everyJarOfTheImageIsListed(String service) throws IOException {
        // Given
        Set<String> listed = new TreeSet<>();
        for (JsonNode component : components(service)) {
            listed.add(component.get("group").asText() + "."
                    + component.get("name").asText() + "-"
                    + component.get("version").asText());
        }

        // When / Then
        try (Stream<Path> files = Files.walk(Checkout.root().resolve(service).resolve("target/quarkus-app/lib"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".jar") && !file.startsWith(ADDED_BY_QUARKUS)))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(jar -> assertThat(listed)
                            .anyMatch(name -> jar.equals(name + ".jar") || jar.startsWith(name + "-")));
        }
    }

    @Test
    void theListOfLicencesIsWritten() throws IOException {
        // Given
        TreeMap<String, String> list = new TreeMap<>();
        for (String part : SHIPPED) {
            components(part).forEach(component -> list.put(name(component), String.join(" or ", licences(component))));
        }

        // When
        Path file = Checkout.root().resolve("system-tests/scenarios/target/licences.tsv");
        Files.write(
                file,
                list.entrySet().stream()
                        .map(one -> one.getKey() + "\t" + one.getValue())
                        .toList());

        // Then
        assertThat(Files.readAllLines(file))
                .hasSizeGreaterThan(200)
                .anyMatch(line -> line.startsWith("org.postgresql:"));
    }

    private static List<JsonNode> components(String part) throws IOException {
        Path file = Checkout.root().resolve(part).resolve("target/sbom.json");
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(file.toFile())
                                .get("components")
                                .spliterator(),
                        false)
                .toList();
    }

    private static String name(JsonNode component) {
        return component.get("group").asText() + ":" + component.get("name").asText() + ":"
                + component.get("version").asText();
    }

    private static Set<String> licences(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode license = choice.path("license");
            licences.add(license.path("id")
                    .asText(license.path("name")
                            .asText(choice.path("expression").asText())));
        }
        if (licences.isEmpty() && NAMED_ELSEWHERE.containsKey(name(component))) {
            licences.add(NAMED_ELSEWHERE.get(name(component)));
        }
        return licences;
    }
}
