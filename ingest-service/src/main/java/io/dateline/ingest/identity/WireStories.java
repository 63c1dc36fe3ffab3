package io.dateline.ingest.identity;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Source;
import io.dateline.ingest.parse.Edition;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.text.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins takes of wire copy that has no id: by source and slug, within 48 hours of the story's last take, and only where
 * the sender marked the copy as an update, a correction or a kill. Works through one batch, in its order. Pure.
 */
final class WireStories {
    static final Duration WINDOW = Duration.ofHours(48);
    /** Not a name that is kept: it only leads from a take to its story. */
    private static final String TAKE = "take-";

    /**
     * What runs under a slug. Sorted by slug, then source.
     *
     * @param toldAt when its last take was made, or came in where that does not say
     * @param seenAt when its last take came in
     */
    record Story(
            String slugKey,
            Source source,
            String owner,
            String articleId,
            String title,
            boolean titleDerived,
            boolean tombstone,
            Instant toldAt,
            Instant seenAt)
            implements Comparable<Story> {
        private static final Comparator<Story> ORDER = Comparator.comparing(Story::slugKey)
                .thenComparing(story -> story.source().id());

        @Override
        public int compareTo(Story other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<Incoming> batch;
    private final List<List<String>> names = new ArrayList<>();
    private final Map<String, String> known;
    private final Map<String, Map<String, Story>> stories = new HashMap<>();
    private final Map<String, Story> changed = new TreeMap<>();

    /**
     * @param known   article ids by name, of all names of the batch that are known
     * @param running what runs under the batch's slugs
     * @param now     when the batch came in, for copy that does not say its time
     */
    WireStories(
            List<Incoming> batch,
            List<List<String>> names,
            Map<String, String> known,
            List<Story> running,
            Instant now) {
        this.batch = new ArrayList<>(batch);
        this.known = new HashMap<>(known);
        running.forEach(this::put);
        Map<String, String> here = new HashMap<>(known);
        for (int i = 0; i < batch.size(); i++) {
            List<String> own = new ArrayList<>(names.get(i));
            if (slugKey(batch.get(i)) != null) {
                String id = join(i, own, here, now);
                here.putIfAbsent(own.get(0), id);
            }
            this.names.add(own);
        }
    }

    /** The key of an article's slug; null where it has an id or an address of its own, or no slug. */
    static String slugKey(Incoming incoming) {
        ParsedArticle article = incoming.article();
        boolean named = article.publisherId() != null || article.guid() != null || article.url() != null;
        return named || article.edition().slug() == null
                ? null
                : Hashes.short128("slug\n" + article.edition().slug());
    }

    private String join(int i, List<String> own, Map<String, String> here, Instant now) {
        Incoming incoming = batch.get(i);
        ParsedArticle article = incoming.article();
        String known = here.get(own.get(0));
        if (known != null) {
            // Sent before, word for word: it is what it was.
            return known;
        }
        Instant at = article.publishedAt() != null ? article.publishedAt() : now;
        Story story = find(incoming, now);
        boolean kill = article.status() == ArticleStatus.CANCELED;
        if (story == null || !(article.edition().follows() || beforeTombstone(article.edition(), story))) {
            change(new Story(
                    slugKey(incoming),
                    incoming.origin().source(),
                    incoming.origin().owner(),
                    own.get(0),
                    article.title(),
                    article.titleDerived(),
                    kill,
                    at,
                    now));
            return own.get(0);
        }
        own.add(TAKE + story.articleId());
        this.known.put(TAKE + story.articleId(), story.articleId());
        boolean keepsTitle = article.edition().untitled() && !story.tombstone();
        Source source = new Source(
                story.source().id(),
                story.source().name(),
                incoming.origin().source().kind());
        batch.set(
                i,
                incoming.as(
                        keepsTitle ? article.under(story.title(), story.titleDerived()) : article,
                        new Origin(story.owner(), source, null)));
        change(new Story(
                story.slugKey(),
                story.source(),
                story.owner(),
                story.articleId(),
                kill ? story.title() : article.title(),
                kill ? story.titleDerived() : article.titleDerived(),
                story.tombstone(),
                at.isAfter(story.toldAt()) ? at : story.toldAt(),
                now));
        return story.articleId();
    }

    /** The source's own story; for copy that names no source, the only one that runs under the slug. */
    private Story find(Incoming incoming, Instant now) {
        Map<String, Story> running = stories.getOrDefault(slugKey(incoming), Map.of());
        Instant made = incoming.article().publishedAt();
        Story own = running.get(incoming.origin().source().id());
        if (own != null && fresh(own, made, now)) {
            return own;
        }
        List<Story> fresh = running.values().stream()
                .filter(story -> fresh(story, made, now))
                .toList();
        return incoming.article().sourceName() == null && fresh.size() == 1 ? fresh.get(0) : null;
    }

    /** By the times the takes were made; for copy that does not say when, by the times they came in. */
    private static boolean fresh(Story story, Instant made, Instant now) {
        Duration apart = made == null ? Duration.between(story.seenAt(), now) : Duration.between(story.toldAt(), made);
        return apart.abs().compareTo(WINDOW) <= 0;
    }

    /** The story that a kill was waiting for: it comes late and stays dead. */
    private static boolean beforeTombstone(Edition edition, Story story) {
        return story.tombstone()
                && edition.created() != null
                && edition.created().isBefore(story.toldAt());
    }

    private void change(Story story) {
        put(story);
        changed.put(story.slugKey() + story.source().id(), story);
    }

    private void put(Story story) {
        stories.computeIfAbsent(story.slugKey(), key -> new TreeMap<>())
                .put(story.source().id(), story);
    }

    /** The batch, each take under the source and, where it has no headline, the title of its story. */
    List<Incoming> batch() {
        return batch;
    }

    /** The names of each, with one that leads to its story where it joins one. */
    List<List<String>> names() {
        return names;
    }

    Map<String, String> known() {
        return known;
    }

    /** What runs now where it did not before, in order. */
    List<Story> changed() {
        return changed.values().stream().sorted().toList();
    }
}
