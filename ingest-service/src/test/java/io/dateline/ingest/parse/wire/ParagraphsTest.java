package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void joinsLinesThatWereWrapped() {
        // given
        List<String> lines = List.of(
                "The bridge over the river was closed on Monday after a ship struck",
                "one of its pillars, the harbour office said.",
                "",
                "Nobody was hurt.");
        // when
        String text = Paragraphs.of(lines);
        // then
        assertThat(text)
                .isEqualTo("The bridge over the river was closed on Monday after a ship struck one of its pillars, the"
                        + " harbour office said.\n\nNobody was hurt.");
    }

    @Test
    void keepsALineEndWhereTheNextWordWouldHaveFitted() {
        // given a list under a sentence
        List<String> lines = List.of(
                "The bridge over the river was closed on Monday after a ship struck",
                "one of its pillars.",
                "Ann Lee, harbour master",
                "Bo Dahl, pilot");
        // when
        String text = Paragraphs.of(lines);
        // then
        assertThat(text).endsWith("one of its pillars.\nAnn Lee, harbour master\nBo Dahl, pilot");
    }

    @Test
    void beginsAParagraphWhereALineIsIndented() {
        // given
        List<String> lines = List.of(
                "   The bridge over the river was closed on Monday after a ship struck",
                "one of its pillars, the harbour office said in the morning, and then",
                "reopened.",
                "   Nobody was hurt.",
                "\tA tab does the same.");
        // when
        String text = Paragraphs.of(lines);
        // then
        assertThat(text.split("\n\n")).hasSize(3);
    }

    @Test
    void mendsWordsThatWereCutAndKeepsCompounds() {
        // given
        List<String> lines = List.of(
                "The bridge over the river was closed on Monday after its inter-",
                "national inspectors found that a self-taught and much-loved self-",
                "made engineer had left a 30-year-old crack out of his report, a 40-",
                "page paper.");
        // when
        String text = Paragraphs.of(lines);
        // then
        assertThat(text).contains("international inspectors", "self-made engineer", "a 40-page paper");
    }

    @Test
    void keepsTheLinesOfATable() {
        // given
        List<String> lines = List.of(
                "Results of the second round, as the federation gave them on Sunday:",
                "",
                "Team          W    L    Pts",
                "Northport    12    3     24",
                "Eastbay       9    6     18");
        // when
        String text = Paragraphs.of(lines);
        // then
        assertThat(text)
                .endsWith("Team          W    L    Pts\nNorthport    12    3     24\nEastbay       9    6     18");
    }

    @Test
    void takesLongLinesForParagraphsWhereNoLineIsBlank() {
        // given
        String line = "A sentence that is repeated. ".repeat(6).strip();
        // when
        String text = Paragraphs.of(List.of(line, line));
        // then
        assertThat(text).isEqualTo(line + "\n\n" + line);
    }
}
