package io.dateline.enrich.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes {@code models/topics/media-topics.tsv} from the IPTC Media Topics: the terms that are not retired, with id,
 * label, broader terms and definition. Arguments: the vocabulary's JSON file and the output file.
 */
public final class BuildTopics {
    private BuildTopics() {}

    public static void main(String[] args) throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        for (JsonNode term :
                new ObjectMapper().readTree(Path.of(args[0]).toFile()).get("conceptSet")) {
            String label = term.path("prefLabel").path("en-US").asText("");
            if (term.has("retired") || label.isEmpty()) {
                continue;
            }
            String id = digits(term.get("qcode").asText());
            List<String> broader = new ArrayList<>();
            for (JsonNode above : term.path("broader")) {
                broader.add(digits(above.asText()));
            }
            String definition = term.path("definition").path("en-US").asText("");
            lines.put(id, String.join("\t", id, flat(label), String.join("|", broader), flat(definition)));
        }
        Path out = Path.of(args[1]);
        Files.writeString(
                out,
                "# IPTC Media Topics 2023-03-31, CC BY 4.0, active terms only; made by BuildTopics\n"
                        + String.join("\n", lines.values()) + "\n");
        PrintStream console = System.out;
        console.println(lines.size() + " terms");
    }

    private static String digits(String code) {
        return code.replaceFirst(".*[:/]", "");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").replaceFirst(":$", "").trim();
    }
}
