package io.dateline.enrich.train;

import io.dateline.contracts.article.RawArticle;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.topic.TopicStep;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures the topics on AG News without "World" (which is no topic): does the top term with the most points agree
 * with the class? Options: {@code --data DIR} (with {@code corpora/ag-news-test.csv}), {@code --models DIR}. The file
 * may be measured with, and is not part of this repository.
 */
public final class EvaluateTopics {
    private static final PrintStream CONSOLE = System.out;
    private static final List<String> TOPS = List.of(
            "medtop:15000000",
            "medtop:04000000",
            "medtop:13000000",
            "medtop:20000225",
            "medtop:20000233",
            "medtop:06000000",
            "medtop:20000228",
            "medtop:20000230");
    private static final String[] CLASSES = {"", "World", "Sports", "Business", "Sci/Tech"};

    private EvaluateTopics() {}

    public static void main(String[] args) throws IOException {
        Options options = new Options(args);
        Path file = Path.of(options.get("data", "../shared/data")).resolve("corpora/ag-news-test.csv");
        if (!Files.exists(file)) {
            CONSOLE.println("skipped: corpora/ag-news-test.csv is not there");
            return;
        }
        TopicStep step = new TopicStep(ModelFiles.in(Path.of(options.get("models", "models"))));
        int show = Integer.parseInt(options.get("show", "0"));
        int[][] confusion = new int[5][5];
        for (List<String> row : Csv.rows(Files.readString(file))) {
            int wanted = Integer.parseInt(row.get(0).trim());
            if (wanted == 1) {
                continue;
            }
            RawArticle article = RawArticle.builder()
                    .title(row.get(1))
                    .body(row.get(2).replace('\\', ' '))
                    .build();
            int guess = guess(step.topPoints(Document.of(article), TOPS));
            confusion[wanted][guess]++;
            if (guess != wanted && show-- > 0) {
                CONSOLE.println(CLASSES[wanted] + " > " + guess + ": " + row.get(1) + " | " + row.get(2));
            }
        }
        int right = 0;
        int all = 0;
        for (int wanted = 2; wanted <= 4; wanted++) {
            int sum = 0;
            for (int guess = 0; guess <= 4; guess++) {
                sum += confusion[wanted][guess];
            }
            CONSOLE.printf(
                    Locale.ROOT,
                    "%-9s %5.1f %%  (sport %d, business %d, science %d, nothing %d)%n",
                    CLASSES[wanted],
                    100.0 * confusion[wanted][wanted] / sum,
                    confusion[wanted][2],
                    confusion[wanted][3],
                    confusion[wanted][4],
                    confusion[wanted][0]);
            right += confusion[wanted][wanted];
            all += sum;
        }
        CONSOLE.printf(Locale.ROOT, "AG News without World: %.1f %% of %d%n", 100.0 * right / all, all);
    }

    /** AG News files computing, telecommunications and chips under science, Media Topics under business. */
    private static int guess(double[] points) {
        double technology = points[3] + points[4] + points[6] + points[7];
        double business = points[1] - technology;
        double science = points[2] + technology + points[5];
        double sport = points[0];
        if (sport == 0 && business <= 0 && science == 0) {
            return 0;
        }
        return sport >= business && sport >= science ? 2 : business > science ? 3 : 4;
    }
}
