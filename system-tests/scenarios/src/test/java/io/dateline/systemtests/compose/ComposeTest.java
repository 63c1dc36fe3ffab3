package io.dateline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dateline.systemtests.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Containers have no rights they do not need, and what they publish stays on this machine. */
class ComposeTest {
    private static final Path DEPLOY = Checkout.root().resolve("deploy");

    private final Map<String, JsonNode> services = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        // Unlike Jackson's own reader it knows what "<<" means.
        Object merged = new Yaml().load(Files.readString(DEPLOY.resolve("compose/compose.yaml")));
        JsonNode compose = new YAMLMapper().valueToTree(merged);
        compose.get("services").fields().forEachRemaining(one -> services.put(one.getKey(), one.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "ingest", "enrich", "topics"})
    void oursChangeNothingButTheirData(String name) {
        // Given
        JsonNode service = services.get(name);

        // When / Then
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.path("cap_drop")).extracting(JsonNode::asText).containsExactly("ALL");
        assertThat(service.path("security_opt")).extracting(JsonNode::asText).containsExactly("no-new-privileges:true");
        assertThat(service.path("tmpfs")).extracting(JsonNode::asText).anyMatch(at -> at.startsWith("/tmp:exec,"));
    }

    @Test
    void nothingIsPublishedBeyondTheLoopback() {
        // When / Then
        assertThat(services).hasSizeGreaterThan(6);
        assertThat(services.values())
                .flatExtracting(service -> texts(service.path("ports")))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void grafanaComesOnlyWhenAskedForWithOurDashboardsAndPrometheus() throws IOException {
        // Given
        JsonNode grafana = services.get("grafana");
        JsonNode source = new YAMLMapper()
                .readTree(DEPLOY.resolve("observability/grafana/provisioning/datasources/prometheus.yaml")
                        .toFile());
        JsonNode provider = new YAMLMapper()
                .readTree(DEPLOY.resolve("observability/grafana/provisioning/dashboards/dateline.yaml")
                        .toFile());

        // When / Then
        assertThat(texts(grafana.get("profiles"))).containsExactly("grafana");
        assertThat(texts(grafana.get("volumes")))
                .contains(
                        "../observability/grafana/provisioning:/etc/grafana/provisioning:ro",
                        "../observability/grafana/dashboards:"
                                + provider.at("/providers/0/options/path").asText() + ":ro");
        assertThat(source.at("/datasources/0/url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(services).containsKey("prometheus");
        assertThat(grafana.at("/environment/GF_AUTH_ANONYMOUS_ORG_ROLE").asText())
                .isEqualTo("Viewer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "tools", "kafka", "postgres", "prometheus"})
    void noImageRunsAsRoot(String image) throws IOException {
        // When / Then
        assertThat(Files.readString(DEPLOY.resolve("images").resolve(image).resolve("Dockerfile")))
                .containsPattern("(?m)^USER (?!root|0)\\w+$");
    }

    @Test
    void theImageOfTheServicesSaysHowItFares() throws IOException {
        // When / Then
        assertThat(Files.readString(DEPLOY.resolve("images/service/Dockerfile")))
                .contains("HEALTHCHECK")
                .contains("/q/health/ready");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
