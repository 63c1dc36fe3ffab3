package io.dateline.enrich.evaluate;

import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.train.Options;
import io.dateline.enrich.wiring.Steps;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures every step on every development set and prints one table: {@code --data DIR} holds the sets beside those in
 * {@code evaluation}, {@code --models DIR} the models, {@code --only STEP} keeps to one step. A set that is not there is
 * reported as skipped. Ends with 1 where a floor of {@code evaluation.tsv} is broken.
 */
public final class Evaluate {
    /** Sets whose licence lets them be in the repository; from the folder of this module. */
    static final Path COMMITTED = Path.of("evaluation");

    private static final PrintStream CONSOLE = System.out;

    private Evaluate() {}

    /** Each anew, since they count as they go. */
    static List<Evaluation> all() {
        List<Evaluation> all = new ArrayList<>(List.of(
                new HeldOutNames(),
                new GumNames("ner/gum-news-dev"),
                new GumNames("ner/gum-other-genres"),
                new GumLinks("ner/gum-news-dev"),
                new GumLinks("ner/gum-other-genres"),
                new GumDates("ner/gum-news-dev"),
                new GumDates("ner/gum-other-genres"),
                new Datelines(),
                new ReutersDatelines(),
                new Quotes(),
                new AgNews(),
                new LabelledTopics(),
                new LanguageTexts("language/udhr"),
                new LanguageTexts("language/help"),
                new NewsLanguages(),
                new NearDuplicates(),
                new Offsets("seed"),
                new Offsets("corpora"),
                new Offsets("ner"),
                new Offsets("events"),
                new Offsets("extraction"),
                new Offsets("feeds"),
                new Offsets("news"),
                new PloverEvents()));
        all.addAll(Stories.all());
        return all;
    }

    public static void main(String[] args) throws IOException {
        Options options = new Options(args);
        ModelFiles files = ModelFiles.in(Path.of(options.get("models", "models")));
        List<Path> data = List.of(Path.of(options.get("data", "../shared/data")), COMMITTED);
        Ground ground = new Ground(data, files, Steps.pipeline(files, Set.of()));
        String only = options.get("only", "");
        int broken = 0;
        Yardsticks yardsticks = Yardsticks.load();
        CONSOLE.println("| step | set | measure | of | Dateline | floor | others |");
        CONSOLE.println("|---|---|---|---|---|---|---|");
        for (Evaluation evaluation : all()) {
            if (only.isEmpty() || only.equals(evaluation.step())) {
                broken += print(evaluation, ground, yardsticks);
            }
        }
        CONSOLE.println("RESULT floors_broken=" + broken);
        System.exit(broken == 0 ? 0 : 1);
    }

    private static int print(Evaluation evaluation, Ground ground, Yardsticks yardsticks) throws IOException {
        String head = "| " + evaluation.step() + " | " + evaluation.set() + " | ";
        for (String path : evaluation.needs()) {
            if (!ground.has(path)) {
                CONSOLE.println(head + "skipped: " + path + " is not there | | | | |");
                return 0;
            }
        }
        int broken = 0;
        for (Figure figure : evaluation.run(ground)) {
            Yardsticks.Yardstick held = yardsticks.of(evaluation.step(), evaluation.set(), figure.measure());
            boolean fell = held.brokenBy(figure.value());
            broken += fell ? 1 : 0;
            CONSOLE.printf(
                    Locale.ROOT,
                    "%s%s | %d | %.1f%s | %s | %s |%n",
                    head,
                    figure.measure(),
                    figure.of(),
                    figure.value(),
                    fell ? " **below its floor**" : "",
                    held.floor() == null ? "-" : held.floor().toString(),
                    held.anchor());
        }
        return broken;
    }
}
