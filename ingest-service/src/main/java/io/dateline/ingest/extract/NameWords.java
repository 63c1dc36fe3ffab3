package io.dateline.ingest.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The words of an element's class and id, as authors write them: {@code related-posts}, {@code ShareBar}, {@code ad_slot}. */
final class NameWords {
    private static final int LONGEST = 1_000;

    private NameWords() {}

    /** Whether one of the words is among those wanted. */
    static boolean any(Element element, Set<String> wanted) {
        return any(element.className(), wanted) || any(element.id(), wanted);
    }

    private static boolean any(String names, Set<String> wanted) {
        int length = Math.min(names.length(), LONGEST);
        int start = 0;
        for (int i = 0; i <= length; i++) {
            boolean end = i == length || !Character.isLetter(names.charAt(i));
            boolean hump = !end
                    && i > start
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (end || hump) {
                if (i > start && wanted.contains(names.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = end ? i + 1 : i;
            }
        }
        return false;
    }
}
