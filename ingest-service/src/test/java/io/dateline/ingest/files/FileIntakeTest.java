package io.dateline.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.publish.Embargoes;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.publish.RawArticles;
import io.dateline.ingest.publish.TestSightings;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of dropped files of which not all can be read. */
class FileIntakeTest {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    private final List<RawArticle> published = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private FileIntake files;

    @BeforeEach
    void intake() throws IOException {
        intake(Duration.ofSeconds(30));
    }

    private void intake(Duration lease) throws IOException {
        intake(Duration.ZERO, lease, CLOCK);
    }

    private void intake(Duration settle, Duration lease, InstantSource clock) throws IOException {
        WireFolder wire = new WireFolder(folder, settle, lease);
        wire.create();
        // Fresh for each test: they drop the same files.
        Database database = TestDatabase.fresh("file_intake_" + SCHEMAS.incrementAndGet());
        Intake intake = new Intake(
                new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45)),
                (articles, lane) -> {
                    if (articles.stream().anyMatch(article -> article.title().contains("fails"))) {
                        throw new IllegalStateException("on purpose");
                    }
                    published.addAll(articles);
                },
                new RawArticles(new CanonicalUrl()),
                TestSightings.ignored(database),
                new Embargoes(database),
                new StageMetrics(registry, "ingest"),
                clock);
        files = new FileIntake(wire, DocumentReader.ofEverything(clock), intake, clock, 1_000_000, "wire");
    }

    @Test
    void keepsTheRawPieceOfABadStoryBesideItsReason() throws IOException {
        // given three messages, the second cut off
        byte[] bytes = fixture("iptc7901-one-cut-off.iptc");

        // when
        drop("wire.iptc", bytes);

        // then
        assertThat(published).hasSize(2);
        assertThat(folder.resolve("done/wire.iptc")).hasBinaryContent(bytes);
        List<Path> rejected = rejected();
        assertThat(rejected).hasSize(2);
        assertThat(rejected.get(0).getFileName().toString()).matches("wire\\.iptc\\.[0-9a-f]{8}\\.item-2");
        assertThat(rejected.get(0)).hasBinaryContent(Arrays.copyOfRange(bytes, 555, 555 + 136));
        assertThat(rejected.get(1)).content().contains("malformed-document", "item 2, bytes 555 to 690", "SHA-256");
        assertThat(registry.get(MetricNames.ARTICLES)
                        .tag(MetricNames.OUTCOME, "rejected")
                        .tag(MetricNames.REASON, "malformed-document")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsTheWholeFileWhereThePlaceIsNotKnown() throws IOException {
        // given a well-formed message with an item that cannot be taken
        byte[] bytes = fixture("newsml-message-bad-embargo.xml");

        // when
        drop("message.xml", bytes);

        // then
        assertThat(published).hasSize(1);
        assertThat(rejected()).hasSize(2);
        assertThat(rejected().get(0)).hasBinaryContent(bytes);
        assertThat(rejected().get(1)).content().contains("invalid-article", "item 2 of message.xml");
    }

    @Test
    void leavesTheSamePiecesWhenTheFileIsTakenAgain() throws IOException {
        // given
        byte[] bytes = fixture("iptc7901-one-cut-off.iptc");
        drop("wire.iptc", bytes);

        // when
        drop("wire.iptc", bytes);

        // then
        assertThat(rejected()).hasSize(2);
    }

    @Test
    void keepsACopyOfTheWholeRatherThanTooManyPieces() throws IOException {
        // given one piece more than are kept apart, and a good line
        String bad = "{\"uri\": \"urn:x:1\", \"pubStatus\": \"usable\"}\n".repeat(Quarantine.PIECES + 1);
        byte[] bytes = (bad + "{\"title\": \"Good one among many\"}\n").getBytes(StandardCharsets.UTF_8);

        // when
        drop("many.ndjson", bytes);

        // then
        assertThat(published).hasSize(1);
        assertThat(rejected()).hasSize(2);
        assertThat(rejected().get(1)).content().contains("and 1 more");
    }

    @Test
    void putsAsideWhatItFailsAtAndTakesWhatIsBehindIt() throws IOException {
        // given
        intake(Duration.ofSeconds(-1));
        byte[] failing = "{\"title\": \"This one fails\"}".getBytes(StandardCharsets.UTF_8);
        Files.write(
                folder.resolve("incoming/b.json"),
                "{\"title\": \"This one is good\"}".getBytes(StandardCharsets.UTF_8));

        // when
        drop("a.json", failing);

        // then
        assertThat(published).hasSize(1);
        assertThat(folder.resolve("done/b.json")).exists();
        assertThat(rejected()).isEmpty();

        // when
        for (int tries = 1; tries < FileIntake.TRIES; tries++) {
            files.run();
        }

        // then
        assertThat(rejected()).hasSize(2);
        assertThat(rejected().get(0)).hasBinaryContent(failing);
        assertThat(rejected().get(1))
                .content()
                .contains("internal", "IllegalStateException")
                .doesNotContain("purpose");
        assertThat(folder.resolve("working")).isEmptyDirectory();
    }

    @Test
    void keepsTheBadPiecesOfAFileWithTheLongestName() throws IOException {
        // given
        byte[] bytes = fixture("iptc7901-one-cut-off.iptc");

        // when
        drop("w".repeat(250) + ".iptc", bytes);

        // then
        assertThat(published).hasSize(2);
        assertThat(rejected()).hasSize(2);
        assertThat(rejected().get(0).getFileName().toString())
                .matches("w{100,}\\.[0-9a-f]{8}\\.iptc\\.[0-9a-f]{8}\\.item-2");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void judgesFilesByTheClockThatTouchesThem(long hoursOff) throws IOException {
        // given a database whose clock is off, a file that may still grow, and one that another instance is at
        InstantSource off = () -> Instant.now().plus(Duration.ofHours(hoursOff));
        intake(Duration.ofMinutes(20), Duration.ofMinutes(30), off);
        byte[] bytes = "{\"title\": \"This one is good\"}".getBytes(StandardCharsets.UTF_8);
        Path others = Files.write(folder.resolve("working/other~1~b.json"), bytes);

        // when
        drop("a.json", bytes);

        // then
        assertThat(published).isEmpty();
        assertThat(folder.resolve("incoming/a.json")).exists();
        assertThat(others).exists();

        // when it has rested
        Files.setLastModifiedTime(
                folder.resolve("incoming/a.json"), FileTime.from(Instant.now().minus(Duration.ofMinutes(21))));
        files.run();
        files.run();

        // then
        assertThat(published).hasSize(1);
        assertThat(published.get(0).fetchedAt()).isBetween(off.instant().minusSeconds(600), off.instant());
        assertThat(others).exists();
    }

    private void drop(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("incoming").resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(10)));
        files.run();
        files.run();
    }

    private List<Path> rejected() throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve("rejected"))) {
            return kept.sorted().toList();
        }
    }

    private byte[] fixture(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/wire/" + name)) {
            return in.readAllBytes();
        }
    }
}
