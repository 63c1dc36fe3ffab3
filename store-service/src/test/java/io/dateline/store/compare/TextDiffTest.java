package io.dateline.store.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.compare.TextDiff.Piece;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDiffTest {

    @Test
    void marksWordsAndKeepsEveryOtherOne() {
        // When
        TextDiff diff = TextDiff.of("Forty ships waited\n\nNobody was hurt.", "Sixty ships waited\n\nNobody was hurt.");

        // Then
        assertThat(diff.state()).isEqualTo(TextDiff.State.CHANGED);
        assertThat(diff.pieces())
                .containsExactly(
                        new Piece("Forty", "removed"),
                        new Piece("Sixty", "added"),
                        new Piece(" ships waited\n\nNobody was hurt.", "same"));
    }

    @ParameterizedTest
    @CsvSource({
        "a b c d e, a b d e",
        "a b d e, a b c d e",
        "a b c, a b c d",
        "x a b c d, a b c d",
        "the old man the boat, the boat the old man"
    })
    void givesBothTextsBack(String before, String after) {
        // When
        TextDiff diff = TextDiff.of(before, after);

        // Then
        assertThat(text(diff, "added")).isEqualTo(before);
        assertThat(text(diff, "removed")).isEqualTo(after);
    }

    @Test
    void readsAChangedPhraseAsOne() {
        assertThat(TextDiff.of("with four big ships near", "with six small boats near")
                        .pieces())
                .containsExactly(
                        new Piece("with ", "same"),
                        new Piece("four big ships", "removed"),
                        new Piece("six small boats", "added"),
                        new Piece(" near", "same"));
    }

    @Test
    void keepsInsertedWordsWithTheChangeBesideThem() {
        assertThat(TextDiff.of("by noon. Nobody was hurt.", "by noon. Two sailors were hurt.")
                        .pieces())
                .extracting(Piece::how)
                .containsExactly("same", "removed", "added", "same");
    }

    @Test
    void takesAMissingTextForAnEmptyOne() {
        assertThat(TextDiff.of(null, null).same()).isTrue();
        assertThat(TextDiff.of(null, "").same()).isTrue();
        assertThat(TextDiff.of(null, "New").pieces()).containsExactly(new Piece("New", "added"));
        assertThat(TextDiff.of("Old", null).pieces()).containsExactly(new Piece("Old", "removed"));
    }

    @Test
    void saysSoWhereHardlyAWordIsTheSame() {
        assertThat(TextDiff.of("a b c d e f", "u v w x y z").state()).isEqualTo(TextDiff.State.TOO_DIFFERENT);
        assertThat(TextDiff.of("a b c d e", "a w x y z").state()).isEqualTo(TextDiff.State.CHANGED);
    }

    @Test
    void comparesTextsUpToItsLimitAndNoLonger() {
        // Given
        String text = words(TextDiff.LARGEST / 4 - 1);

        // When
        TextDiff atLimit = TextDiff.of(text + "a ", text + "b ");
        TextDiff pastIt = TextDiff.of(text + "a ", text + "b c");

        // Then
        assertThat(atLimit.state()).isEqualTo(TextDiff.State.CHANGED);
        assertThat(pastIt.state()).isEqualTo(TextDiff.State.TOO_LARGE);
    }

    @Test
    void comparesLongWordsUpToItsLimitAndNoLonger() {
        // Given
        String half = "x".repeat(TextDiff.LONGEST / 2 - 3);

        // When
        TextDiff atLimit = TextDiff.of("a " + half + "1", "a " + half + "2");
        TextDiff pastIt = TextDiff.of("a " + half + "1", "a " + half + "22");
        TextDiff same = TextDiff.of(half + half + half, half + half + half);

        // Then
        assertThat(atLimit.state()).isEqualTo(TextDiff.State.CHANGED);
        assertThat(pastIt.state()).isEqualTo(TextDiff.State.TOO_LARGE);
        assertThat(pastIt.pieces()).isEmpty();
        assertThat(same.same()).isTrue();
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i + " ").collect(Collectors.joining());
    }

    private static String text(TextDiff diff, String without) {
        List<Piece> pieces = diff.pieces();
        return pieces.stream()
                .filter(piece -> !piece.how().equals(without))
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
