package io.dateline.local.newsroom;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** All stories in the order they are published: first the bundled ones, then bulletins without end. */
final class StoryBook {
    private final List<Story> bundled;

    private StoryBook(List<Story> bundled) {
        this.bundled = bundled;
    }

    /** Reads the bundled stories; two of our own, then one of Wikinews, until both are used up. */
    static StoryBook load() {
        List<Story> own = read("/newsroom/stories.json");
        List<Story> wikinews = read("/newsroom/wikinews.json");
        List<Story> mixed = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < own.size(); i++) {
            mixed.add(own.get(i));
            if (i % 2 == 1 && next < wikinews.size()) {
                mixed.add(wikinews.get(next++));
            }
        }
        mixed.addAll(wikinews.subList(next, wikinews.size()));
        return new StoryBook(List.copyOf(mixed));
    }

    int bundled() {
        return bundled.size();
    }

    /** The story with this number, from 0 without end; the same number always gives the same story. */
    Story story(int number) {
        return number < bundled.size() ? bundled.get(number) : Bulletins.bulletin(number);
    }

    private static List<Story> read(String resource) {
        try (InputStream in = StoryBook.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readValue(in, new TypeReference<List<Story>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
