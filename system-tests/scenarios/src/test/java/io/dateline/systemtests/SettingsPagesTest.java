package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.access.AccessConfig;
import io.dateline.systemtests.system.Checkout;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsPagesTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A row of a table of settings: the keys in its first cell, and what its second says of their defaults. */
    private record Row(List<String> keys, String defaults) {
        /** A key stands whole, without what all keys of the page begin with, or as the end of the one before it. */
        boolean holds(String key, String prefix) {
            return keys.stream()
                    .anyMatch(written -> key.equals(written)
                            || key.equals(prefix + "." + written)
                            || written.startsWith(".") && key.endsWith(written));
        }
    }

    @Test
    void eachSettingStandsInItsPageWithItsDefault() throws Exception {
        // Given
        List<String> missing = new ArrayList<>();

        // When
        missing.addAll(missing(Class.forName("io.dateline.ingest.IngestConfig"), "ingest.md"));
        missing.addAll(missing(Class.forName("io.dateline.enrich.wiring.EnrichConfig"), "enrichment.md"));
        missing.addAll(missing(Class.forName("io.dateline.store.StoreConfig"), "store.md", "webhooks.md"));
        missing.addAll(missing(AccessConfig.class, "access.md"));

        // Then
        assertThat(missing).isEmpty();
    }

    private static List<String> missing(Class<?> mapping, String... pages) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String page : pages) {
            Files.readAllLines(Checkout.root().resolve("docs").resolve(page)).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(SettingsPagesTest::row)
                    .forEach(rows::add);
        }
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        List<String> missing = new ArrayList<>();
        ConfigMappings.getProperties(ConfigClass.configClass(mapping, prefix)).forEach((name, property) -> {
            String key = name.replace("[*]", "");
            String value = property.hasDefaultValue() ? property.getDefaultValue() : "";
            if (rows.stream().noneMatch(row -> row.holds(key, prefix) && says(row.defaults(), value))) {
                missing.add(key + " (" + value + ") in " + Arrays.toString(pages));
            }
        });
        return missing;
    }

    private static boolean says(String cell, String value) {
        return value.isEmpty() || Arrays.asList(cell.split(", ")).contains(value);
    }

    private static Row row(String line) {
        String[] cells = line.split("\\|", -1);
        return new Row(
                CODE.matcher(cells[1])
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList(),
                cells[2].strip().replace("`", ""));
    }
}
