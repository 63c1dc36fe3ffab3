package io.dateline.enrich.entity;

import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether a given name alone ("Harry") stands for a full one ("Harry Kane"): only behind it, and never where royalty or
 * the church is called by that name ("Prince Harry").
 */
final class GivenNames {
    private static final WordSet ROYAL = WordSet.of(
            "king queen prince princess emperor empress tsar sultan emir pope" + " patriarch saint st. duke duchess");

    private static final String NUMERALS = "IVX";

    private final Map<String, Long> firstSeen = new HashMap<>();
    private final Set<String> royal = new HashSet<>();
    private final Set<String> reigning = new HashSet<>();

    /** Takes note of a name of one word. */
    void alone(Mention mention) {
        Tokens tokens = mention.field().tokens();
        int before = mention.from() - 1;
        if (before >= 0 && ROYAL.contains(tokens.lower(before))) {
            royal.add(Names.key(mention.surface()));
        }
    }

    /** Takes note of a name of several words. */
    void full(Mention mention, String key) {
        firstSeen.merge(key, place(mention), Math::min);
        String last = mention.field().tokens().surface(mention.to() - 1);
        if (last.chars().allMatch(c -> NUMERALS.indexOf(c) >= 0)) {
            reigning.add(key);
        }
    }

    /** Whether a mention whose key is {@code alone} may be one of {@code full}. */
    boolean joins(Mention mention, String alone, String full) {
        boolean given = mention.words() == 1 && full.startsWith(alone + "-");
        if (!given || reigning.contains(full)) {
            return true;
        }
        return !royal.contains(alone) && firstSeen.getOrDefault(full, 0L) < place(mention);
    }

    private static long place(Mention mention) {
        long field = mention.field().name().equals("title") ? 0 : 1;
        return field << 32 | mention.from();
    }
}
