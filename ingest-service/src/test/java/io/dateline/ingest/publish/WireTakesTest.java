package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Takes, corrections and kills of wire copy, from the file to what is published. */
class WireTakesTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static Database database;

    private final List<RawArticle> published = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private boolean brokerAway;
    private IdentityStore identities;
    private Intake intake;
    private String slug;

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("wire_takes_test");
    }

    @BeforeEach
    void intake() {
        slug = "X-"
                + UUID.randomUUID()
                        .toString()
                        .toUpperCase(Locale.ROOT)
                        .replace("-", "")
                        .substring(0, 20);
        identities = new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45));
        intake = new Intake(
                identities,
                (articles, lane) -> {
                    if (brokerAway) {
                        throw new BrokerUnavailable("away", null);
                    }
                    published.addAll(articles);
                },
                new RawArticles(new CanonicalUrl()),
                TestSightings.ignored(database),
                new Embargoes(database),
                new StageMetrics(registry, "ingest"),
                InstantSource.fixed(NOW));
    }

    @Nested
    class BySlug {
        @Test
        void makesAnUpdateARevisionOfItsStory() {
            // given
            Reserved story = take(copy("", "Agency", "First", "2026-01-09T08:00:00Z", "Text one."))
                    .get(0);

            // when
            Reserved update = take(copy("(UPDATE 1)", "Agency", "Second", "2026-01-09T10:00:00Z", "Text two."))
                    .get(0);

            // then
            assertThat(update.id()).isEqualTo(story.id());
            assertThat(update.decision()).isEqualTo(new Decision.Publish(2, false));
            assertThat(published).extracting(RawArticle::title).containsExactly("First", "Second");
            assertThat(published.get(1).edNote()).isEqualTo("UPDATE 1");
        }

        @Test
        void takesUnmarkedCopyUnderTheSameSlugForAnotherStory() {
            // given
            Reserved story = take(copy("", "Agency", "First", "2026-01-09T08:00:00Z", "Text one."))
                    .get(0);

            // when
            Reserved other = take(copy("", "Agency", "Second", "2026-01-09T10:00:00Z", "Text two."))
                    .get(0);
            Reserved correction = take(copy("(CORRECTED)", "Agency", "Third", "2026-01-09T11:00:00Z", "Text three."))
                    .get(0);

            // then
            assertThat(other.id()).isNotEqualTo(story.id());
            assertThat(correction.id()).isEqualTo(other.id());
        }

        @Test
        void joinsWithinFortyEightHoursOnly() {
            // given
            Reserved story = take(copy("", "Agency", "First", "2026-01-05T08:00:00Z", "Text one."))
                    .get(0);

            // when
            Reserved inTime = take(copy("(UPDATE 1)", "Agency", "Second", "2026-01-07T08:00:00Z", "Two."))
                    .get(0);
            Reserved tooLate = take(copy("(UPDATE 2)", "Agency", "Third", "2026-01-09T08:00:01Z", "Three."))
                    .get(0);

            // then
            assertThat(inTime.id()).isEqualTo(story.id());
            assertThat(tooLate.id()).isNotEqualTo(story.id());
        }

        @Test
        void keepsSourcesApart() {
            // given
            Reserved story = take(copy("", "Agency", "First", "2026-01-09T08:00:00Z", "Text one."))
                    .get(0);

            // when
            Reserved other = take(copy("(UPDATE 1)", "Other", "Second", "2026-01-09T10:00:00Z", "Text two."))
                    .get(0);

            // then
            assertThat(other.id()).isNotEqualTo(story.id());
        }

        @Test
        void killsUnderTheTitleTheStoryHad() {
            // given
            Reserved story = take(copy("", "Agency", "First", "2026-01-09T08:00:00Z", "Text one."))
                    .get(0);

            // when a kill that names neither source nor headline
            Reserved kill = take("SLUG: " + slug + "\nKILL\n\nPlease do not use this story.\n")
                    .get(0);

            // then
            assertThat(kill.id()).isEqualTo(story.id());
            RawArticle canceled = published.get(1);
            assertThat(canceled.status()).isEqualTo(ArticleStatus.CANCELED);
            assertThat(canceled.revision()).isEqualTo(2);
            assertThat(canceled.title()).isEqualTo("First");
            assertThat(canceled.body()).startsWith("Please do not use");
            assertThat(canceled.source().name()).isEqualTo("Agency");
            assertThat(killsOfUnknown()).isZero();
        }

        @Test
        void leavesATombstoneWhereThereIsNothingToKillAndKeepsTheStoryDead() {
            // given nothing is known under the slug
            String kill = copy("(KILL)", "Agency", null, "2026-01-09T10:00:00Z", "Do not use.");

            // when
            Reserved tombstone = take(kill).get(0);
            Reserved story = take(stamped("2026-01-09T08:00:00Z")).get(0);

            // then
            assertThat(published).singleElement().satisfies(article -> {
                assertThat(article.status()).isEqualTo(ArticleStatus.CANCELED);
                assertThat(article.title()).isEqualTo(slug);
            });
            assertThat(killsOfUnknown()).isEqualTo(1);
            assertThat(tombstone.decision()).isEqualTo(new Decision.Publish(1, false));
            assertThat(story.id()).isEqualTo(tombstone.id());
            assertThat(story.decision()).isEqualTo(new Decision.Late(1));
        }

        @Test
        void joinsAllTakesOfOneFileAndChangesNothingWhenItComesAgain() {
            // given
            String file = copy("", "Agency", "First", "2026-01-09T08:00:00Z", "One.") + "###\n\n"
                    + copy("(1st Ld)", "Agency", "Second", "2026-01-09T09:00:00Z", "Two.") + "###\n\n"
                    + copy("(CORRECTED)", "Agency", "Third", "2026-01-09T10:00:00Z", "Three.") + "###\n";
            List<Reserved> first = take(file);

            // when
            List<Reserved> again = take(file);

            // then
            assertThat(first).extracting(Reserved::id).containsOnly(first.get(0).id());
            assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2, 3);
            assertThat(again)
                    .extracting(one -> Intake.outcome(one.decision()))
                    .containsExactly("late", "late", "unchanged");
            assertThat(again).extracting(Reserved::id).containsOnly(first.get(0).id());
        }

        @Test
        void completesEveryReservedRevisionAfterTheBrokerWasAway() {
            // given all three takes are reserved, none is published
            String file = copy("", "Agency", "First", "2026-01-09T08:00:00Z", "One.") + "###\n\n"
                    + copy("(1st Ld)", "Agency", "Second", "2026-01-09T09:00:00Z", "Two.") + "###\n\n"
                    + copy("(CORRECTED)", "Agency", "Third", "2026-01-09T10:00:00Z", "Three.") + "###\n";
            brokerAway = true;
            assertThatThrownBy(() -> take(file)).isInstanceOf(BrokerUnavailable.class);
            brokerAway = false;

            // when
            take(file);

            // then
            assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2, 3);
            assertThat(published).extracting(RawArticle::title).containsExactly("First", "Second", "Third");
        }

        @Test
        void keepsTheLaterLeadWhenAnEarlierOneComesAfterIt() {
            // given
            take(copy("", "Agency", "First", "2026-01-09T08:00:00Z", "One."));
            take(copy("(2nd Ld)", "Agency", "Third", "2026-01-09T10:00:00Z", "Three."));

            // when
            Reserved late = take(copy("(1st Ld)", "Agency", "Second", "2026-01-09T09:00:00Z", "Two."))
                    .get(0);

            // then
            assertThat(late.decision()).isEqualTo(new Decision.Late(2));
            assertThat(published).extracting(RawArticle::title).containsExactly("First", "Third");
            assertThat(count("late")).isEqualTo(1);
        }

        @Test
        void holdsAnEmbargoedStoryForItsReleaseUntilAKillTakesItsPlace() {
            // given
            String embargoed = "EMBARGOED until 0600 GMT Jan 12, 2026\n"
                    + copy("", "Agency", "First", "2026-01-09T08:00:00Z", "One.");
            Reserved story = take(embargoed).get(0);
            String held = "SELECT count(*) FROM embargoes WHERE article_id = '" + story.id() + "'";
            assertThat(published).extracting(RawArticle::status).containsExactly(ArticleStatus.WITHHELD);
            assertThat(TestDatabase.count(database, held)).isEqualTo(1);

            // when
            Reserved kill = take(copy("(KILL)", "Agency", null, "2026-01-09T09:00:00Z", "Do not use."))
                    .get(0);

            // then
            assertThat(kill.id()).isEqualTo(story.id());
            assertThat(published).extracting(RawArticle::status).last().isEqualTo(ArticleStatus.CANCELED);
            assertThat(identities.release(
                            story.id(),
                            1,
                            new Incoming(
                                    story.incoming().article().released(),
                                    story.incoming().origin())))
                    .isEmpty();
        }

        @Test
        void previewsTheStoryATakeWouldJoin() {
            // given
            Reserved story = take(copy("", "Agency", "First", "2026-01-09T08:00:00Z", "One."))
                    .get(0);
            List<Incoming> update =
                    read(copy("(UPDATE 1)", "Agency", "Second", "2026-01-09T09:00:00Z", "Two."), "text/plain");

            // when
            Reserved previewed = identities.preview(update).get(0);

            // then
            assertThat(previewed.id()).isEqualTo(story.id());
            assertThat(previewed.decision()).isEqualTo(new Decision.Publish(2, false));
            assertThat(intake.take(update, Lane.LIVE, NOW).get(0).decision()).isEqualTo(previewed.decision());
        }
    }

    @Nested
    class ById {
        @Test
        void makesANewVersionARevisionAndAnOldOneLate() {
            // given versions 1 and 3
            take(ninjs(1, "2026-01-09T08:00:00Z", "usable", "One"), "application/json");
            take(ninjs(3, "2026-01-09T10:00:00Z", "usable", "Three"), "application/json");

            // when
            Reserved late = take(ninjs(2, "2026-01-09T09:00:00Z", "usable", "Two"), "application/json")
                    .get(0);
            Reserved back = take(ninjs(4, "2026-01-09T11:00:00Z", "usable", "One"), "application/json")
                    .get(0);

            // then
            assertThat(late.decision()).isEqualTo(new Decision.Late(2));
            assertThat(back.decision()).isEqualTo(new Decision.Publish(3, false));
            assertThat(published).extracting(RawArticle::title).containsExactly("One", "Three", "One");
        }

        @Test
        void staysDeadWhenAnOlderVersionComesAfterTheKill() {
            // given
            take(ninjs(3, "2026-01-09T10:00:00Z", "canceled", "Three"), "application/json");

            // when
            Reserved late = take(ninjs(2, "2026-01-09T09:00:00Z", "usable", "Two"), "application/json")
                    .get(0);
            Reserved revived = take(ninjs(4, "2026-01-09T11:00:00Z", "usable", "Four"), "application/json")
                    .get(0);

            // then
            assertThat(late.decision()).isInstanceOf(Decision.Late.class);
            assertThat(revived.decision()).isEqualTo(new Decision.Publish(2, false));
            assertThat(published)
                    .extracting(RawArticle::status)
                    .containsExactly(ArticleStatus.CANCELED, ArticleStatus.USABLE);
            assertThat(killsOfUnknown()).isEqualTo(1);
        }

        @Test
        void letsNobodyElseKill() {
            // given
            take(ninjs(1, "2026-01-09T08:00:00Z", "usable", "One"), "application/json");

            // when
            Reserved foreign = take(
                            ninjs(2, "2026-01-09T09:00:00Z", "canceled", "One").replace("Agency", "Stranger"),
                            "application/json")
                    .get(0);

            // then
            assertThat(foreign.decision()).isInstanceOf(Decision.Sighting.class);
            assertThat(published).hasSize(1);
        }
    }

    private String copy(String mark, String source, String headline, String date, String text) {
        return "SLUG: " + slug + " " + mark + "\n" + (headline == null ? "" : "HEADLINE: " + headline + "\n")
                + "SOURCE: " + source + "\nDATE: " + date + "\n\n" + text + " " + slug + "\n";
    }

    private String stamped(String date) {
        return copy("", "Agency", "First", date, "Text one.");
    }

    private String ninjs(int version, String created, String status, String title) {
        return ("{\"uri\": \"urn:x:%s\", \"version\": \"%d\", \"versionCreated\": \"%s\", \"pubStatus\": \"%s\","
                        + " \"headlines\": [{\"value\": \"%s\"}], \"bodies\": [{\"value\": \"text\"}],"
                        + " \"contentCreated\": \"2026-01-09T08:00:00Z\","
                        + " \"infoSources\": [{\"name\": \"Agency\"}]}")
                .formatted(slug, version, created, status, title);
    }

    private List<Reserved> take(String copy) {
        return take(copy, "text/plain");
    }

    private List<Reserved> take(String copy, String type) {
        return intake.take(read(copy, type), Lane.LIVE, NOW);
    }

    private static List<Incoming> read(String copy, String type) {
        ParseResult result = DocumentReader.ofEverything(InstantSource.fixed(NOW))
                .read(new Document(copy.getBytes(StandardCharsets.UTF_8), type, null));
        assertThat(result).isInstanceOf(ParseResult.Articles.class);
        ParseResult.Articles articles = (ParseResult.Articles) result;
        assertThat(articles.faults()).isEmpty();
        return articles.articles().stream()
                .map(article -> new Incoming(article, Origin.named(Source.Kind.WIRE, article.sourceName(), "wire")))
                .toList();
    }

    private double killsOfUnknown() {
        return registry.find(MetricNames.ARTICLES).tag(MetricNames.REASON, MetricNames.KILL_UNKNOWN).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double count(String outcome) {
        return registry.find(MetricNames.ARTICLES).tag(MetricNames.OUTCOME, outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
