package io.dateline.enrich.fingerprint;

import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A signature by which near-duplicates are found: one-permutation MinHash (Li, Owen, Zhang 2012) with 128 slots of 32
 * bits over shingles of three words of the body, empty slots filled by rotation (Shrivastava, Li 2014). Works for every
 * language whose words the tokenizer parts.
 */
public final class FingerprintStep implements Step {
    static final int SLOTS = 128;
    static final int SHINGLE = 3;
    /** With fewer shingles two different short notices look alike. */
    static final int FEWEST = 8;

    private static final int SLOT_SHIFT = 64 - 7;

    @Override
    public String name() {
        return "fingerprint";
    }

    @Override
    public String version() {
        return "3";
    }

    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public void run(Document document, Tags tags) {
        tags.fingerprint(fingerprint(document.body().tokens()));
    }

    /** Base64 of 128 big-endian 32-bit values, or null where the text is too short. */
    static String fingerprint(Tokens tokens) {
        long[] least = new long[SLOTS];
        Arrays.fill(least, Long.MAX_VALUE);
        long last = 0;
        long beforeLast = 0;
        int words = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == Tokens.MARK) {
                continue;
            }
            long word = tokens.lower(i);
            if (++words >= SHINGLE) {
                long shingle = TextHash.append(TextHash.append(beforeLast, last), word);
                int slot = (int) (shingle >>> SLOT_SHIFT);
                least[slot] = Math.min(least[slot], shingle & 0xFFFFFFFFL);
            }
            beforeLast = last;
            last = word;
        }
        return words - SHINGLE + 1 < FEWEST ? null : encode(least);
    }

    private static String encode(long[] least) {
        ByteBuffer bytes = ByteBuffer.allocate(SLOTS * Integer.BYTES);
        for (int slot = 0; slot < SLOTS; slot++) {
            int distance = 0;
            while (least[(slot + distance) % SLOTS] == Long.MAX_VALUE) {
                distance++;
            }
            // A borrowed value is changed by its distance, so that two texts agree only where both borrowed alike.
            bytes.putInt((int) (least[(slot + distance) % SLOTS] + distance * 0x9E3779B9L));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
