package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that says no more than "end" is a mark, or the last word of a sentence. */
class WireEndMarkTest {
    private static final String WRAPPED = "The strike that had stopped all trains in the north came to an";

    @ParameterizedTest
    @ValueSource(strings = {"end.", "END.", "end\nbefore anybody had expected it."})
    void keepsTheLastWordOfASentenceAndAllBehindIt(String last) {
        // when
        List<ParsedArticle> read = text(WRAPPED + "\n" + last + "\n\nThe union spoke of a success.\n\nends\n");

        // then
        assertThat(read)
                .singleElement()
                .satisfies(story -> assertThat(story.body().replaceAll("\\s", " "))
                        .startsWith(WRAPPED + " " + last.replace("\n", " "))
                        .endsWith("The union spoke of a success."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends", "end", "end.", "ENDS", "(END)", "NNNN"})
    void takesAMarkBelowAWholeSentenceOut(String mark) {
        // when
        List<ParsedArticle> read =
                text("Trains run again in the north.\n" + mark + "\n\nSLUG: A-B\n\nAnother story.\n");

        // then
        assertThat(read)
                .extracting(ParsedArticle::body)
                .containsExactly("Trains run again in the north.", "Another story.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was %s over.",
                "He said: \u201cIt was %s over\u201d",
                "It is \u201c%s over, at last\u201d, \u00e9t\u00e9\u2026"
            })
    void endsAStoryBelowALongParagraphThatIsWhole(String paragraph) {
        // given paragraphs of more than 400 characters in one line, which are cut at any of their bytes
        for (int length = 30; length < 46; length++) {
            String line = paragraph.formatted("so very much \u2019".repeat(length) + "x".repeat(length));

            // when
            List<ParsedArticle> read = text(line + "\nend.\n\nTrains run again in the south too.\n\nends\n");

            // then
            assertThat(read)
                    .extracting(ParsedArticle::body)
                    .containsExactly(line, "Trains run again in the south too.");
        }
    }

    @Test
    void endsAStoryBelowAQuoteOfWindows() {
        // given
        byte[] bytes = "It was \u201cquite over\u201d\nend.\n\nTrains run again in the south too.\n"
                .getBytes(Charset.forName("windows-1252"));

        // when
        List<ParsedArticle> read = read(bytes, "text/plain");

        // then
        assertThat(read).hasSize(2);
    }

    @Test
    void keepsTheLastWordOfASentenceBelowALongLine() {
        // given a line whose first 400 characters end a sentence, and which does not
        String line = "x".repeat(399) + ". " + WRAPPED;

        // when
        List<ParsedArticle> read = text(line + "\nend.\n\nThe union spoke of a success.\n\nends\n");

        // then
        assertThat(read).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001ab1234 4 pol 123\r\nslug/\r\n\u0002Trains=\r\n%s\u0003\r\n131446 GMT Nov 13\u0004",
                "\u0001a1234abc\r\nr i BC-Trains 11-13 100\r\n\u0002^Trains<\r\n\t%s\u0003\u0004"
            })
    void keepsWhatStandsBehindTheWordInAMessage(String message) {
        // given a word that no sentence needs, and copy behind it
        String copy = "Trains run again.\r\n\r\nend.\r\n\r\nThe union spoke of a success.\r\nends\r\n";

        // when
        List<ParsedArticle> read = read(message.formatted(copy), "application/octet-stream");

        // then
        assertThat(read)
                .singleElement()
                .satisfies(story -> assertThat(story.body())
                        .startsWith("Trains run again.")
                        .endsWith("The union spoke of a success."));
    }

    private static List<ParsedArticle> text(String text) {
        return read(text, "text/plain");
    }

    private static List<ParsedArticle> read(String text, String type) {
        return read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static List<ParsedArticle> read(byte[] bytes, String type) {
        ParseResult result = DocumentReader.ofEverything(() -> Instant.parse("2026-01-10T12:00:00Z"))
                .read(new Document(bytes, type, null));
        return ((ParseResult.Articles) result).articles();
    }
}
