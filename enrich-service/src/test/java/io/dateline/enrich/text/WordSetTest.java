package io.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WordSetTest {
    @Test
    void holdsItsWordsAndNoOthers() {
        // Given
        WordSet words = WordSet.of("in the of since by");

        // Then
        assertThat("in the of since by".split(" ")).allMatch(word -> words.contains(TextHash.word(word)));
        assertThat("into th oft sincerely bye".split(" ")).noneMatch(word -> words.contains(TextHash.word(word)));
    }

    @Test
    void agreesWithASetOfAnySize() {
        // Given: hashes that meet in the same places, and 0, which marks a free one
        Random random = new Random(5);
        for (int size = 1; size < 200; size++) {
            long[] hashes = LongStream.generate(() -> random.nextLong(1L << 9))
                    .limit(size)
                    .toArray();
            Set<Long> expected = new HashSet<>(LongStream.of(hashes).boxed().toList());

            // When
            WordSet words = WordSet.of(hashes);

            // Then
            for (long hash = 0; hash < 1L << 9; hash++) {
                assertThat(words.contains(hash)).as("%d of %d", hash, size).isEqualTo(expected.contains(hash));
            }
        }
    }
}
