package io.dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.Samples;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.wiring.Steps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static List<RawArticle> articles() {
        List<RawArticle> articles = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String text = Samples.text(Samples.TEXTS.get(i % Samples.TEXTS.size()));
            int cut = text.length() * (20 - i / Samples.TEXTS.size()) / 20;
            articles.add(Samples.article("Story " + i, text.substring(0, cut))
                    .id(String.format(Locale.ROOT, "tx-%032x", i))
                    .build());
        }
        return articles;
    }

    private static Map<String, String> run(Pipeline pipeline, List<RawArticle> articles, int threads) throws Exception {
        Map<String, String> found = new ConcurrentHashMap<>();
        List<Callable<Object>> tasks = new ArrayList<>();
        for (RawArticle article : articles) {
            tasks.add(() -> found.put(article.id(), new String(MessageCodec.encode(pipeline.enrich(article)))));
        }
        var executor = Executors.newFixedThreadPool(threads);
        try {
            for (var task : executor.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            executor.shutdown();
        }
        return new TreeMap<>(found);
    }

    @Test
    void givesTheSameBytesInAnyOrderThreadLocaleAndTimeZone() throws Exception {
        // Given
        List<RawArticle> articles = articles();
        Map<String, String> first = run(Samples.PIPELINE, articles, 1);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, String> second;
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Collections.shuffle(articles, new Random(3));
            // When
            second = run(Steps.pipeline(ModelFiles.bundled(), Set.of()), articles, 3);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        // Then
        assertThat(second).isEqualTo(first);
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
