package io.dateline.contracts.topic;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The topics Dateline needs, read from {@code topics.json} beside this class's package root. */
public final class TopicCatalog {
    private static final List<TopicSettings> ALL = read();

    private TopicCatalog() {}

    public static List<TopicSettings> all() {
        return ALL;
    }

    /** The names of the topics of records that could not be processed, in the order of the catalogue. */
    public static List<String> deadLetters() {
        return ALL.stream()
                .map(TopicSettings::name)
                .filter(Topics::isDeadLetter)
                .toList();
    }

    /** @throws IllegalArgumentException where the catalogue has no such topic */
    public static TopicSettings of(String name) {
        return ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic " + name));
    }

    private static List<TopicSettings> read() {
        try (InputStream in = TopicCatalog.class.getResourceAsStream("/topics.json")) {
            return List.copyOf(new ObjectMapper().readValue(in, new TypeReference<List<TopicSettings>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("topics.json in the contracts jar cannot be read", e);
        }
    }
}
