package io.dateline.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered here is what kustomize renders, and every field of it is one that its kind has. */
class KustomizationTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void everyObjectIsOfAKnownKindWithKnownFields() throws IOException {
        // When / Then
        assertThat(Kustomization.render(Manifests.FOLDER.resolve("overlays/example")))
                .hasSizeGreaterThan(30)
                .allSatisfy(object -> assertThat(Manifests.read(object)).isNotNull());
    }

    @Test
    void aMisspeltFieldIsFoundOut() throws IOException {
        // Given
        ObjectNode deployment = Kustomization.render(Manifests.FOLDER.resolve("base")).stream()
                .filter(object -> object.get("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) deployment.at("/spec/template/spec/securityContext")).put("runAsNoRoot", true);

        // When / Then
        assertThatThrownBy(() -> Manifests.read(deployment)).hasMessageContaining("runAsNoRoot");
    }

    @Test
    void everyFileBelongsToARendering() throws IOException {
        // Given
        String named = Files.readString(Manifests.FOLDER.resolve("base/kustomization.yaml"))
                + Files.readString(Manifests.FOLDER.resolve("overlays/example/kustomization.yaml"));

        // When / Then
        try (Stream<Path> files = Files.walk(Manifests.FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("kustomization.yaml"))
                            .map(file -> file.getParent().endsWith("example")
                                    ? file.getFileName().toString()
                                    : Manifests.FOLDER
                                            .resolve("base")
                                            .relativize(file)
                                            .toString()))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(named).contains("- " + file));
        }
    }

    @Test
    void whatIsNotReadHereIsRefused(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: []\nnamePrefix: my-\n");

        // When / Then
        assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("namePrefix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example"})
    void kubectlRendersTheSame(String folder) throws IOException, InterruptedException {
        // Given
        assumeThat(Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(at -> Files.isExecutable(Path.of(at, "kubectl"))))
                .as("kubectl is on this machine")
                .isTrue();
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", Manifests.FOLDER.resolve(folder).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        // When
        List<ObjectNode> theirs;
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(kubectl.getInputStream())) {
            theirs = documents.readAll();
        }

        // Then
        assertThat(kubectl.waitFor()).isZero();
        assertThat(byName(Kustomization.render(Manifests.FOLDER.resolve(folder))))
                .isEqualTo(byName(theirs));
    }

    private static Map<String, ObjectNode> byName(List<ObjectNode> objects) {
        Map<String, ObjectNode> named = new HashMap<>();
        objects.forEach(object -> named.put(
                object.get("kind").asText() + "/" + object.at("/metadata/name").asText(), object));
        assertThat(named).hasSameSizeAs(objects);
        return named;
    }
}
