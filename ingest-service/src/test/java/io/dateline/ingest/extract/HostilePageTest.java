package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages made to be slow, deep or large. The time limit is there to end a hang; it measures nothing. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostilePageTest {
    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("depth", "<div>".repeat(200_000)),
                Arguments.of("formatting", "<p><font>".repeat(150_000)),
                Arguments.of("tables", "<table><tr><td>".repeat(60_000)),
                Arguments.of("lists", "<ul><li>".repeat(100_000)),
                Arguments.of("links", "<a href=/x>words of a link</a> ".repeat(100_000)),
                Arguments.of("siblings", "<script>x</script>".repeat(100_000)),
                Arguments.of("named siblings", "<div class=ad>x</div>".repeat(150_000)),
                Arguments.of("attributes", "<div " + " a=1 b1 c2 d3".repeat(500_000) + ">"),
                Arguments.of("class names", "<div class='" + "x y ".repeat(2_000_000) + "'>"),
                Arguments.of("text", "<p>" + "word and word, ".repeat(600_000)),
                Arguments.of("tags", "<p>".repeat(3_000_000)),
                Arguments.of("brackets", "<".repeat(9_000_000)),
                Arguments.of("references", "<p>" + "&amp;".repeat(1_800_000)),
                Arguments.of("notes", ("<p>sign up get the " + "news ".repeat(70) + "</p>").repeat(20_000)),
                Arguments.of("title", "<title>" + "a - b | ".repeat(1_000_000) + "</title>"),
                Arguments.of("byline", "<div class=byline>" + "by a, ".repeat(1_000_000) + "</div>"),
                Arguments.of("marks in a byline", "<div class=byline>a" + "\u0301".repeat(1_000_000) + "</div>"),
                Arguments.of(
                        "the site's name in a title",
                        "<meta property=og:site_name content=Post><title>x" + " - Post".repeat(1_000_000) + "</title>"),
                Arguments.of(
                        "structured data", "<script type=application/ld+json>" + "[".repeat(500_000) + "</script>"),
                Arguments.of(
                        "white space in structured data",
                        "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\""
                                + "A word. ".repeat(500) + " ".repeat(900_000) + ".\"}</script>"),
                Arguments.of(
                        "white space in a description",
                        "<meta name=description content='x" + " ".repeat(8_000_000) + "y'>"),
                Arguments.of("comment", "<!--".repeat(1_000_000)),
                Arguments.of("nul", "\0".repeat(1_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void answersForWhateverAPageHolds(String name, String html) {
        // given a page that attacks by its form, before a story

        // when
        Extraction extraction = Pages.extraction(html + Pages.STORY);

        // then
        assertThat(extraction).isNotNull();
    }

    @Test
    void findsTheStoryBesideWhatIsHostile() {
        // given
        String head = "<script type=application/ld+json>{\"@type\":\"Article\", </script>"
                + "<script>x</script>".repeat(20_000);

        // when
        ExtractedPage page = Pages.page(head + "<div " + "a=1 ".repeat(60_000) + ">" + Pages.STORY);

        // then
        assertThat(page.paragraphs()).hasSize(3);
    }

    @Test
    void readsAPageAtTheLimitAndNoneBeyondIt() {
        // given
        String atLimit = Pages.STORY + " ".repeat(PageExtractor.BYTES - Pages.STORY.length());

        // when
        Extraction within = Pages.extraction(atLimit);
        Extraction beyond = Pages.extraction(atLimit + " ");

        // then
        assertThat(within).isInstanceOf(Extraction.Found.class);
        assertThat(beyond).isEqualTo(new Extraction.Nothing(Extraction.Reason.TOO_LARGE));
    }

    @Test
    void looksAtNoMoreTagsThanItsLimit() {
        // given: the closing tags of what comes before count too
        String before = "<i></i>".repeat((PageBytes.TAGS - 6) / 2);

        // when
        ExtractedPage within = Pages.page(before + Pages.STORY);
        Extraction beyond = Pages.extraction(before + "<i></i>".repeat(6) + Pages.STORY);

        // then
        assertThat(within.paragraphs()).hasSize(3);
        assertThat(beyond).isEqualTo(new Extraction.Nothing(Extraction.Reason.NO_TEXT));
    }

    @Test
    void readsNoMoreBlocksThanItsLimit() {
        // given
        StringBuilder html = new StringBuilder("<div>");
        for (int i = 0; i < 6_000; i++) {
            html.append("<p>Sentence number ")
                    .append(i)
                    .append(" of a story that goes on, and on, and does not end here.</p>");
        }

        // when
        ExtractedPage page = Pages.page(html + "</div>");

        // then
        assertThat(page.paragraphs()).hasSize(5_000);
    }
}
