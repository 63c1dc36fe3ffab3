package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.story.Story;
import io.dateline.store.story.Story.SharedTag;
import io.dateline.store.story.StorySummary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLineTest {

    @Test
    void tellsEachThingOnceAndOfHowManyItHolds() {
        // When
        List<SharedLine> shared = SharedLine.of(story(
                6,
                new SharedTag("entity", "geonames:272103", "Lebanon", 5),
                new SharedTag("entity", "per:nawaf-salam", "Nawaf Salam", 3),
                new SharedTag("place", "LB", "Lebanon", 6),
                new SharedTag("place", "geonames:272103", "Lebanon", 5),
                new SharedTag("place", "IL", "Israel", 4),
                new SharedTag("place", "geonames:294640", "Israel", 4)));
        // Then
        assertThat(shared)
                .containsExactly(
                        new SharedLine(new StoryView.Link("loc", "Lebanon", "/entities/geonames:272103"), "5 of 6"),
                        new SharedLine(new StoryView.Link("per", "Nawaf Salam", "/entities/per:nawaf-salam"), "3 of 6"),
                        new SharedLine(new StoryView.Link("loc", "Israel", "/search?place=IL"), "4 of 6"));
    }

    @Test
    void leavesOutWhatFewerThanHalfHaveAndEventsWithoutAName() {
        // When
        List<SharedLine> shared = SharedLine.of(story(
                5,
                new SharedTag("topic", "medtop:11000000", "politics", 2),
                new SharedTag("event", "190", "190", 4),
                new SharedTag("event", "ASSAULT/shell", "ASSAULT/shell", 4),
                new SharedTag("event", "ASSAULT", "ASSAULT", 3)));
        // Then
        assertThat(shared)
                .containsExactly(
                        new SharedLine(new StoryView.Link("event", "violence", "/search?event=ASSAULT"), "3 of 5"));
    }

    private static Story story(int originals, SharedTag... shared) {
        Instant at = Instant.parse("2026-11-27T12:00:00Z");
        return new Story(
                new StorySummary("story-1", "t", null, at, at, originals, originals, 2, List.of("en")),
                List.of(),
                0,
                List.of(),
                List.of(shared),
                List.of());
    }
}
