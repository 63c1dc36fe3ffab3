package io.dateline.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.publish.ArticlePublisher;
import io.dateline.ingest.publish.Embargoes;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.publish.RawArticles;
import io.dateline.ingest.publish.TestSightings;
import io.dateline.ingest.support.Counters;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports against the real database, with a broker that can be cut off. */
class ImporterTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final int CHUNK = 10;
    private static Database database;

    @TempDir
    Path root;

    private final String unique = UUID.randomUUID().toString();
    private final List<RawArticle> published = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final ImportStore imports = new ImportStore(database);
    private final ImportQueue queue = new ImportQueue(database, Duration.ofMinutes(1));
    private int dieAfter = Integer.MAX_VALUE;
    private Runnable afterBatch = () -> {};
    private Importer importer;

    /** What a process that dies leaves behind: nothing is tidied up. */
    private static final class Died extends Error {}

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("import_test");
    }

    @BeforeEach
    void importer() throws IOException {
        TestDatabase.run(database, "TRUNCATE imports");
        InstantSource clock = InstantSource.fixed(NOW);
        ArticlePublisher publisher = (articles, lane) -> {
            if (published.size() >= dieAfter) {
                throw new Died();
            }
            published.addAll(articles);
            lanes.add(lane);
            afterBatch.run();
        };
        Intake intake = new Intake(
                new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45)),
                publisher,
                new RawArticles(new CanonicalUrl()),
                TestSightings.ignored(database),
                new Embargoes(database),
                new StageMetrics(metrics, "ingest"),
                clock);
        ImportFolder folder = new ImportFolder(root);
        RecordReaders readers =
                new RecordReaders(folder, DocumentReader.ofEverything(clock), this::page, 10_000, 10_000, clock);
        importer = new Importer(
                folder, readers, new BulkIntake(intake, clock, "archive"), queue, CHUNK, 1, Duration.ofMinutes(1));
    }

    @Test
    void importsAFolderOfEverything() throws Exception {
        // given
        Files.writeString(root.resolve("b.ndjson"), lines(0, 25) + "{broken\n{\"body\": \"no title\"}\n\n");
        Files.writeString(root.resolve("a.txt"), "BAKU, Jan. 5 (AZERTAC) -- Story " + unique + " has begun.\n\nMore.");
        Files.writeString(root.resolve("unknown.bin"), "\u0000\u0001\u0002");
        new WarcFile(true)
                .page("page-" + unique)
                .record("request", "", new byte[0], 0)
                .write(root);

        // when
        Import done = run(create(""));

        // then
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.accepted()).isEqualTo(27);
        assertThat(done.skipped()).isEqualTo(2);
        assertThat(done.rejected())
                .containsOnlyKeys("malformed-json", "invalid-article", "malformed-document")
                .containsEntry("malformed-json", 1L);
        assertThat(done.doneBytes()).isEqualTo(done.totalBytes());
        assertThat(done.totalFiles()).isEqualTo(4);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(published).hasSize(27);
        assertThat(published).extracting(one -> one.source().kind()).containsOnly(Source.Kind.IMPORT);
        assertThat(lanes).containsOnly(Lane.BULK);
        RawArticle page = published.stream()
                .filter(one -> one.title().startsWith("page-"))
                .findFirst()
                .orElseThrow();
        assertThat(page.fetchedAt()).isEqualTo(Instant.parse("2016-05-04T03:02:01Z"));
        assertThat(page.source().name()).isEqualTo("news.example.org");
        assertThat(published)
                .filteredOn(one -> one.body().startsWith("BAKU"))
                .extracting(one -> one.source().name())
                .containsExactly("AZERTAC");
        assertThat(report(done))
                .hasSize(3)
                .anyMatch(line -> line.contains("\"file\":\"b.ndjson\"")
                        && line.contains("\"record\":26")
                        && line.contains("malformed-json"));
        assertThat(Counters.of(metrics, "accepted", "none")).isEqualTo(27);
        assertThat(Counters.of(metrics, "rejected", "malformed-json")).isEqualTo(1);
        assertThat(Counters.all(metrics)).isEqualTo(30);
    }

    @Test
    void goesOnAfterACrashWithoutLosingOrRepeatingARecord() throws Exception {
        // given
        Files.writeString(root.resolve("a.ndjson"), lines(0, 35) + "{broken\n" + lines(35, 35));
        Files.writeString(root.resolve("b.ndjson"), lines(70, 30) + "{broken\n");
        Import created = create("");
        for (int at = 10; at < 100; at += 20) {
            dieAfter = at;
            LeasedImport mine = queue.claim().orElseThrow();
            assertThatThrownBy(() -> importer.run(mine)).isInstanceOf(Died.class);
            assertThat(queue.claim()).as("still leased to the dead").isEmpty();
            TestDatabase.run(database, "UPDATE imports SET leased_until = now() - interval '1 second'");
        }
        dieAfter = Integer.MAX_VALUE;

        // when
        Import done = run(created);

        // then
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(published.stream().map(RawArticle::title).collect(Collectors.toSet()))
                .hasSize(100);
        assertThat(published).hasSize(100);
        assertThat(done.accepted() + done.unchanged()).isEqualTo(100);
        assertThat(done.rejected()).containsExactlyEntriesOf(Map.of("malformed-json", 2L));
        assertThat(report(done)).hasSize(2);
    }

    @Test
    void doesNotWriteWhatAnotherWorkerHasTakenOver() throws Exception {
        // given
        Files.writeString(root.resolve("a.ndjson"), lines(0, 40));
        Import created = create("a.ndjson");
        LeasedImport late = queue.claim().orElseThrow();
        TestDatabase.run(database, "UPDATE imports SET leased_until = now() - interval '1 second'");
        LeasedImport mine = queue.claim().orElseThrow();

        // when
        importer.run(late);

        // then
        assertThat(imports.find(created.id()).orElseThrow().accepted()).isZero();
        importer.run(mine);
        Import done = imports.find(created.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.accepted() + done.unchanged()).isEqualTo(40);
        assertThat(published).hasSize(40);
    }

    @Test
    void pausesBetweenBatchesResumesThereAndCancels() throws Exception {
        // given
        Files.writeString(root.resolve("a.ndjson"), lines(0, 60));
        Import created = create("a.ndjson");
        afterBatch = () -> imports.move(created.id(), Import.State.PAUSED, List.of(Import.State.RUNNING));

        // when
        Import paused = run(created);
        boolean claimable = queue.claim().isPresent();
        imports.move(created.id(), Import.State.RUNNING, List.of(Import.State.PAUSED));
        Import again = run(created);
        imports.move(created.id(), Import.State.CANCELED, List.of(Import.State.PAUSED));

        // then
        assertThat(paused.state()).isEqualTo(Import.State.PAUSED);
        assertThat(paused.accepted()).isEqualTo(10);
        assertThat(claimable).isFalse();
        assertThat(again.accepted()).isEqualTo(20);
        assertThat(again.unchanged()).isZero();
        assertThat(imports.find(created.id()).orElseThrow().finishedAt()).isNotNull();
        assertThat(queue.claim()).isEmpty();
    }

    @Test
    void leavesToAnotherWhatItIsStoppedAtWhileItReads() throws Exception {
        // given: as a worker is stopped
        Files.writeString(root.resolve("a.ndjson"), lines(0, 40));
        Import created = create("a.ndjson");
        afterBatch = () -> Thread.currentThread().interrupt();
        LeasedImport mine = queue.claim().orElseThrow();

        // when
        assertThatThrownBy(() -> importer.run(mine)).isInstanceOf(InterruptedException.class);
        afterBatch = () -> {};
        queue.release(mine);

        // then
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Import stopped = imports.find(created.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(Import.State.RUNNING);
        assertThat(stopped.rejected()).isEmpty();
        Import done = run(created);
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.accepted() + done.unchanged()).isEqualTo(40);
        assertThat(published).hasSize(40);
    }

    @Test
    void failsWhereThePathIsGoneAndGoesOnWhenItIsBack() throws Exception {
        // given
        Path file = root.resolve("a.ndjson");
        Files.writeString(file, lines(0, 5));
        Import created = create("a.ndjson");
        Files.delete(file);

        // when
        Import failed = run(created);
        Files.writeString(file, lines(0, 5));
        imports.move(created.id(), Import.State.RUNNING, List.of(Import.State.FAILED));
        Import done = run(created);

        // then
        assertThat(failed.state()).isEqualTo(Import.State.FAILED);
        assertThat(failed.reason()).isEqualTo("invalid-import");
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.reason()).isNull();
        assertThat(done.accepted()).isEqualTo(5);
    }

    @Test
    void answersTheSameImportForAPathThatIsBeingImported() throws Exception {
        // given
        Files.writeString(root.resolve("a.ndjson"), lines(0, 1));
        Import first = create("a.ndjson");

        // when
        ImportStore.Created second = imports.create("a.ndjson", ImportKind.NDJSON, null, 1, 1, 1);
        run(first);
        ImportStore.Created third = imports.create("a.ndjson", ImportKind.NDJSON, null, 1, 1, 1);

        // then
        assertThat(second.fresh()).isFalse();
        assertThat(second.stored().id()).isEqualTo(first.id());
        assertThat(third.fresh()).isTrue();
        assertThat(imports.list(null, 10))
                .extracting(Import::id)
                .containsExactly(third.stored().id(), first.id());
        assertThat(imports.list(third.stored().id(), 10)).extracting(Import::id).containsExactly(first.id());
    }

    private Import create(String path) {
        ImportKind kind = path.isEmpty() ? ImportKind.FOLDER : ImportKind.ofFile(path);
        try {
            List<ImportFolder.Entry> files = new ImportFolder(root).files(path);
            long bytes = files.stream().mapToLong(ImportFolder.Entry::bytes).sum();
            return imports.create(path, kind, null, 100_000, files.size(), bytes)
                    .stored();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Import run(Import created) throws InterruptedException {
        importer.run(queue.claim().orElseThrow());
        return imports.find(created.id()).orElseThrow();
    }

    private List<String> report(Import done) throws IOException {
        return Files.readAllLines(root.resolve(done.report()));
    }

    private String lines(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"title\": \"title " + i + " " + unique + "\", \"id\": \"" + unique + i
                        + "\", \"source\": \"S\"}\n")
                .collect(Collectors.joining());
    }

    private ParseResult page(Document page) {
        String title = page.text().replaceAll(".*<title>(.*)</title>.*", "$1");
        byte[] json = ("{\"title\": \"" + title + "\", \"url\": \"" + page.url() + unique + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        return DocumentReader.ofEverything(InstantSource.fixed(NOW)).read(new Document(json, "application/json", null));
    }
}
