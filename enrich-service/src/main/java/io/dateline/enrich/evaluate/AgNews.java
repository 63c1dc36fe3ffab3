package io.dateline.enrich.evaluate;

import io.dateline.contracts.enriched.Language;
import io.dateline.contracts.enriched.Topic;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.topic.TopicStep;
import io.dateline.enrich.train.Csv;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * AG News without "World", which is no topic. Each topic an article gets gives its score to a class; the class with most
 * must be the article's. Computing, telecommunications and video games, which Media Topics files under business and
 * leisure, AG News files under science. An article without topics counts as wrong. The file is for measuring only and
 * in two halves: what was looked at while the lexicon was written is the first.
 */
final class AgNews implements Evaluation {
    private static final String FILE = "corpora/ag-news-test.csv";
    private static final int WORLD = 1;
    private static final int SPORT = 2;
    private static final int BUSINESS = 3;
    private static final int SCIENCE = 4;
    private static final Set<String> TECHNOLOGY = Set.of("medtop:20000225", "medtop:20000548");
    private static final int ROUNDS = 3;

    @Override
    public String step() {
        return "topic";
    }

    @Override
    public String set() {
        return "AG News without World";
    }

    @Override
    public List<String> needs() {
        return List.of(FILE);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        TopicStep step = new TopicStep(ground.files());
        int[][] right = new int[2][5];
        int strict = 0;
        int[][] all = new int[2][5];
        int row = 0;
        List<Document> documents = new ArrayList<>();
        for (List<String> cells : Csv.rows(Files.readString(ground.file(FILE)))) {
            int wanted = Integer.parseInt(cells.get(0).trim());
            int half = row++ % 2;
            if (wanted == WORLD) {
                continue;
            }
            Document document =
                    Document.of(TestArticle.of(cells.get(1), cells.get(2).replace('\\', ' ')));
            documents.add(document);
            all[half][wanted]++;
            List<Topic> topics = topics(step, document);
            right[half][wanted] += guess(topics, TECHNOLOGY) == wanted ? 1 : 0;
            strict += guess(topics, Set.of()) == wanted ? 1 : 0;
        }
        return List.of(
                figure("right", sum(right[0]) + sum(right[1]), sum(all[0]) + sum(all[1])),
                figure("right, half not looked at", sum(right[1]), sum(all[1])),
                figure("right, computing as business", strict, sum(all[0]) + sum(all[1])),
                figure("sport", right[0][SPORT] + right[1][SPORT], all[0][SPORT] + all[1][SPORT]),
                figure("business", right[0][BUSINESS] + right[1][BUSINESS], all[0][BUSINESS] + all[1][BUSINESS]),
                figure("science", right[0][SCIENCE] + right[1][SCIENCE], all[0][SCIENCE] + all[1][SCIENCE]),
                new Figure("documents/s", speed(step, documents), documents.size()));
    }

    private static List<Topic> topics(TopicStep step, Document document) {
        Tags tags = new Tags(Explain.NOTHING);
        tags.language(new Language("en", 1, "given/0"));
        step.run(document, tags);
        return tags.topics();
    }

    private static int guess(List<Topic> topics, Set<String> technology) {
        double[] scores = new double[5];
        for (Topic topic : topics) {
            scores[kind(topic, technology)] += topic.score();
        }
        int best = 0;
        for (int kind = SPORT; kind <= SCIENCE; kind++) {
            best = scores[kind] > (best == 0 ? 0 : scores[best]) ? kind : best;
        }
        return best;
    }

    /** @param technology terms that count as science, whatever they stand below */
    private static int kind(Topic topic, Set<String> technology) {
        if (technology.contains(topic.id()) || topic.broader().stream().anyMatch(technology::contains)) {
            return SCIENCE;
        }
        List<String> chain = new ArrayList<>(topic.broader());
        chain.add(topic.id());
        if (chain.contains("medtop:15000000")) {
            return SPORT;
        }
        if (chain.contains("medtop:04000000")) {
            return BUSINESS;
        }
        return chain.contains("medtop:13000000") || chain.contains("medtop:06000000") ? SCIENCE : 0;
    }

    /** Of one thread by its CPU time, tokens already cut. */
    private static double speed(TopicStep step, List<Document> documents) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            documents.forEach(document -> topics(step, document));
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
            best = Math.max(best, documents.size() * 1e9 / spent);
        }
        return best;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static Figure figure(String measure, int right, int of) {
        return new Figure(measure, 100.0 * right / Math.max(1, of), of);
    }
}
