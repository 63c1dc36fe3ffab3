package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.NoPlaces;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Places of a text in a language the tagger does not know: countries as that language calls them, and large cities in
 * the spellings the gazetteer lists; no part of another name and nothing that could as well be a common word.
 */
final class ListedPlaces {
    private static final int LARGE = 100_000;
    /** Known by its name wherever it stands. */
    private static final int METROPOLIS = 1_000_000;

    private static final int SHORTEST = 4;
    private static final int SHORTEST_CAPITALS = 3;
    private static final int LONGEST_IDEOGRAPHS = 12;
    /** From here on scripts whose signs are syllables or words: two of them make a name. */
    private static final int SYLLABLES = 0x2E80;

    /** Words a sentence may begin with before a place, in any of the languages. */
    private static final WordSet BEFORE = WordSet.of("en in im a à au aux de da do dans depuis selon pour par sur vers"
            + " chez desde hasta según sobre para por con entre hacia tra fra nel nella dal da di per nach aus bei von vor um"
            + " über für gegen zwischen und ab bis auf ve ile için və üçün в во из на от для по о об у к с и з із від до про"
            + " та й op uit naar i på från til fra w z do na v ve ze la le les el los las il lo et y e und ja och og");
    /** In German, where every noun has a capital, a city is known by one of these before it. */
    private static final WordSet GERMAN =
            WordSet.of("in nach aus bei von vor um über für gegen zwischen und oder ab bis auf stadt hauptstadt");

    private final Gazetteer gazetteer;
    private final String language;

    ListedPlaces(Gazetteer gazetteer, String language) {
        this.gazetteer = gazetteer;
        this.language = language;
    }

    /** Whether a place is searched for in texts that are not English. */
    static boolean isListed(Place place) {
        return place.kind() == Place.Kind.COUNTRY
                || place.kind() == Place.Kind.CITY && (place.capital() || place.population() >= LARGE);
    }

    List<Mention> find(Field field) {
        Tokens tokens = field.tokens();
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int end = longest(tokens, i);
            if (end > i) {
                found.add(new Mention(field, i, end, Entity.Type.LOC));
            }
            i = Math.max(end, i + 1);
        }
        return found;
    }

    private int longest(Tokens tokens, int from) {
        // A script without case (Arabic, Han, Thai …) has no lower-case letters either.
        if (!tokens.isWord(from) || PlaceForms.isLower(tokens.first(from))) {
            return from;
        }
        boolean syllables = tokens.first(from) >= SYLLABLES;
        int best = from;
        long hash = TextHash.EMPTY;
        int limit = Math.min(tokens.size(), from + (syllables ? LONGEST_IDEOGRAPHS : Gazetteer.LONGEST));
        for (int i = from; i < limit && tokens.sentence(i) == tokens.sentence(from); i++) {
            hash = TextHash.append(hash, tokens.lower(i));
            if (isLong(tokens, from, i + 1, syllables) && isPlace(tokens, from, i + 1, hash)) {
                best = i + 1;
            }
        }
        return best;
    }

    private static boolean isLong(Tokens tokens, int from, int to, boolean syllables) {
        int letters = tokens.end(to - 1) - tokens.start(from);
        if (syllables) {
            return letters >= 2;
        }
        boolean capitals = !PlaceForms.isLower(tokens.text().charAt(tokens.end(to - 1) - 1));
        return letters >= (capitals ? SHORTEST_CAPITALS : SHORTEST);
    }

    private boolean isPlace(Tokens tokens, int from, int to, long hash) {
        List<Place> places = gazetteer.named(hash, language);
        if (places.isEmpty() || NoPlaces.has(tokens.surface(from, to), language)) {
            return false;
        }
        boolean country = false;
        boolean famous = false;
        boolean city = false;
        for (Place place : places) {
            country |= place.kind() == Place.Kind.COUNTRY;
            city |= isListed(place);
            famous |= isListed(place) && (place.capital() || place.population() >= METROPOLIS);
        }
        // Two signs could be anything else, unless the city is one that everybody knows.
        city &= famous || tokens.end(to - 1) - tokens.start(from) > 2;
        return country || city && (!tokens.capitalised(from) || standsAlone(tokens, from, to, famous));
    }

    /** A city that is part of no longer name (Nancy Pelosi, General Valencia) and no common word (Essen). */
    private boolean standsAlone(Tokens tokens, int from, int to, boolean famous) {
        boolean first = tokens.startsSentence(from);
        if (to < tokens.size() && touches(tokens, to - 1, to) && !isNamed(tokens, to)) {
            return false;
        }
        if (language.equals("de")) {
            return famous || !first && GERMAN.contains(tokens.lower(from - 1));
        }
        if (first) {
            return famous || to < tokens.size() && tokens.is(to, ',');
        }
        boolean behindName = touches(tokens, from - 1, from)
                && !BEFORE.contains(tokens.lower(from - 1))
                && !isNamed(tokens, from - 1);
        // Any word may have its capital from the head of the sentence; only a city everybody knows is believed there.
        return !behindName || famous && tokens.startsSentence(from - 1);
    }

    /** Two capitalised words with only a space between them. */
    private static boolean touches(Tokens tokens, int left, int right) {
        return tokens.capitalised(left)
                && tokens.capitalised(right)
                && tokens.sentence(left) == tokens.sentence(right)
                && tokens.start(right) == tokens.end(left) + 1;
    }

    private boolean isNamed(Tokens tokens, int token) {
        long name = TextHash.append(TextHash.EMPTY, tokens.lower(token));
        return gazetteer.named(name, language).stream().anyMatch(place -> place.kind() == Place.Kind.COUNTRY);
    }
}
