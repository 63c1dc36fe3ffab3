package io.dateline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void servicesAreNamedByTheirLabels() {
        // When
        List<Part> services = Part.services(List.of("ingest", "store", "ingest"));

        // Then
        assertThat(services).containsExactly(Part.STORE, Part.INGEST);
    }

    @Test
    void whatIsNoServiceIsNamed() {
        // When / Then
        assertThatThrownBy(() -> Part.services(List.of("store", "kafka")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a service is one of store, ingest, enrich, not kafka");
    }
}
