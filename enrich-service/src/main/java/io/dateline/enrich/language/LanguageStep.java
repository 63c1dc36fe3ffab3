package io.dateline.enrich.language;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;
import com.carrotsearch.labs.langid.Model;
import io.dateline.contracts.enriched.Language;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Scores;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the language of an article. The script decides where one language alone is written in it; then function words, where
 * they say plainly that a text is English; else langid (Lui, Baldwin 2012; the Java port of Carrot Search), and what the
 * publisher declared where the text is too short or the answer close. {@code und} where none of them can tell, and for languages
 * that are none of ours: those that langid knows, those whose text lacks the function words of the language it resembles, and
 * those in a script of none of ours.
 */
public final class LanguageStep implements Step {
    /** Characters that are looked at; more do not change the answer. */
    private static final int SAMPLE = 700;

    private static final int FEWEST_LETTERS = 12;
    /** Below this many letters a declared language is believed, if the text could be in it. */
    private static final int SHORT = 60;

    /** The confidence of what function words say: of measured texts, fewer than one in a hundred were another language. */
    private static final double PLAIN = 0.99;

    private static final double SURE = 0.9;
    private static final double LIKELY = 0.6;
    /** Codes it can answer with, besides {@code und}. */
    public static final Set<String> LANGUAGES = Set.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "ru",
            "uk", "el", "tr", "az", "kk", "ar", "fa", "ur", "he", "hi", "bn", "id", "vi", "th", "zh", "ja", "ko", "ka",
            "hy", "sr", "hr", "lt", "lv", "et");

    private final Model model = Model.detectOnly(LANGUAGES);
    /** A classifier has counters of its own; one per thread, reset for each text. */
    private final ThreadLocal<LangIdV3> classifier = ThreadLocal.withInitial(() -> new LangIdV3(model));

    private final FunctionWords words;
    private final Neighbours neighbours = new Neighbours();

    public LanguageStep(ModelFiles files) {
        this.words = FunctionWords.load(files);
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String version() {
        return "4-langid1.0.0";
    }

    @Override
    public List<String> files() {
        return List.of(FunctionWords.FILE);
    }

    @Override
    public void run(Document document, Tags tags) {
        String body = document.body().text();
        String title = document.title().text();
        String sample = title + "\n" + body.substring(0, Math.min(SAMPLE, body.length()));
        tags.language(detect(document, sample, declared(document.article().language())));
    }

    private Language detect(Document document, String sample, String declared) {
        Script script = Script.of(sample);
        if (script.letters() == 0) {
            return language("und", 0);
        }
        FunctionWords.Counts counts = words.count(SAMPLE, document.title(), document.body());
        if (script.language() != null) {
            boolean other = neighbours.isOther(script.language(), counts, sample);
            return other ? language("und", 0) : language(script.language(), script.share());
        }
        if (!script.read()) {
            return language("und", 0);
        }
        if (script.fits("en") && Neighbours.plainEnglish(counts)) {
            return language("en", PLAIN);
        }
        boolean possible = declared != null && script.fits(declared);
        if (script.letters() < FEWEST_LETTERS) {
            return possible ? language(declared, 0.5) : language("und", 0);
        }
        DetectedLanguage best = classify(sample);
        double confidence = best.getConfidence();
        String code = best.getLangCode();
        if (possible && !declared.equals(code) && (script.letters() < SHORT || confidence < SURE)) {
            return language(declared, 0.5);
        }
        if (code.equals(declared)) {
            return language(code, confidence);
        }
        // "und" stands with the confidence that a language of ours would have had.
        boolean unsure = confidence < LIKELY;
        return language(unsure ? "und" : neighbours.settle(code, counts, sample), confidence);
    }

    private DetectedLanguage classify(String sample) {
        LangIdV3 langid = classifier.get();
        langid.reset();
        langid.append(sample);
        return langid.classify(true);
    }

    private Language language(String code, double confidence) {
        return new Language(code, Scores.round(confidence), by());
    }

    /** The primary subtag of a declared tag, if we know the language; else null. */
    private static String declared(String tag) {
        if (tag == null) {
            return null;
        }
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        String code = tag.substring(0, end).toLowerCase(Locale.ROOT);
        code = code.equals("nb") || code.equals("nn") ? "no" : code;
        return LANGUAGES.contains(code) ? code : null;
    }
}
