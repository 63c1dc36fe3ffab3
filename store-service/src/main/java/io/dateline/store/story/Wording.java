package io.dateline.store.story;

import io.dateline.store.query.ArticleItem.ItemTag;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes {@link Features} of what an article says. */
final class Wording {
    /** Characters of the body that count as its lead. */
    static final int LEAD = 900;

    static final int MOST_WORDS = 56;
    private static final int IN_TITLE = 2;
    private static final int MOST_REPEATED = 3;
    private static final int LEAST_SALIENT = 10;
    private static final int MOST_SALIENT = 90;

    /** Words of English that say nothing alone; those of other languages are found by how common they are. */
    private static final Set<String> STOP =
            Set.of(("the and for that with was were has have had are not but his her its"
                            + " their they them she him who whom which this these those from into onto over under after before"
                            + " will would can could may might shall should must been being said say says saying told tell also"
                            + " more most than then there here where when while what how why about against between during without"
                            + " within all any both each few other another some such only own same too very just out off again"
                            + " once because until upon per our your you one two new first last year years day days week month"
                            + " did does doing done made make year-old according since still now")
                    .split(" "));

    private static final Set<Character.UnicodeScript> WITHOUT_BLANKS = EnumSet.of(
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    private Wording() {}

    /**
     * @param lead   start of the body, never null
     * @param length characters of the whole body
     */
    static Features of(
            String title, String lead, int length, String language, List<ItemTag> entities, String fingerprint) {
        Map<Integer, Integer> words = new LinkedHashMap<>();
        Counter counter = new Counter(words, "en".equals(language));
        counter.count(title, IN_TITLE);
        counter.count(lead, 1);
        Map<Integer, Integer> names = new LinkedHashMap<>();
        for (ItemTag entity : entities) {
            names.putIfAbsent(
                    Terms.hash(entity.id()),
                    LEAST_SALIENT + (int) Math.round(MOST_SALIENT * Math.max(0, Math.min(1, entity.score()))));
        }
        return new Features(Terms.of(words), Terms.of(names), Sketch.of(fingerprint), length);
    }

    /** Cuts text into words and counts them, the first {@link #MOST_WORDS} different ones. */
    private static final class Counter {
        private final Map<Integer, Integer> counts;
        private final boolean english;

        Counter(Map<Integer, Integer> counts, boolean english) {
            this.counts = counts;
            this.english = english;
        }

        void count(String text, int weight) {
            int start = -1;
            for (int i = 0; i <= text.length(); i++) {
                if (i < text.length() && partOfWord(text, i)) {
                    start = start < 0 ? i : start;
                } else if (start >= 0) {
                    word(text.substring(start, i), weight);
                    start = -1;
                }
            }
        }

        private static boolean partOfWord(String text, int i) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c)) {
                return true;
            }
            // 7.1 and 12,000 are one word each.
            return (c == '.' || c == ',')
                    && i > 0
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1));
        }

        /**
         * Vowel signs and the like: without them words of Hindi or Bengali fall to pieces. Thai and its neighbours, which put no
         * blanks between words, are cut at them all the same: a clause in one piece is like no other.
         */
        private static boolean isMark(char c) {
            int type = Character.getType(c);
            return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                    && !WITHOUT_BLANKS.contains(Character.UnicodeScript.of(c));
        }

        private void word(String surface, int weight) {
            if (Character.isIdeographic(surface.codePointAt(0))) {
                // No blanks between words there: pairs of signs stand for them.
                for (int i = 0; i + 2 <= surface.length(); i++) {
                    add(surface.substring(i, i + 2), weight);
                }
                return;
            }
            String word = surface.toLowerCase(Locale.ROOT);
            boolean number = Character.isDigit(word.charAt(0));
            if (word.length() < (number ? 2 : 3) || STOP.contains(word)) {
                return;
            }
            add(english && !number ? stem(word) : word, weight);
        }

        private void add(String term, int weight) {
            int key = Terms.hash(term);
            Integer before = counts.get(key);
            if (before != null) {
                counts.put(key, Math.min(MOST_REPEATED, before + 1));
            } else if (counts.size() < MOST_WORDS) {
                counts.put(key, weight);
            }
        }

        /** Plurals as by Harman's S stemmer (1991), and the endings of verbs where a stem of four letters remains. */
        private static String stem(String word) {
            String stem = word;
            if (stem.endsWith("ies") && stem.length() > 4) {
                stem = stem.substring(0, stem.length() - 3) + "y";
            } else if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us") && stem.length() > 3) {
                stem = stem.substring(0, stem.length() - 1);
            }
            for (String ending : List.of("ing", "ed", "e")) {
                if (stem.endsWith(ending) && stem.length() - ending.length() >= 4) {
                    return stem.substring(0, stem.length() - ending.length());
                }
            }
            return stem;
        }
    }
}
