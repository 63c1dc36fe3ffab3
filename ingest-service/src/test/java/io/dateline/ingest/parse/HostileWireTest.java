package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wire documents made to hurt. The time limit is no measure: each takes seconds where what it repeats is looked at once, and
 * the better part of an hour or more where it is looked at once for each repetition.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileWireTest {
    private static final int LARGEST = 4_000_000;
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nitf ",
                "<newsItem ",
                "<newsMessage ",
                "<nitf><newsMessage ",
                "<nitf ><newsItem ",
                "\u0001ab1234 4 pol 123\r\n\u0003\u0004\u0004",
                "\u0001ab1234 4 pol 123\r\nslug\r\n\u0002x\r\n\u0003"
            })
    void comesToAnEndWithWhateverIsRepeated(String part) {
        // given
        String repeated = part.repeat(LARGEST / part.length());

        // when
        ParseResult result = read(repeated, "application/octet-stream");

        // then
        assertThat(result).isNotNull();
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                arguments("HEADLINE: a", " ", "b"),
                arguments("CATEGORY: a", " ", "b"),
                arguments("ed note", ":", "\u2028"),
                arguments("SLUG: A-B\n\nCopy.\n", " ", "\nb"),
                arguments("\u0001a1234abc\r\nr i BC-Word 11-13 100\r\n\u0002^Head ", "<", "x<\r\n\ttext\r\n\u0003"),
                arguments("\u0001ab1234 4 pol 123\r\nslug\r\n\u0002Head ", " ", "b\r\n\r\ntext\r\n\u0003"),
                arguments("\u0001ab1234 4 pol 123\r\nslug\r\n\u0002x\r\n\u0003", "\u0004", "\u0004"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void readsOnBehindARunWithoutEnd(String before, String sign, String after) {
        // given
        String text = before + sign.repeat(LARGEST) + after + "\r\n";

        // when
        ParseResult result = read(text, "text/plain");

        // then
        assertThat(result).isNotNull();
    }

    @Test
    void joinsTakesWithoutNumber() {
        // given
        String takes = numbered(
                30_000, "SLUG: A-B 1st add\n\nCopy %d is somewhat longer than that of the others.\n\nmore\n\nend\n");

        // when
        ParseResult.Articles read = (ParseResult.Articles) read(takes, "text/plain");

        // then
        assertThat(read.articles()).isNotEmpty();
    }

    @Test
    void keepsNotesWithoutNumber() {
        // given
        String notes = numbered(400_000, "eds: note %d\n\n");

        // when
        ParseResult.Articles read = (ParseResult.Articles) read("SLUG: A-B\n\nCopy.\n\n" + notes, "text/plain");

        // then
        assertThat(read.articles())
                .singleElement()
                .satisfies(one -> assertThat(one.edNote()).startsWith("note 0; note 1;"));
    }

    @Test
    void joinsPartsOfABodyAndNotesWithoutNumber() {
        // given
        String parts =
                numbered(XmlElement.CHILDREN - 1, "<body.content><p>" + "Part %d. ".repeat(40) + "</p></body.content>");
        String notes = numbered(XmlElement.CHILDREN, "<ed-msg info='" + "note %d ".repeat(10) + "'/>");

        // when
        ParseResult.Articles read = (ParseResult.Articles) read(
                "<nitf><head><docdata>" + notes + "</docdata></head><body>" + parts + "</body></nitf>",
                "application/xml");

        // then
        assertThat(read.articles())
                .singleElement()
                .satisfies(one -> assertThat(one.body()).startsWith("Part 0. Part 0."));
    }

    @Test
    void joinsWordsCutAtTheLineWithoutNumber() {
        // given words that all end in a hyphen, so that no space parts them
        String words = numbered(100_000, "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz%d-\n");

        // when
        ParseResult.Articles read = (ParseResult.Articles) read(words, "text/plain");

        // then
        assertThat(read.articles()).hasSize(1);
    }

    @Test
    void refusesAStoryOfEmbargoesWithoutNumber() {
        // given
        String embargoes = "Embargoed until 12:00\n".repeat(200_000);

        // when
        ParseResult.Articles read = (ParseResult.Articles) read("SLUG: A-B\n\nCopy.\n\n" + embargoes, "text/plain");

        // then
        assertThat(read.articles()).isEmpty();
        assertThat(read.faults()).hasSize(1);
    }

    @Test
    void readsTheFirstOfStoriesWithoutNumber() {
        // given
        String stories = numbered(200_000, "SLUG: A-B%d\n\nCopy.\nend\n");

        // when
        ParseResult.Articles read = (ParseResult.Articles) read(stories, "text/plain");

        // then
        assertThat(read.articles()).hasSize(ItemCollector.ITEMS);
        assertThat(read.faults()).singleElement().satisfies(rest -> {
            assertThat(rest.offset()).isEqualTo(stories.indexOf("SLUG: A-B" + ItemCollector.ITEMS));
            assertThat(rest.offset() + rest.length()).isEqualTo(stories.length());
        });
    }

    private static String numbered(int count, String form) {
        return IntStream.range(0, count)
                .mapToObj(i -> form.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    private static ParseResult read(String text, String contentType) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DocumentReader.ofEverything(() -> NOW).read(new Document(bytes, contentType, null));
    }
}
