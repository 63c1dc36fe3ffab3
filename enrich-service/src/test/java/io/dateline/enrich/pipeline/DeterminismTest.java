package io.dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.Samples;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.wiring.Steps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static String hash(Pipeline pipeline, List<RawArticle> articles, int threads) throws Exception {
        Map<String, byte[]> found = new ConcurrentHashMap<>();
        List<Callable<Object>> tasks = new ArrayList<>();
        for (RawArticle article : articles) {
            tasks.add(() -> found.put(article.id(), MessageCodec.encode(pipeline.enrich(article))));
        }
        var executor = Executors.newFixedThreadPool(threads);
        try {
            for (var task : executor.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            executor.shutdown();
        }
        assertThat(found).hasSameSizeAs(articles);
        return ThousandArticles.hash(found);
    }

    /** Another JVM, in which everything a step must not depend on is different. */
    private static String hashInAnotherJvm() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-9",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ThousandArticles.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return said.lines().reduce((before, last) -> last).orElse("");
    }

    @Test
    void givesTheSameBytesInAnyOrderThreadAndJvm() throws Exception {
        // Given
        List<RawArticle> articles = ThousandArticles.make();
        String first = hash(Samples.PIPELINE, articles, 1);
        // When
        Collections.shuffle(articles, new Random(3));
        String shuffled = hash(Steps.pipeline(ModelFiles.bundled(), Set.of()), articles, 3);
        String elsewhere = hashInAnotherJvm();
        // Then
        assertThat(articles).hasSize(1_000);
        assertThat(shuffled).isEqualTo(first);
        assertThat(elsewhere).isEqualTo(first);
    }

    @Test
    void changesItsVersionWithTheStepsThatRun() {
        // When
        Pipeline less = Steps.pipeline(ModelFiles.bundled(), Set.of("topic"));
        // Then
        assertThat(less.enrichment().version())
                .isNotEqualTo(Samples.PIPELINE.enrichment().version());
        assertThat(less.enrichment().steps()).noneMatch(step -> step.startsWith("topic/"));
        assertThat(less.enrich(Samples.seed()).topics()).isEmpty();
    }
}
