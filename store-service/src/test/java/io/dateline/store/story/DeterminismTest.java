package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.story.StoryBuilder.Outcome;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final int HAPPENINGS = 40;
    private static final int ARTICLES = 400;

    /** Reports in words drawn at random from those of a happening, copies, revisions that change the subject, kills. */
    private static List<EnrichedArticle> articles() {
        Random random = new Random(11);
        List<EnrichedArticle> articles = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        Told bridge = Told.ofWords("bridge", 10, 15, 45);
        articles.add(Told.ofWords("one", 0, 0, 30).article());
        articles.add(bridge.article());
        articles.add(Told.ofWords("other", 20, 30, 60).article());
        articles.add(bridge.hidden(2, ArticleStatus.WITHHELD));
        for (int i = 0; i < ARTICLES; i++) {
            int dice = random.nextInt(20);
            Told one = told.isEmpty() ? null : told.get(random.nextInt(told.size()));
            if (one == null || dice < 13) {
                one = report("n" + i, 1, random);
                told.add(one);
                articles.add(one.article());
            } else if (dice < 17) {
                Told copy = new Told(
                        "c" + i,
                        1,
                        "paper" + random.nextInt(9),
                        one.at().plusSeconds(random.nextInt(9_000) - 2_000),
                        one.title(),
                        one.body()
                                .substring(
                                        0,
                                        one.body().length()
                                                - random.nextInt(one.body().length() / 3)),
                        one.names());
                told.add(copy);
                articles.add(copy.article());
            } else if (dice < 19) {
                Told revised = one.revised(one.revision() + 1, report("r" + i, 1, random));
                told.set(told.indexOf(one), revised);
                articles.add(revised.article());
            } else {
                told.remove(one);
                articles.add(one.hidden(one.revision() + 1, ArticleStatus.CANCELED));
            }
        }
        return articles;
    }

    private static Told report(String key, int revision, Random random) {
        int happening = random.nextInt(HAPPENINGS);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 45; i++) {
            boolean own = random.nextInt(5) < 2;
            text.append(own ? "subject" + happening + "x" + random.nextInt(30) : "common" + random.nextInt(400))
                    .append(' ');
        }
        return new Told(
                key,
                revision,
                "paper" + random.nextInt(9),
                Told.at(happening * 120 + random.nextInt(2_000)),
                "Title subject" + happening + "x" + random.nextInt(14),
                text.toString(),
                List.of("loc:" + happening % 7, "per:" + (random.nextInt(3) == 0 ? random.nextInt(20) : happening)));
    }

    private static List<String> build(List<EnrichedArticle> articles, int batch, boolean takeovers, int inMemory)
            throws SQLException {
        String schema = "same_" + UUID.randomUUID().toString().substring(0, 8);
        try (AgroalDataSource pool = StoreSchema.create(schema, 0)) {
            Stored.write(pool, articles);
            var settings = new StoryBuilder.Settings(batch, Duration.ZERO, 60, inMemory);
            List<StoryBuilder> instances = List.of(
                    new StoryBuilder(pool, "one", settings, (late, count, changes) -> {}),
                    new StoryBuilder(pool, "two", settings, (late, count, changes) -> {}));
            int step = 0;
            while (instances.get(takeovers ? step++ % 2 : 0).step() == Outcome.WORKED) {
                // until there is nothing new
            }
            List<String> rows = new ArrayList<>();
            for (String table : List.of(
                    "stories ORDER BY story_id",
                    "story_members ORDER BY article_id",
                    "story_features ORDER BY article_id",
                    "story_changes ORDER BY seq, place")) {
                rows.addAll(StoreSchema.rows(pool, "SELECT * FROM " + table));
            }
            return rows;
        }
    }

    @Test
    void makesTheSameStoriesHoweverChangesAreCutAndWhoeverBuilds() throws SQLException {
        // Given
        List<EnrichedArticle> articles = articles();

        // When
        List<String> inOneGo = build(articles, 500, false, 10_000);
        List<String> bySevens = build(articles, 7, false, 10_000);
        List<String> oneByOne = build(articles, 1, false, 10_000);
        List<String> takingTurns = build(articles, 40, true, 10_000);
        List<String> forgetful = build(articles, 7, false, 20);

        // Then
        assertThat(bySevens.equals(inOneGo)).isTrue();
        assertThat(oneByOne.equals(inOneGo)).isTrue();
        assertThat(takingTurns.equals(inOneGo)).isTrue();
        assertThat(forgetful.equals(inOneGo)).isTrue();
        // Or there would be little to get wrong.
        assertThat(Stream.of(" founded ", " joined ", " left ", " merged ", " split ")
                        .filter(kind -> inOneGo.stream().noneMatch(row -> row.contains(kind))))
                .isEmpty();
    }
}
