package io.dateline.local.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.local.newsroom.Newsroom.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsroomTest {
    private final MovingClock clock = new MovingClock();

    @TempDir
    Path folder;

    @Test
    void hasADozenStoriesFromTheBeginning() {
        // Given
        Newsroom newsroom = Newsroom.open(folder, clock);

        // When
        List<Item> items = all(newsroom);

        // Then
        assertThat(items).hasSize(Schedule.FROM_THE_BEGINNING);
        assertThat(items).allSatisfy(item -> assertThat(item.at()).isBefore(clock.instant()));
        assertThat(items).extracting(item -> item.story().feed()).contains(FeedName.values());
    }

    @Test
    void publishesOneStoryEveryTenToTwentySeconds() {
        // Given
        Newsroom newsroom = Newsroom.open(folder, clock);
        int before = all(newsroom).size();

        // When
        clock.move(Duration.ofMinutes(5));

        // Then
        assertThat(all(newsroom).size() - before).isBetween(15, 30);
    }

    @Test
    void goesOnWhereItStoppedAndKeepsEveryDate() {
        // Given
        Newsroom first = Newsroom.open(folder, clock);
        all(first);
        clock.move(Duration.ofMinutes(2));
        List<Item> before = all(first);
        clock.move(Duration.ofDays(3));
        Instant reopened = clock.instant();

        // When
        Newsroom second = Newsroom.open(folder, clock);

        // Then
        assertThat(all(second)).containsExactlyInAnyOrderElementsOf(before);
        clock.move(Duration.ofSeconds(21));
        assertThat(all(second))
                .hasSizeGreaterThan(before.size())
                .filteredOn(item -> !before.contains(item))
                .allSatisfy(item -> assertThat(item.at()).isAfter(reopened));
    }

    @Test
    void dropsALedgerLineThatWasCutOff() throws IOException {
        // Given
        all(Newsroom.open(folder, clock));
        Path ledger = folder.resolve("published.tsv");
        Files.writeString(ledger, "12\t17", StandardOpenOption.APPEND);

        // When
        Newsroom reopened = Newsroom.open(folder, clock);

        // Then
        assertThat(all(reopened)).hasSize(Schedule.FROM_THE_BEGINNING);
        assertThat(Files.readString(ledger)).endsWith("\n").doesNotContain("12\t17\n");
    }

    @Test
    void neverRunsOutAndNeverPublishesOneStoryTwice() {
        // Given
        StoryBook book = StoryBook.load();

        // When
        List<Story> stories =
                java.util.stream.IntStream.range(0, 500).mapToObj(book::story).toList();

        // Then
        assertThat(book.bundled()).isGreaterThanOrEqualTo(37);
        assertThat(stories).extracting(Story::key).doesNotHaveDuplicates();
        assertThat(stories).extracting(Story::body).doesNotHaveDuplicates();
        assertThat(stories)
                .extracting(story -> story.datedAt(clock.instant()).body().toString())
                .allSatisfy(body -> assertThat(body).doesNotContain("{").doesNotContain("}"))
                .filteredOn(body -> body.contains(", Mar 2 (Sample"))
                .hasSizeGreaterThan(400);
        assertThat(book.story(123)).isEqualTo(StoryBook.load().story(123));
    }

    @Test
    void namesTheSourceOfEveryWikinewsText() {
        // Given
        StoryBook book = StoryBook.load();

        // When
        List<Story> wikinews = java.util.stream.IntStream.range(0, book.bundled())
                .mapToObj(book::story)
                .filter(story -> story.url() != null)
                .toList();

        // Then
        assertThat(wikinews).hasSize(12).allSatisfy(story -> {
            assertThat(story.byline()).contains("Wikinews");
            assertThat(story.rights()).contains("CC BY 2.5");
            assertThat(story.url()).startsWith("https://en.wikinews.org/wiki/");
        });
    }

    private static List<Item> all(Newsroom newsroom) {
        return Arrays.stream(FeedName.values())
                .flatMap(feed -> newsroom.items(feed).stream())
                .toList();
    }
}
