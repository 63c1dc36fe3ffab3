package io.dateline.systemtests.bench;

import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.local.process.ChildProcess;
import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Memory;
import io.dateline.systemtests.system.Service;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The enrich pipeline alone on one thread, by CPU time, with bodies of 1,000 and of 3,000 characters; then the service
 * itself with the heap it is meant to have: how long it takes to be ready, three times, and how much memory it holds at
 * most while it works through as many articles from Kafka.
 */
final class EnrichBench {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> OPTIONS = List.of("-Xmx200m", "-XX:+UseSerialGC");
    private static final int STARTS = 3;

    private final Path corpus;
    private final int count;

    EnrichBench(Path corpus, int count) {
        this.corpus = corpus;
        this.count = count;
    }

    String run() {
        List<BenchArticle> articles = corpus == null ? Corpus.generated(count, 1) : Corpus.of(corpus, count);
        String small = measure(articles, 1_000);
        String large = measure(articles, 3_000);
        System.out.println("1,000 characters: " + small + "\n3,000 characters: " + large);
        try (Dateline dateline = Dateline.startOnly(Service.ENRICH, Map.of(), OPTIONS)) {
            double ready = Double.MAX_VALUE;
            for (int i = 0; i < STARTS; i++) {
                dateline.kill(Service.ENRICH);
                long began = System.nanoTime();
                dateline.launch(Service.ENRICH);
                dateline.awaitReady(Service.ENRICH);
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf(Locale.ROOT, "ready after %.1f s%n", seconds);
                ready = Math.min(ready, seconds);
            }
            send(dateline, articles);
            Await.until(articles.size() + " enriched articles", LIMIT, () -> enriched(dateline) >= articles.size());
            return String.format(
                    Locale.ROOT,
                    "%s rss_mb=%d ready_s=%.1f articles_per_s_3000=%s",
                    small,
                    Memory.peakMegabytes(dateline.process(Service.ENRICH).pid()),
                    ready,
                    large.replaceAll(".*articles_per_s=(\\d+).*", "$1"));
        }
    }

    /** In a JVM of its own with the service's heap; its last line is the figures. */
    private static String measure(List<BenchArticle> articles, int characters) {
        Path folder = Service.ENRICH.jar().getParent();
        String classPath = String.join(
                File.pathSeparator, List.of(folder + "/app/*", folder + "/lib/main/*", folder + "/lib/boot/*"));
        try {
            Path file = Files.createTempFile("dateline-bench", ".ndjson");
            Path log = Files.createTempFile("dateline-bench", ".log");
            Files.writeString(file, Corpus.ndjson(articles));
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    OPTIONS.get(0),
                    OPTIONS.get(1),
                    "-cp",
                    classPath,
                    "io.dateline.enrich.train.MeasurePipeline",
                    "--corpus",
                    file.toString(),
                    "--chars",
                    Integer.toString(characters),
                    "--articles",
                    Integer.toString(articles.size()));
            ChildProcess process = ChildProcess.start("enrich pipeline", command, Map.of(), log);
            Await.until("the measurement to end", LIMIT, () -> !process.alive());
            List<String> lines = process.lastLines(5);
            Files.delete(file);
            Files.delete(log);
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (!last.startsWith("articles_per_s=")) {
                throw new IllegalStateException(String.join("\n", lines));
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Dateline dateline, List<BenchArticle> articles) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", dateline.servers().kafkaBootstrap());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            int number = 0;
            for (BenchArticle article : articles) {
                RawArticle raw = raw(article, number++);
                byte[] key = raw.id().getBytes(StandardCharsets.UTF_8);
                var headers = MessageCodec.headers(raw, "/bench", Instant.now(), null);
                producer.send(new ProducerRecord<>(Topics.RAW, null, key, MessageCodec.encode(raw), headers));
            }
        }
    }

    private static RawArticle raw(BenchArticle article, int number) {
        return RawArticle.builder()
                .id(String.format(Locale.ROOT, "tx-%032x", number))
                .contentHash(String.format(Locale.ROOT, "%064x", number))
                .source(new Source("bench", "Bench", Source.Kind.IMPORT))
                .title(article.title())
                .body(article.body())
                .fetchedAt(Instant.now())
                .original(new Original(
                        "text/plain", "0".repeat(64), article.body().length()))
                .build();
    }

    private static long enriched(Dateline dateline) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", dateline.servers().kafkaBootstrap()))) {
            var partitions = admin.describeTopics(List.of(Topics.ENRICHED))
                    .allTopicNames()
                    .get()
                    .get(Topics.ENRICHED)
                    .partitions();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            partitions.forEach(
                    one -> ends.put(new TopicPartition(Topics.ENRICHED, one.partition()), OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell how far its topics are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
