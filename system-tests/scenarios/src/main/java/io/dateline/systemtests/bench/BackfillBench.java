package io.dateline.systemtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What an import does to live copy: 50 articles a second pushed live, first alone, then beside an archive that is imported
 * with the service's own settings, until the last imported article is queryable. The ratio is that of the two 99th
 * percentiles from accepted to queryable.
 */
final class BackfillBench {
    private static final int ALONE = 3_000;
    private static final int BLOCK = 5_000;
    private static final long LIVE_SEED = 1_000;
    private static final long ARCHIVE_SEED = 1_000_000;

    private final int count;
    private final Http http = new Http();

    BackfillBench(int count) {
        this.count = count;
    }

    String run() {
        Path folder = archive();
        try (Dateline dateline = Dateline.start(Map.of("DATELINE_INGEST_IMPORT_FOLDER", folder.toString()))) {
            LatencyBench.warmUp(dateline, http);
            double[] alone = LatencyBench.alone(dateline, http, Corpus.generated(ALONE, 3));
            System.out.printf(
                    Locale.ROOT,
                    "alone: p50 %.0f ms, p99 %.0f ms%n",
                    PacedPushes.percentile(alone, 0.5),
                    PacedPushes.percentile(alone, 0.99));
            long after = PacedPushes.newest(dateline, http, 0);
            String imported = begin(dateline);
            long began = System.nanoTime();
            PacedPushes pushes = new PacedPushes(dateline, http);
            Over over = new Over(dateline, imported, pushes);
            double[] beside = pushes.run(live(), LatencyBench.PER_SECOND, over, after);
            double seconds = (over.at - began) / 1e9;
            double aloneP99 = PacedPushes.percentile(alone, 0.99);
            double besideP99 = PacedPushes.percentile(beside, 0.99);
            return String.format(
                    Locale.ROOT,
                    "imported=%d live=%d live_p99_ratio=%.2f backfill_per_s=%.0f live_p99_ms=%.0f alone_p99_ms=%.0f"
                            + " live_p50_ms=%.0f alone_p50_ms=%.0f",
                    count,
                    beside.length,
                    besideP99 / aloneP99,
                    count / seconds,
                    besideP99,
                    aloneP99,
                    PacedPushes.percentile(beside, 0.5),
                    PacedPushes.percentile(alone, 0.5));
        } finally {
            delete(folder);
        }
    }

    /** Whether all that was imported is queryable; looks once a second. */
    private final class Over implements BooleanSupplier {
        private final String url;
        private final PacedPushes pushes;
        private long lookAt;
        private long at;

        Over(Dateline dateline, String id, PacedPushes pushes) {
            this.url = dateline.url(Service.INGEST) + "/api/imports/" + id;
            this.pushes = pushes;
        }

        @Override
        public boolean getAsBoolean() {
            long now = System.nanoTime();
            if (now < lookAt) {
                return false;
            }
            lookAt = now + 1_000_000_000L;
            long seen = pushes.othersSeen();
            if (seen < count) {
                return false;
            }
            JsonNode state = http.json(url);
            if (!state.get("state").asText().equals("done")) {
                return false;
            }
            if (state.get("accepted").asLong() != count) {
                throw new IllegalStateException("not all of the archive was accepted: " + state);
            }
            at = now;
            return true;
        }
    }

    private String begin(Dateline dateline) {
        var answer = http.post(
                dateline.url(Service.INGEST) + "/api/imports", "application/json", "{\"path\": \"archive.ndjson\"}");
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("the import answered " + answer.statusCode() + ": " + answer.body());
        }
        return Http.parse(answer.body()).get("id").asText();
    }

    /** Live copy without end. */
    private static Iterator<BenchArticle> live() {
        return IntStream.iterate(0, block -> block + 1)
                .boxed()
                .flatMap(block -> Corpus.generated(BLOCK, LIVE_SEED + block).stream())
                .iterator();
    }

    private Path archive() {
        try {
            Path folder = Files.createTempDirectory("dateline-archive");
            try (Writer lines = Files.newBufferedWriter(folder.resolve("archive.ndjson"))) {
                for (int from = 0; from < count; from += BLOCK) {
                    List<BenchArticle> block =
                            Corpus.generated(Math.min(BLOCK, count - from), ARCHIVE_SEED + from / BLOCK);
                    lines.write(Corpus.ndjson(block));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
