package io.dateline.store.query;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Compares MinHash signatures (Broder 1997): the share of equal places estimates the Jaccard index of the word sequences. */
final class Fingerprints {
    private Fingerprints() {}

    /** 0 to 1, or null where one of them is missing, is of another make, or they are not of the same length. */
    static Double alike(String one, String other) {
        if (one == null || other == null) {
            return null;
        }
        ByteBuffer a;
        ByteBuffer b;
        try {
            a = ByteBuffer.wrap(Base64.getDecoder().decode(one));
            b = ByteBuffer.wrap(Base64.getDecoder().decode(other));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        int places = a.remaining() / Integer.BYTES;
        if (places == 0 || a.remaining() != b.remaining()) {
            return null;
        }
        int equal = 0;
        for (int i = 0; i < places; i++) {
            if (a.getInt() == b.getInt()) {
                equal++;
            }
        }
        return (double) equal / places;
    }
}
