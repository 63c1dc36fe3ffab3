package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HighlighterTest {

    @Test
    void leavesTextWithoutTagsWhole() {
        // Given
        String text = "Nothing is named here.";

        // When
        List<Segment> segments = Highlighter.line("title", text, List.of());

        // Then
        assertThat(segments).containsExactly(new Segment(text, List.of(), 0));
    }

    @Test
    void cutsOverlappingTagsIntoFlatSegmentsThatKnowAllTheirTags() {
        // Given
        String text = "Prosecutor General of Laos spoke";
        Mark office = mark("org", text, "title", "General of Laos");
        Mark topic = mark("topic", text, "title", "Prosecutor General");

        // When
        List<Segment> segments = Highlighter.line("title", text, List.of(topic, office));

        // Then
        assertThat(segments)
                .containsExactly(
                        new Segment("Prosecutor ", List.of(topic), 0),
                        new Segment("General", List.of(office, topic), 11),
                        new Segment(" of Laos", List.of(office), 18),
                        new Segment(" spoke", List.of(), 26));
        assertThat(segments.get(1).classes()).isEqualTo("org");
        assertThat(segments.get(1).tip()).isEqualTo("tip of org\n\ntip of topic");
    }

    @Test
    void linksNoGapBetweenTwoTags() {
        // Given
        String text = "met German envoys";
        Mark act = mark("event", text, "title", "met German");
        Mark people = mark("norp", text, "title", "German");
        Mark verb = mark("topic", text, "title", "met");

        // When
        List<Segment> segments = Highlighter.line("title", text, List.of(act, people, verb));

        // Then
        assertThat(segments).extracting(Segment::text).containsExactly("met", " ", "German", " envoys");
        assertThat(segments.get(1).marked()).isTrue();
        assertThat(segments.get(1).href()).isNull();
        assertThat(segments.get(0).href()).isNotNull();
    }

    @Test
    void givesNestedTagsToTheShorterName() {
        // Given
        String text = "the Office of Laos said";
        Mark office = mark("org", text, "title", "Office of Laos");
        Mark country = mark("loc", text, "title", "Laos");

        // When
        List<Segment> segments = Highlighter.line("title", text, List.of(office, country));

        // Then
        assertThat(segments).extracting(Segment::text).containsExactly("the ", "Office of ", "Laos", " said");
        assertThat(segments.get(2).marks()).containsExactly(country, office);
        assertThat(segments.get(2).href()).isEqualTo("/search?entity=loc");
    }

    @Test
    void keepsAdjacentTagsApart() {
        // Given
        String text = "BakuLaos";

        // When
        List<Segment> segments = Highlighter.line(
                "title", text, List.of(mark("loc", text, "title", "Baku"), mark("loc", text, "title", "Laos")));

        // Then
        assertThat(segments).extracting(Segment::text).containsExactly("Baku", "Laos");
        assertThat(segments).allMatch(segment -> segment.marks().size() == 1);
    }

    @Test
    void countsSurrogatePairsAsTwoUnits() {
        // Given
        String text = "🗞️ from 𝔅aku 🗞️";
        Mark place = new Mark("loc", "Baku", null, "tip", Span.of("title", text, 9, 14));

        // When
        List<Segment> segments = Highlighter.line("title", text, List.of(place));

        // Then
        assertThat(segments)
                .filteredOn(Segment::marked)
                .extracting(Segment::text)
                .containsExactly("𝔅aku");
        assertThat(joined(segments)).isEqualTo(text);
    }

    @Test
    void showsNoTagWhoseWordsAreNotInTheText() {
        // Given
        String text = "Baku today";
        Mark wrong = new Mark("loc", "Laos", null, "tip", new Span("title", 0, 4, "Laos"));
        Mark outside = new Mark("loc", "Laos", null, "tip", new Span("title", 8, 99, "y"));
        Mark reversed = new Mark("loc", "Laos", null, "tip", new Span("title", 4, 2, ""));
        Mark elsewhere = new Mark("loc", "Baku", null, "tip", new Span("body", 0, 4, "Baku"));

        // When
        List<Segment> segments = Highlighter.line("title", text, List.of(wrong, outside, reversed, elsewhere));

        // Then
        assertThat(segments).containsExactly(new Segment(text, List.of(), 0));
    }

    @Test
    void partsParagraphsAtBlankLinesAndKeepsSingleBreaks() {
        // Given
        String body = "One\nline.\n\nBaku rose.\n \n\n\nLast.\n\n";
        Mark place = mark("loc", body, "body", "Baku");

        // When
        List<List<Segment>> paragraphs = Highlighter.paragraphs("body", body, List.of(place));

        // Then
        assertThat(paragraphs).extracting(HighlighterTest::joined).containsExactly("One\nline.", "Baku rose.", "Last.");
        assertThat(paragraphs.get(1).get(0)).isEqualTo(new Segment("Baku", List.of(place), 11));
    }

    @Test
    void showsATagAcrossParagraphsOnBothSides() {
        // Given
        String body = "The New\n\nParty won.";
        Mark party = mark("org", body, "body", "New\n\nParty");

        // When
        List<List<Segment>> paragraphs = Highlighter.paragraphs("body", body, List.of(party));

        // Then
        assertThat(paragraphs.stream().flatMap(List::stream).filter(Segment::marked))
                .extracting(Segment::text)
                .containsExactly("New", "Party");
    }

    @Test
    void makesNoParagraphOfAnEmptyBody() {
        assertThat(Highlighter.paragraphs("body", "", List.of())).isEmpty();
        assertThat(Highlighter.paragraphs("body", " \n\n ", List.of())).isEmpty();
    }

    @Test
    void losesNoCharacterHoweverTagsOverlap() {
        // Given
        String text = "aaaa bbbb cccc dddd eeee";
        List<Mark> marks = Stream.of("aaaa bbbb", "bbbb cccc dddd", "cccc", "aaaa bbbb cccc dddd eeee", "d eee")
                .map(words -> mark("per", text, "title", words))
                .toList();

        // When
        List<Segment> segments = Highlighter.line("title", text, marks);

        // Then
        assertThat(joined(segments)).isEqualTo(text);
        assertThat(segments)
                .allMatch(Segment::marked)
                .noneMatch(segment -> segment.text().isEmpty());
    }

    @Test
    void showsADatelineInTheLettersOfANameWithinIt() {
        // Given
        String text = "Baku, September 23, AZERTAC";
        Mark dateline = mark(Mark.DATELINE, text, "body", text);
        Mark place = mark("loc", text, "body", "Baku");

        // When
        List<Segment> segments = Highlighter.line("body", text, List.of(dateline, place));

        // Then
        assertThat(segments).extracting(Segment::classes).containsExactly("loc dl", "dl");
    }

    private static String joined(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    private static Mark mark(String kind, String text, String field, String words) {
        int start = text.indexOf(words);
        return new Mark(
                kind,
                kind,
                "/search?entity=" + kind,
                "tip of " + kind,
                Span.of(field, text, start, start + words.length()));
    }
}
