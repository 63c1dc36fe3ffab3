package io.dateline.enrich.language;

import com.carrotsearch.labs.langid.LangIdV3;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settles what a classifier held to our languages cannot: which of two close languages a text is in, and whether it is
 * in none of ours. Asked of texts long enough to hold function words.
 */
final class Neighbours {
    /** Words below which the share of function words says little. */
    private static final int ENOUGH = 25;

    private static final double FEWEST = 0.05;
    /** The share of function words in English running text; that of texts in other languages is far below. */
    private static final double PLAIN_ENGLISH = 0.2;

    private static final double OTHER = 0.9;
    /** Words are one syllable each, or glued together: the share says nothing. */
    private static final Set<String> UNCOUNTED = Set.of("vi", "zh", "ja");

    private static final Map<String, List<String>> CLOSE = Map.ofEntries(
            Map.entry("da", List.of("no")),
            Map.entry("no", List.of("da", "-is")),
            Map.entry("id", List.of("-ms")),
            Map.entry("pt", List.of("-gl")),
            Map.entry("es", List.of("-gl", "-ca")),
            Map.entry("sr", List.of("-mk", "bg")),
            Map.entry("bg", List.of("-mk", "sr")),
            Map.entry("uk", List.of("-be")),
            Map.entry("ru", List.of("-be", "bg")),
            Map.entry("hi", List.of("-mr", "-ne")),
            Map.entry("nl", List.of("-af")),
            Map.entry("tr", List.of("az", "-crh")),
            Map.entry("az", List.of("tr", "-crh")),
            Map.entry("cs", List.of("sk")),
            Map.entry("sk", List.of("cs")));
    /** Languages of the full classifier that one of ours is mistaken for; function words decide. */
    private static final Set<String> SAME = Set.of("nb", "nn", "bs", "ms", "gl", "mk", "an");

    private final ThreadLocal<LangIdV3> all = ThreadLocal.withInitial(LangIdV3::new);

    /** Whether its function words say that a text is English, so that there is nothing to settle. */
    static boolean plainEnglish(FunctionWords.Counts counts) {
        return counts.words() >= ENOUGH
                && counts.share("en") >= PLAIN_ENGLISH
                && counts.mostBeside("en") <= counts.share("en") / 2;
    }

    /** @return {@code code}, a close language that fits better, or {@code und} */
    String settle(String code, FunctionWords.Counts counts, String sample) {
        if (code.equals("hr") || code.equals("sr") && Script.of(sample).script() == Character.UnicodeScript.LATIN) {
            code = serbianOrCroatian(sample, counts);
        }
        if (counts.words() < ENOUGH) {
            return code;
        }
        String best = code;
        for (String close : CLOSE.getOrDefault(code, List.of())) {
            if (counts.only(close, code) >= counts.only(code, close) + 2) {
                best = close;
            }
        }
        if (best.startsWith("-") || isOther(best, counts) || knownAsAnother(sample)) {
            return "und";
        }
        return best;
    }

    /** Whether a text in a script that suits a language is in another all the same: Yiddish, Assamese. */
    boolean isOther(String code, FunctionWords.Counts counts, String sample) {
        boolean asked = counts.words() >= ENOUGH && counts.knows(code);
        // Letters for r and v that Bengali does not have.
        boolean assamese = code.equals("bn") && (sample.indexOf('\u09F0') >= 0 || sample.indexOf('\u09F1') >= 0);
        return assamese || isOther(code, counts) || asked && knownAsAnother(sample);
    }

    private static boolean isOther(String code, FunctionWords.Counts counts) {
        return counts.words() >= ENOUGH
                && counts.knows(code)
                && !UNCOUNTED.contains(code)
                && counts.share(code) < FEWEST;
    }

    private boolean knownAsAnother(String sample) {
        LangIdV3 langid = all.get();
        langid.reset();
        langid.append(sample);
        var best = langid.classify(true);
        String code = best.getLangCode();
        return best.getConfidence() >= OTHER && !LanguageStep.LANGUAGES.contains(code) && !SAME.contains(code);
    }

    private static String serbianOrCroatian(String sample, FunctionWords.Counts counts) {
        String told = SerbianCroatian.of(sample);
        if (told != null) {
            return told;
        }
        return counts.only("sr", "hr") > counts.only("hr", "sr") ? "sr" : "hr";
    }
}
