package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00.123456Z");

    private static ArticleQuery query(String word, String cursor) {
        return ArticleQueryParser.parse(
                cursor == null
                        ? Map.of("q", List.of(word), "sort", List.of("relevance"))
                        : Map.of("q", List.of(word), "sort", List.of("relevance"), "cursor", List.of(cursor)));
    }

    @Test
    void comesBackAsItWas() {
        // Given
        Cursor cursor = new Cursor(AT, "tst-0", 0.1f, AT.plusSeconds(1), 7);

        // When
        Cursor read = Cursor.decode(query("a", cursor.encode(query("a", null))));

        // Then
        assertThat(read).isEqualTo(cursor);
    }

    @Test
    void isRefusedForAnotherQuestion() {
        // Given
        String cursor = new Cursor(AT, "tst-0", 0.1f, null, 7).encode(query("a", null));

        // When, then
        assertThatThrownBy(() -> Cursor.decode(query("b", cursor)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void isRefusedWhereItsTimeIsNoneOfTheDatabase(String time) {
        // Given: anybody can make one whose checksum is right
        Instant absurd = Instant.parse(time);
        String last = new Cursor(absurd, "tst-0", 0, null, 7).encode(query("a", null));
        String upTo = new Cursor(AT, "tst-0", 0, absurd, 7).encode(query("a", null));

        // When, then
        assertRefused(() -> Cursor.decode(query("a", last)));
        assertRefused(() -> Cursor.decode(query("a", upTo)));
        assertRefused(() -> PageCursor.decode(new PageCursor(absurd, "tst-0", 0, AT, 7).encode("a"), "a"));
    }

    @Test
    void isRefusedWhereItIsOfAVersionThatHadOtherFields() {
        // Given
        ArticleQuery query = query("a", null);
        String old = CursorFields.seal("a", AT.toString(), "tst-0", "0", AT.toString());

        // When, then
        assertRefused(() -> PageCursor.decode(old, "a"));
        assertThat(Cursor.decode(query("a", new Cursor(AT, "tst-0", 0, null, 7).encode(query)))
                        .asOf())
                .isEqualTo(7);
    }

    @Test
    void isRefusedWhereItsIdIsNoneOfTheDatabase() {
        // Given
        String cursor = new Cursor(AT, "a\0b", 0, null, 7).encode(query("a", null));

        // When, then
        assertRefused(() -> Cursor.decode(query("a", cursor)));
        assertRefused(() -> PageCursor.decode(new PageCursor(AT, "a\0b", 0, AT, 7).encode("a"), "a"));
        assertThat(PageCursor.decode(new PageCursor(AT, "ab", 0, AT, 7).encode("a"), "a"))
                .isEqualTo(new PageCursor(AT, "ab", 0, AT, 7));
    }

    private static void assertRefused(ThrowingCallable decoding) {
        assertThatThrownBy(decoding)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("invalid-cursor"));
    }

    @Test
    void isRefusedWhereAnyCharacterWasChanged() {
        // Given
        String cursor = new Cursor(AT, "tst-0", 0.1f, null, 7).encode(query("a", null));

        // When, then
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> Cursor.decode(query("a", altered)))
                    .as(altered)
                    .isInstanceOf(ProblemException.class);
        }
    }
}
