package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private static List<Integer> owners(Postings postings, int key) {
        List<Integer> owners = new ArrayList<>();
        for (int entry = postings.first(key); entry != 0; entry = postings.next(entry)) {
            owners.add(postings.owner(entry));
        }
        return owners;
    }

    @Test
    void keepsWhatAMapOfListsWouldKeep() {
        // Given
        Random random = new Random(11);
        int[] keys = random.ints(3_000).toArray();
        keys[0] = 0;
        Postings postings = new Postings();
        Map<Integer, List<Integer>> expected = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();

        // When: some keys are frequent, most are rare, and a tenth of the owners goes again
        for (int owner = 0; owner < 20_000; owner++) {
            int key = keys[(int) (keys.length * Math.pow(random.nextDouble(), 3))];
            postings.add(key, owner);
            expected.computeIfAbsent(key, any -> new ArrayList<>()).add(0, owner);
            counts.merge(key, 1, Integer::sum);
            if (random.nextInt(10) == 0) {
                postings.forget(key);
                counts.merge(key, -1, Integer::sum);
            }
        }

        // Then: the newest first, with those that are gone, which are not counted
        assertThat(expected).allSatisfy((key, owners) -> {
            assertThat(owners(postings, key)).isEqualTo(owners);
            assertThat(postings.count(key)).isEqualTo(counts.get(key));
        });
        assertThat(postings.count(42)).isZero();
        assertThat(postings.first(42)).isZero();
    }
}
