package io.dateline.enrich.train;

import io.dateline.enrich.entity.Lexica;
import io.dateline.enrich.entity.PerceptronTrainer;
import io.dateline.enrich.entity.Tagger;
import io.dateline.enrich.entity.TaggerModel;
import io.dateline.enrich.entity.WeightTable;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.text.ModelFiles;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Trains {@code models/ner/tagger.bin.gz} and prints how well it does on what it was not trained on. Options:
 * {@code --data DIR} (with {@code ner/} inside), {@code --out FILE}, {@code --epochs N}, {@code --bits N}.
 * Each corpus's test part, or its last tenth where it has none, is held out. Deterministic.
 */
public final class TrainTagger {
    private static final PrintStream CONSOLE = System.out;

    private static final int VOTERS = 5;
    private static final int PARTS = 2;
    /** Of taggers that only label texts for others. */
    private static final int EPOCHS_OF_HELPERS = 5;

    /** @param first the labels of the first pass, or null for training it */
    private record Example(NerCorpus.Text text, byte[] first) {}

    private TrainTagger() {}

    public static void main(String[] args) throws IOException {
        Options options = new Options(args);
        Path ner = Path.of(options.get("data", "../shared/data")).resolve("ner");
        ModelFiles files = ModelFiles.in(Path.of(options.get("models", "models")));
        Gazetteer gazetteer = GazetteerFiles.load(files);
        Lexica lexica = Lexica.load(files);
        List<NerCorpus> heldOut = new ArrayList<>();
        List<NerCorpus.Text> training = training(ner, heldOut);
        int bits = Integer.parseInt(options.get("bits", "20"));
        int epochs = Integer.parseInt(options.get("epochs", "6"));
        List<NerCorpus.Text> news = SilverNews.read(ner.resolve("gmb-ner_dataset.csv.zip"), gazetteer);
        int gold = Integer.parseInt(options.get("gold", "2"));
        int rounds = Integer.parseInt(options.get("rounds", "1"));
        List<NerCorpus.Text> relabelled = List.of();
        for (int round = 0; round < rounds; round++) {
            relabelled = new Relabel(voters(training, relabelled, round, epochs, bits, lexica, gazetteer)).vote(news);
        }
        List<Example> all = new ArrayList<>();
        relabelled.forEach(text -> all.add(new Example(text, null)));
        for (int i = 0; i < gold; i++) {
            training.forEach(text -> all.add(new Example(text, null)));
        }
        int seed = VOTERS * rounds;
        List<Example> second = jackknifed(all, gold > 0 ? training.size() : 0, seed, epochs, bits, lexica, gazetteer);
        List<WeightTable> tables = List.of(all, second).parallelStream()
                .map(examples -> train(examples, seed, epochs, bits, lexica, gazetteer))
                .toList();
        TaggerModel model = new TaggerModel(tables.get(0), tables.get(1));
        Path out = Path.of(options.get("out", "models/ner/tagger.bin.gz"));
        try (DataOutputStream data = new DataOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(out)), 1 << 16))) {
            int rows = model.write(data);
            CONSOLE.printf("%d rows of features%n", rows);
        }
        CONSOLE.printf("%s: %d bytes%n", out.getFileName(), Files.size(out));
        NerScore.print(new Tagger(new TaggerModel(model.first(), null), lexica, gazetteer), heldOut);
        NerScore.print(new Tagger(model, lexica, gazetteer), heldOut);
    }

    /** Taggers that each miss one part of the hand-labelled texts, and of the news another four parts of five. */
    private static List<Tagger> voters(
            List<NerCorpus.Text> training,
            List<NerCorpus.Text> news,
            int round,
            int epochs,
            int bits,
            Lexica lexica,
            Gazetteer gazetteer) {
        return IntStream.range(0, VOTERS)
                .parallel()
                .mapToObj(part -> {
                    List<NerCorpus.Text> seen = new ArrayList<>();
                    for (int i = 0; i < training.size(); i++) {
                        if (i % VOTERS != part) {
                            seen.add(training.get(i));
                        }
                    }
                    for (int i = part; i < news.size(); i += VOTERS) {
                        seen.add(news.get(i));
                    }
                    int seed = round * VOTERS + part;
                    return single(
                            train(plain(seen), seed, EPOCHS_OF_HELPERS, bits, lexica, gazetteer), lexica, gazetteer);
                })
                .toList();
    }

    /**
     * The same texts with the labels that a first pass gave which had not seen them: on what it was trained on a tagger
     * is right so often that the second pass would learn to trust it too much.
     */
    private static List<Example> jackknifed(
            List<Example> all, int gold, int seed, int epochs, int bits, Lexica lexica, Gazetteer gazetteer) {
        byte[][] first = new byte[all.size()][];
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            List<Example> seen = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (part(all, i, gold) != part) {
                    seen.add(all.get(i));
                }
            }
            Tagger tagger =
                    single(train(seen, seed + 1 + part, EPOCHS_OF_HELPERS, bits, lexica, gazetteer), lexica, gazetteer);
            for (int i = 0; i < all.size(); i++) {
                if (part(all, i, gold) == part) {
                    first[i] = tagger.tag(all.get(i).text().tokens());
                }
            }
        });
        return IntStream.range(0, first.length)
                .mapToObj(i -> new Example(all.get(i).text(), first[i]))
                .toList();
    }

    /** The copies of a text belong to the same part. */
    private static int part(List<Example> all, int i, int gold) {
        int fromEnd = all.size() - 1 - i;
        return (gold == 0 ? i : fromEnd % gold) % PARTS;
    }

    private static Tagger single(WeightTable table, Lexica lexica, Gazetteer gazetteer) {
        return new Tagger(new TaggerModel(table, null), lexica, gazetteer);
    }

    private static List<Example> plain(List<NerCorpus.Text> texts) {
        return texts.stream().map(text -> new Example(text, null)).toList();
    }

    private static WeightTable train(
            List<Example> texts, int seed, int epochs, int bits, Lexica lexica, Gazetteer gazetteer) {
        PerceptronTrainer trainer = new PerceptronTrainer(bits, lexica, gazetteer);
        List<Example> order = new ArrayList<>(texts);
        Random random = new Random(20260101 + seed);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Collections.shuffle(order, random);
            int wrong = 0;
            for (Example example : order) {
                wrong += trainer.learn(example.text().tokens(), example.text().labels(), example.first());
            }
            CONSOLE.printf("tagger %d, epoch %d: %d tokens wrong%n", seed, epoch, wrong);
        }
        return trainer.weights();
    }

    /** All corpora that may be trained on; what is held out of them goes to the second list. */
    static List<NerCorpus.Text> training(Path ner, List<NerCorpus> heldOut) throws IOException {
        List<NerCorpus.Text> training = new ArrayList<>();
        Path ewt = ner.resolve("uner-english-ewt");
        split(
                NerCorpus.read("uner-ewt-dev", ewt.resolve("en_ewt-ud-dev.iob2"), 1, "# newdoc", 0),
                0,
                training,
                heldOut);
        split(NerCorpus.read("uner-ewt", ewt.resolve("en_ewt-ud-test.iob2"), 1, "# newdoc", 0), 2, training, heldOut);
        for (String domain : List.of("politics", "ai", "literature", "music", "science")) {
            Path folder = ner.resolve("crossner-" + domain);
            for (String part : List.of("train", "dev", "test")) {
                NerCorpus corpus = NerCorpus.read("crossner-" + domain, folder.resolve(part + ".txt"), 0, null, 1);
                split(corpus, part.equals("test") ? 4 : 0, training, heldOut);
            }
        }
        split(NerCorpus.read("wnut17-train", ner.resolve("wnut17-train.conll"), 0, null, 1), 0, training, heldOut);
        split(NerCorpus.read("wnut17", ner.resolve("wnut17-dev.conll"), 0, null, 1), 2, training, heldOut);
        split(NerCorpus.read("wikigold", ner.resolve("wikigold.conll"), 0, null, 10), 5, training, heldOut);
        List<NerCorpus.Text> loud = new ArrayList<>();
        for (int i = 0; i < training.size(); i += 8) {
            loud.add(NerCorpus.shouted(training.get(i)));
        }
        training.addAll(loud);
        return training;
    }

    /** Holds out the first text of every {@code every}; none where it is 0. */
    private static void split(NerCorpus corpus, int every, List<NerCorpus.Text> training, List<NerCorpus> heldOut) {
        List<NerCorpus.Text> out = new ArrayList<>();
        for (int i = 0; i < corpus.texts().size(); i++) {
            (every > 0 && i % every == 0 ? out : training).add(corpus.texts().get(i));
        }
        if (!out.isEmpty()) {
            heldOut.add(new NerCorpus(corpus.name(), out));
        }
    }
}
