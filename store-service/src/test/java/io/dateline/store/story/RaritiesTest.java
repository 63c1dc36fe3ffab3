package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaritiesTest {
    @Test
    void asksForEachTermOnceHoweverManyThereAre() {
        // Given
        Map<Integer, Integer> asked = new HashMap<>();
        Rarities rarities = new Rarities(key -> {
            asked.merge(key, 1, Integer::sum);
            return 1 + Math.floorMod(key, 97);
        });
        int[] keys = new Random(5).ints(2_000).distinct().toArray();
        keys[0] = 0;

        // When
        for (int round = 0; round < 3; round++) {
            for (int key : keys) {
                assertThat(rarities.of(key)).isEqualTo(1 + Math.floorMod(key, 97));
            }
        }

        // Then
        assertThat(asked)
                .hasSize(keys.length)
                .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
    }
}
