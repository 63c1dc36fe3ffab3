package io.dateline.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dateline.systemtests.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards ask for metrics that exist, and say what to do. Their logic is tested by promtool. */
class ObservabilityTest {
    private static final Path FOLDER = Checkout.root().resolve("deploy/observability");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> rules = new ArrayList<>();
    private KnownMetrics known;

    @BeforeEach
    void readRules() throws IOException {
        for (JsonNode file : trees(FOLDER.resolve("prometheus/rules"), YAML)) {
            file.get("groups").forEach(group -> group.get("rules").forEach(rules::add));
        }
        Set<String> recorded = rules.stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.get("record").asText())
                .collect(Collectors.toSet());
        known = new KnownMetrics(FOLDER.resolve("metrics"), recorded);
    }

    @Test
    void everyRuleAsksForWhatIsExposed() {
        // When / Then
        assertThat(rules).hasSizeGreaterThan(20);
        assertThat(rules)
                .flatExtracting(rule -> known.troubles(rule.get("expr").asText()))
                .isEmpty();
    }

    @Test
    void everyPanelAsksForWhatIsExposed() throws IOException {
        // Given
        List<String> expressions = new ArrayList<>();
        for (JsonNode dashboard : dashboards()) {
            dashboard
                    .get("panels")
                    .forEach(panel -> panel.path("targets")
                            .forEach(
                                    target -> expressions.add(target.get("expr").asText())));
        }

        // When / Then
        assertThat(expressions).hasSizeGreaterThan(80);
        assertThat(expressions).flatExtracting(known::troubles).isEmpty();
    }

    @Test
    void aQuestionForWhatIsNotExposedIsFoundOut() {
        // When / Then
        assertThat(known.troubles("sum(rate(dateline_articels_total[5m]))")).hasSize(1);
        assertThat(known.troubles("dateline_lag_records{lane=\"slow\"}")).hasSize(1);
        assertThat(known.troubles("dateline_lag_records{job=\"ingest\"}")).hasSize(1);
        assertThat(known.troubles("sum by (topic) (dateline_lag_records)")).hasSize(1);
        assertThat(known.troubles("state:dateline_feeds:max{lane=\"live\"}")).hasSize(1);
        assertThat(known.troubles("lane:dateline_feeds:max")).hasSize(1);
    }

    @Test
    void everyAlertSaysWhatItMeansAndHasAPageThatSaysWhatToDo() throws IOException {
        // Given
        Set<String> pages = Files.readAllLines(Checkout.root().resolve("docs/runbook.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> "docs/runbook.md#" + anchor(line.substring(3)))
                .collect(Collectors.toSet());

        // When / Then
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).isNotBlank();
            assertThat(pages).contains(alert.at("/annotations/runbook_url").asText());
        });
        assertThat(alerts()).extracting(alert -> alert.get("alert").asText()).doesNotHaveDuplicates();
        assertThat(alerts())
                .extracting(alert -> alert.at("/annotations/runbook_url").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyAlertIsTestedFiringAndQuiet() throws IOException {
        // Given
        Set<String> firing = new HashSet<>();
        Set<String> quiet = new HashSet<>();
        for (JsonNode file : trees(FOLDER.resolve("prometheus/tests"), YAML)) {
            file.get("tests")
                    .forEach(test -> test.get("alert_rule_test")
                            .forEach(one -> (one.get("exp_alerts").isEmpty() ? quiet : firing)
                                    .add(one.get("alertname").asText())));
        }

        // When / Then
        assertThat(alerts()).extracting(alert -> alert.get("alert").asText()).allSatisfy(alert -> {
            assertThat(firing).contains(alert);
            assertThat(quiet).contains(alert);
        });
    }

    @Test
    void dashboardsCanBeToldApartAndAskTheChosenPrometheus() throws IOException {
        // Given
        List<JsonNode> dashboards = dashboards();

        // When / Then
        assertThat(dashboards).hasSize(4);
        assertThat(dashboards)
                .extracting(dashboard -> dashboard.get("uid").asText())
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("[a-z-]{1,40}"));
        assertThat(dashboards)
                .extracting(dashboard -> dashboard.get("title").asText())
                .doesNotHaveDuplicates();
        assertThat(dashboards).allSatisfy(dashboard -> {
            assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
            assertThat(dashboard.get("panels"))
                    .extracting(panel -> panel.get("id").asInt())
                    .doesNotHaveDuplicates();
            assertThat(dashboard.findValues("datasource"))
                    .extracting(source -> source.path("uid").asText())
                    .containsOnly("${datasource}");
        });
    }

    @Test
    void composeGivesTheRulesToPrometheus() throws IOException {
        // Given
        JsonNode compose = YAML.readTree(
                Checkout.root().resolve("deploy/compose/compose.yaml").toFile());
        JsonNode prometheus = YAML.readTree(
                Checkout.root().resolve("deploy/compose/prometheus.yml").toFile());

        // When / Then
        assertThat(compose.at("/services/prometheus/volumes"))
                .extracting(JsonNode::asText)
                .contains("../observability/prometheus/rules:/etc/prometheus/rules:ro");
        assertThat(prometheus.get("rule_files")).extracting(JsonNode::asText).contains("/etc/prometheus/rules/*.yaml");
        assertThat(prometheus.get("scrape_configs"))
                .extracting(job -> job.get("job_name").asText())
                .containsExactlyInAnyOrder("ingest", "enrich", "store");
    }

    private List<JsonNode> alerts() {
        return rules.stream().filter(rule -> rule.has("alert")).toList();
    }

    private static List<JsonNode> dashboards() throws IOException {
        return trees(FOLDER.resolve("grafana/dashboards"), JSON);
    }

    private static List<JsonNode> trees(Path folder, ObjectMapper mapper) throws IOException {
        List<JsonNode> trees = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                trees.add(mapper.readTree(file.toFile()));
            }
        }
        return trees;
    }

    /** As pages of Markdown make them from headings. */
    private static String anchor(String heading) {
        return heading.trim()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }
}
