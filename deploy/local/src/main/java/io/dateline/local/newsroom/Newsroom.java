package io.dateline.local.newsroom;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What is out by now. Thread-safe. */
final class Newsroom {
    /** A feed shows this many stories; older ones leave it, as they do everywhere. */
    static final int STORIES_IN_A_FEED = 30;

    private final StoryBook book;
    private final Ledger ledger;
    private final Schedule schedule;
    private final InstantSource clock;

    Newsroom(StoryBook book, Ledger ledger, InstantSource clock) {
        this.book = book;
        this.ledger = ledger;
        this.clock = clock;
        this.schedule = new Schedule(clock.instant().truncatedTo(ChronoUnit.SECONDS), ledger.size());
    }

    static Newsroom open(Path folder, InstantSource clock) {
        return new Newsroom(StoryBook.load(), Ledger.open(folder.resolve("published.tsv")), clock);
    }

    /** The newest stories of a feed, newest first. */
    synchronized List<Item> items(FeedName feed) {
        schedule.due(ledger.size(), clock.instant()).forEach(ledger::add);
        List<Release> releases = ledger.releases();
        return java.util.stream.IntStream.iterate(releases.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> item(releases.get(i)))
                .filter(item -> item.story().feed() == feed)
                .limit(STORIES_IN_A_FEED)
                .toList();
    }

    /** A story by its key, where it is out. */
    synchronized Optional<Item> item(String key) {
        return ledger.releases().stream()
                .map(this::item)
                .filter(item -> item.story().key().equals(key))
                .findFirst();
    }

    private Item item(Release release) {
        return new Item(book.story(release.number()).datedAt(release.at()), release.at());
    }

    /**
     * A story that is out.
     *
     * @param at when it came out
     */
    record Item(Story story, Instant at) {
        String path() {
            return "/stories/" + story.key();
        }
    }
}
