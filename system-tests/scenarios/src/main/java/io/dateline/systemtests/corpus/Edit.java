package io.dateline.systemtests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a desk does to a text before it prints it. */
enum Edit {
    VERBATIM,
    HEADLINE,
    DROPPED,
    TRUNCATED,
    SYNONYMS,
    HEADLINE_AND_DROPPED;

    private static final double KEPT = 0.8;
    private static final double START = 0.6;
    private static final double SWAPPED = 0.8;
    private static final List<String> HEADLINES =
            List.of("What we know so far", "From the wires: ", "Update: ", "World news in brief", "Abroad: ");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Map<String, String> SYNONYMS_OF = Map.ofEntries(
            Map.entry("said", "stated"),
            Map.entry("people", "persons"),
            Map.entry("about", "some"),
            Map.entry("officials", "authorities"),
            Map.entry("told", "informed"),
            Map.entry("injured", "hurt"),
            Map.entry("near", "close to"),
            Map.entry("after", "following"),
            Map.entry("also", "likewise"),
            Map.entry("largest", "biggest"),
            Map.entry("began", "started"),
            Map.entry("hours", "long hours"),
            Map.entry("found", "discovered"),
            Map.entry("wants", "wishes"),
            Map.entry("company", "firm"),
            Map.entry("deal", "agreement"),
            Map.entry("houses", "homes"),
            Map.entry("until", "till"),
            Map.entry("years", "annual cycles"),
            Map.entry("first", "initial"),
            Map.entry("last", "final"),
            Map.entry("because", "since"),
            Map.entry("many", "numerous"),
            Map.entry("help", "aid"),
            Map.entry("children", "kids"),
            Map.entry("police", "officers"),
            Map.entry("says", "states"),
            Map.entry("new", "fresh"),
            Map.entry("more", "further"),
            Map.entry("were", "had been"));

    String title(String title, Random random) {
        if (this != HEADLINE && this != HEADLINE_AND_DROPPED) {
            return title;
        }
        String headline = HEADLINES.get(random.nextInt(HEADLINES.size()));
        if (!headline.endsWith(" ")) {
            return headline;
        }
        String[] words = title.split(" ");
        return headline + String.join(" ", List.of(words).subList(words.length / 2, words.length));
    }

    List<String> sentences(List<String> sentences, Random random) {
        return switch (this) {
            case VERBATIM, HEADLINE -> sentences;
            case DROPPED, HEADLINE_AND_DROPPED -> dropped(sentences, random);
            case TRUNCATED -> sentences.subList(0, (int) Math.ceil(sentences.size() * START));
            case SYNONYMS ->
                sentences.stream()
                        .map(sentence -> WORD.matcher(sentence)
                                .replaceAll(word -> Matcher.quoteReplacement(
                                        random.nextDouble() < SWAPPED
                                                ? SYNONYMS_OF.getOrDefault(word.group(), word.group())
                                                : word.group())))
                        .toList();
        };
    }

    /** Any sentences but the first may go. */
    private static List<String> dropped(List<String> sentences, Random random) {
        List<String> kept = new ArrayList<>(sentences);
        while (kept.size() > Math.max(1, sentences.size() * KEPT)) {
            kept.remove(kept.size() == 1 ? 0 : 1 + random.nextInt(kept.size() - 1));
        }
        return kept;
    }
}
