package io.dateline.enrich.gazetteer;

import io.dateline.enrich.text.LongTable;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places by name, in any of the spellings GeoNames has, and words for nationalities. Names are kept as hashes of their
 * words, so that two hundred thousand of them take six megabytes. Immutable once built.
 */
public final class Gazetteer {
    /** Words of the longest name that is looked up. */
    public static final int LONGEST = 6;

    /** Bits of {@link #kinds}: a country, a place of more than 100,000 people, and a smaller one. */
    public static final int COUNTRY = 1;

    public static final int LARGE = 2;
    public static final int SMALL = 4;

    private static final int MANY = 100_000;
    private static final int KINDS_AT = 28;
    private static final int PLACE = (1 << KINDS_AT) - 1;
    private static final String ENGLISH = "en";

    private final Place[] places;
    private final long[] keys;
    /** The number of a place above 0, and above it its kind, so that what only asks for the kind looks no place up. */
    private final int[] values;

    private final int mask;
    private final LongTable<Place> demonyms;
    private final LongTable<Boolean> groups;
    private final Map<String, Place> countries;

    private Gazetteer(Builder builder) {
        places = builder.places.toArray(new Place[0]);
        int capacity = Integer.highestOneBit(builder.size) << 2;
        keys = new long[capacity];
        values = new int[capacity];
        mask = capacity - 1;
        for (int i = 0; i < builder.size; i++) {
            int owner = builder.owners[i];
            put(builder.hashes[i], owner + 1 | kind(places[owner]) << KINDS_AT);
        }
        demonyms = builder.demonyms;
        groups = builder.groups;
        Map<String, Place> byCode = new HashMap<>();
        for (Place place : places) {
            if (place.kind() == Place.Kind.COUNTRY) {
                byCode.put(place.country(), place);
            }
        }
        countries = Map.copyOf(byCode);
    }

    private static int kind(Place place) {
        return place.kind() == Place.Kind.COUNTRY ? COUNTRY : place.population() > MANY ? LARGE : SMALL;
    }

    /** Once for each name of a place, however often the file has it. */
    private void put(long hash, int value) {
        int slot = (int) hash & mask;
        while (values[slot] != 0) {
            if (keys[slot] == hash && values[slot] == value) {
                return;
            }
            slot = slot + 1 & mask;
        }
        keys[slot] = hash;
        values[slot] = value;
    }

    /** Every place of this name, in file order (countries, regions, then cities by number); often empty. */
    public List<Place> named(long nameHash) {
        int slot = (int) nameHash & mask;
        if (values[slot] == 0) {
            return List.of();
        }
        List<Place> found = new ArrayList<>();
        for (; values[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == nameHash) {
                found.add(places[(values[slot] & PLACE) - 1]);
            }
        }
        return found;
    }

    /** Which kinds of places have this name: the sum of {@link #COUNTRY}, {@link #LARGE} and {@link #SMALL}, or 0. */
    public int kinds(long nameHash) {
        int kinds = 0;
        for (int slot = (int) nameHash & mask; values[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == nameHash) {
                kinds |= values[slot] >>> KINDS_AT;
            }
        }
        return kinds;
    }

    public List<Place> named(String name) {
        return named(hash(name));
    }

    /**
     * Every place of this name in a text of a language: what that language calls a country counts in its texts only
     * (Island is Iceland in German and no country in English).
     *
     * @param language ISO 639-1, or {@code und}
     */
    public List<Place> named(long nameHash, String language) {
        List<Place> own = language.equals(ENGLISH) ? List.of() : named(in(nameHash, language));
        List<Place> all = named(nameHash);
        if (own.isEmpty()) {
            return all;
        }
        List<Place> both = new ArrayList<>(own);
        all.stream().filter(place -> !own.contains(place)).forEach(both::add);
        return both;
    }

    private static long in(long nameHash, String language) {
        return TextHash.append(nameHash, TextHash.word(language));
    }

    /** The country a word for a people or its things belongs to ("Azerbaijani"), or null. */
    public Place demonym(long wordsHash) {
        return demonyms.get(wordsHash);
    }

    /** Whether the words name a group by faith, region, people or politics. */
    public boolean isGroup(long wordsHash) {
        return groups.get(wordsHash) != null;
    }

    /** The country of an ISO 3166-1 alpha-2 code, or null. */
    public Place country(String iso) {
        return countries.get(iso);
    }

    public int size() {
        return places.length;
    }

    /** The hash under which tokens {@code [from, to)} are looked up. */
    public static long hash(Tokens tokens, int from, int to) {
        long hash = TextHash.EMPTY;
        for (int i = from; i < to; i++) {
            hash = TextHash.append(hash, tokens.lower(i));
        }
        return hash;
    }

    /** The hash under which a name is looked up. */
    public static long hash(String name) {
        Tokens tokens = Tokenizer.tokenize(name);
        return hash(tokens, 0, tokens.size());
    }

    /** Collects places and names. Not for use by several threads. */
    static final class Builder {
        private final List<Place> places = new ArrayList<>();
        private long[] hashes = new long[1 << 16];
        private int[] owners = new int[1 << 16];
        private int size;
        private final LongTable<Place> demonyms = new LongTable<>();
        private final LongTable<Boolean> groups = new LongTable<>();

        int place(Place place) {
            places.add(place);
            return places.size() - 1;
        }

        Place get(int index) {
            return places.get(index);
        }

        void name(int owner, String name) {
            if (!name.isEmpty()) {
                put(owner, hash(name));
            }
        }

        void name(int owner, String name, String language) {
            put(owner, in(hash(name), language));
        }

        private void put(int owner, long hash) {
            if (size == hashes.length) {
                hashes = java.util.Arrays.copyOf(hashes, size * 2);
                owners = java.util.Arrays.copyOf(owners, size * 2);
            }
            hashes[size] = hash;
            owners[size++] = owner;
        }

        void demonym(String words, Place country) {
            demonyms.put(hash(words), country);
        }

        void group(String words) {
            groups.put(hash(words), true);
        }

        Gazetteer build() {
            return new Gazetteer(this);
        }
    }
}
