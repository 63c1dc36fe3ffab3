package io.dateline.store.story;

import java.util.Arrays;

/**
 * By what an article is compared with others.
 *
 * @param words  of title and lead; never null, may be empty
 * @param names  its most salient entities, by their ids; never null, may be empty
 * @param sketch see {@link Sketch}; null where the text is too short for one
 * @param length characters of the body
 */
record Features(Terms words, Terms names, byte[] sketch, int length) {

    boolean same(Features other) {
        return length == other.length
                && Arrays.equals(sketch, other.sketch)
                && Arrays.equals(words.keys(), other.words.keys())
                && Arrays.equals(words.weights(), other.words.weights())
                && Arrays.equals(names.keys(), other.names.keys())
                && Arrays.equals(names.weights(), other.names.weights());
    }
}
