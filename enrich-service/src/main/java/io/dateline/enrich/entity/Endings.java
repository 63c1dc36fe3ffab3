package io.dateline.enrich.entity;

import java.util.List;
import java.util.Map;

/**
 * Case endings of place names, by language: what may stand at the end, and what the name has in its place. Names keep
 * their stem in agglutinative languages; in Russian and Ukrainian the ending itself changes.
 *
 * @param ending      letters at the end of the inflected name
 * @param replacement letters of the base form in their place
 * @param cut         whether the stem stands in the text, so that it is the evidence
 */
record Endings(String ending, String replacement, boolean cut) {
    private static final Map<String, List<Endings>> BY_LANGUAGE = Map.of(
            "az",
            cut("nın nin nun nün dan dən lar lər ya yə nı ni nu nü la lə da də ın in un ün a ə ı i u ü"),
            "ko",
            cut("에서 으로 에게 까지 부터 은 는 이 가 을 를 의 에 과 와 도 로"),
            "de",
            cut("s"),
            "ru",
            changed(
                    "ией ия|ии ия|ию ия|ей я|ей а|ой а|ою а|ем ь|ем й|ом |ы а|и а|и я|и ь|и |у а|у |ю я|ю ь|ю й|е а|е я|е ь|е й|е "
                            + "|а |я ь|я й|ах ы|ам ы"),
            "uk",
            changed(
                    "ією ія|ії ія|ію ія|їни їна|єва їв|єві їв|єву їв|ова ів|ові ів|ову ів|ою а|ею я|ею а|ем ь|ом |ну на|ні на|ни на"
                            + "|и а|у а|у |ю я|ю ь|ю й|і а|і я|і ь|і |а |я ь|я й"));

    static List<Endings> of(String language) {
        return BY_LANGUAGE.getOrDefault(language, List.of());
    }

    private static List<Endings> cut(String endings) {
        return List.of(endings.split(" ")).stream()
                .map(ending -> new Endings(ending, "", true))
                .toList();
    }

    private static List<Endings> changed(String pairs) {
        return List.of(pairs.split("\\|")).stream()
                .map(pair -> pair.split(" ", -1))
                .map(pair -> new Endings(pair[0], pair[1], false))
                .toList();
    }
}
