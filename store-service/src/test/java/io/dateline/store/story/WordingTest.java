package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static int[] words(String text, String language) {
        return Wording.of(text, "", text.length(), language, List.of(), null)
                .words()
                .keys();
    }

    private static long shared(int[] one, int[] other) {
        return Arrays.stream(one)
                .filter(key -> Arrays.binarySearch(other, key) >= 0)
                .count();
    }

    @Test
    void keepsWordsWithVowelSignsWhole() {
        // Given
        String hindi = "\u092A\u094D\u0930\u0927\u093E\u0928\u092E\u0902\u0924\u094D\u0930\u0940";

        // Then
        assertThat(words(hindi, "hi")).containsExactly(Terms.hash(hindi));
    }

    @Test
    void findsWhatTwoReportsShareInAScriptWithoutBlanks() {
        // Given: the prime minister's trip to Japan, told twice
        int[] one = words("นายกรัฐมนตรีเดินทางไปญี่ปุ่นเพื่อหารือเรื่องการค้า", "th");
        int[] other = words("นายกรัฐมนตรีไทยหารือเรื่องการค้ากับญี่ปุ่นที่โตเกียว", "th");

        // Then
        assertThat(shared(one, other)).isGreaterThanOrEqualTo(3);
    }
}
