package io.dateline.enrich.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** The top terms of the beginnings of web pages that are there for development; the labels are ours, and none is held out. */
final class LabelledTopics implements Evaluation {
    private static final String TEXTS = "extraction/dev/ground-truth.json";
    private static final String LABELS = "/evaluation-topics.tsv";
    /** The length of a story of the news; the pages are far longer. */
    private static final int CHARACTERS = 1_800;

    @Override
    public String step() {
        return "topic";
    }

    @Override
    public String set() {
        return "extraction/dev";
    }

    @Override
    public List<String> needs() {
        return List.of(TEXTS);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        JsonNode texts = MessageCodec.json().readTree(Files.readString(ground.file(TEXTS)));
        Tally tally = new Tally();
        for (String line : labels()) {
            String[] cells = line.split("\t");
            String text = beginning(texts.path(cells[0]).path("articleBody").asText());
            List<String> ours = ground.pipeline().enrich(TestArticle.of("", text)).topics().stream()
                    .map(Stories::top)
                    .map(id -> id.replace("medtop:", ""))
                    .distinct()
                    .toList();
            tally.compare("top terms", List.of(cells[1].split(" ")), ours);
        }
        return tally.figures();
    }

    private static List<String> labels() throws IOException {
        try (InputStream in = LabelledTopics.class.getResourceAsStream(LABELS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** Whole sentences. */
    private static String beginning(String text) {
        int end = text.indexOf(". ", CHARACTERS);
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
