package io.dateline.systemtests.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Renders a folder as {@code kubectl kustomize} does, for what ours use: resources, namespace, images and inline patches
 * (RFC 6902: add and replace). Whatever else stands in a file is an error, never left out in silence. So the checks need
 * no program that is not on every machine; where kubectl is there, {@link KustomizationTest} compares the two.
 */
final class Kustomization {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "namespace", "resources", "images", "patches");
    private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace");

    private Kustomization() {}

    /** Every object of the folder, patched, in the order in which they are named. */
    static List<ObjectNode> render(Path folder) throws IOException {
        JsonNode file = YAML.readTree(folder.resolve("kustomization.yaml").toFile());
        file.fieldNames().forEachRemaining(name -> require(KNOWN.contains(name), folder + " says " + name));
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode resource : file.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            objects.addAll(Files.isDirectory(path) ? render(path) : read(path));
        }
        for (JsonNode patch : file.path("patches")) {
            patch(objects, patch);
        }
        for (JsonNode image : file.path("images")) {
            objects.forEach(object -> replaceImage(object, image));
        }
        if (file.has("namespace")) {
            objects.stream()
                    .filter(object ->
                            !WITHOUT_NAMESPACE.contains(object.path("kind").asText()))
                    .forEach(object -> ((ObjectNode) object.get("metadata"))
                            .put("namespace", file.get("namespace").asText()));
        }
        return objects;
    }

    private static List<ObjectNode> read(Path file) throws IOException {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(file.toFile())) {
            return documents.readAll();
        }
    }

    private static void patch(List<ObjectNode> objects, JsonNode patch) throws IOException {
        JsonNode target = patch.path("target");
        List<ObjectNode> hit = objects.stream()
                .filter(object -> object.path("kind").equals(target.path("kind")))
                .filter(object -> object.at("/metadata/name").equals(target.path("name")))
                .toList();
        require(hit.size() == 1, "a patch for " + target + " meets " + hit.size() + " objects");
        for (JsonNode operation : YAML.readTree(patch.get("patch").asText())) {
            apply(hit.get(0), operation);
        }
    }

    private static void apply(ObjectNode object, JsonNode operation) {
        JsonPointer path = JsonPointer.compile(operation.get("path").asText());
        String last = path.last().getMatchingProperty();
        JsonNode parent = object.at(path.head());
        JsonNode value = operation.get("value");
        switch (operation.get("op").asText()) {
            case "add" -> {
                if (parent instanceof ArrayNode array) {
                    require(last.equals("-"), "only the end of a list can be added to: " + path);
                    array.add(value);
                } else {
                    require(parent.isObject(), "there is no " + path.head());
                    ((ObjectNode) parent).set(last, value);
                }
            }
            case "replace" -> {
                require(parent.has(last), "there is no " + path + " to replace");
                ((ObjectNode) parent).set(last, value);
            }
            default ->
                throw new IllegalArgumentException(
                        "not read here: " + operation.get("op").asText());
        }
    }

    private static void replaceImage(ObjectNode object, JsonNode image) {
        for (JsonNode container : object.at("/spec/template/spec/containers")) {
            String name = container.get("image").asText();
            if (name.substring(0, name.lastIndexOf(':'))
                    .equals(image.get("name").asText())) {
                ((ObjectNode) container)
                        .put(
                                "image",
                                image.get("newName").asText() + ":"
                                        + image.get("newTag").asText());
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
