package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ParseResult result = DocumentReader.ofEverything(() -> Instant.parse("2026-01-10T12:00:00Z"))
                .read(new Document(bytes, type, null));
        return ((ParseResult.Articles) result).articles();
    }
}
