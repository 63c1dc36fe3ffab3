package io.dateline.enrich.evaluate;

import io.dateline.enrich.language.LanguageStep;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.pipeline.Tags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text in many languages, cut in pieces, without a declared language: those the step knows must come out, the
 * others as {@code und}. A known language below the aim has a line of its own.
 */
final class LanguageTexts implements Evaluation {
    private static final int LONG = 300;
    private static final int SHORT = 100;
    /** Of one text: a language with a long manual must not outweigh the others. */
    private static final int MOST_PIECES = 400;

    private static final double AIM = 99.5;
    /** Pieces below which a manual is hardly translated, and mostly English. */
    private static final int FEWEST_PIECES = 20;

    private final String set;
    private LanguageStep step;

    LanguageTexts(String set) {
        this.set = set;
    }

    @Override
    public String step() {
        return "language";
    }

    @Override
    public String set() {
        return set;
    }

    @Override
    public List<String> needs() {
        return List.of(set);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        step = new LanguageStep(ground.files());
        Map<String, String> texts = Passages.byLanguage(ground.file(set));
        Map<String, int[]> byLanguage = new TreeMap<>();
        int[] brief = new int[2];
        int[] unknown = new int[2];
        texts.forEach((tag, text) -> {
            if (Passages.pieces(text, LONG, FEWEST_PIECES).size() < FEWEST_PIECES) {
                return;
            }
            String wanted = code(tag);
            boolean known = LanguageStep.LANGUAGES.contains(wanted);
            String expected = known ? wanted : "und";
            int[] counts = known ? byLanguage.computeIfAbsent(wanted, key -> new int[2]) : unknown;
            count(Passages.pieces(text, LONG, MOST_PIECES), expected, counts);
            if (known) {
                count(Passages.pieces(text, SHORT, MOST_PIECES), expected, brief);
            }
        });
        int[] all = new int[2];
        List<Figure> low = new ArrayList<>();
        byLanguage.forEach((language, counts) -> {
            all[0] += counts[0];
            all[1] += counts[1];
            Figure figure = figure("right, " + language, counts);
            if (figure.value() < AIM) {
                low.add(figure);
            }
        });
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("languages measured", byLanguage.size(), byLanguage.size()));
        figures.add(figure("right, 300 to 400 characters", all));
        figures.add(figure("right, 100 to 133 characters", brief));
        figures.add(figure("other languages und, 300 to 400 characters", unknown));
        figures.addAll(low);
        return figures;
    }

    private void count(List<String> pieces, String expected, int[] counts) {
        for (String piece : pieces) {
            counts[0] += found(piece).equals(expected) ? 1 : 0;
            counts[1]++;
        }
    }

    private String found(String piece) {
        // The piece alone is looked at: its first words stand as the title.
        int blank = piece.indexOf(' ', 1);
        int cut = blank < 0 ? 1 : blank;
        Tags tags = new Tags(Explain.NOTHING);
        step.run(Document.of(TestArticle.of(piece.substring(0, cut), piece.substring(cut))), tags);
        return tags.language().code();
    }

    /** The step's code of a tag: both written forms of Norwegian are one language; old scripts and dialects are none of ours. */
    private static String code(String tag) {
        if (tag.equals("nb") || tag.equals("nn")) {
            return "no";
        }
        boolean other = tag.startsWith("az-cyrl") || tag.startsWith("vi-hani") || tag.endsWith("-x-dialect");
        return other ? tag : tag.replaceFirst("-.*", "");
    }

    private static Figure figure(String measure, int[] counts) {
        return new Figure(measure, 100.0 * counts[0] / Math.max(1, counts[1]), counts[1]);
    }
}
