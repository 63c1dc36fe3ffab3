package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copyright and contact lines of wire text, and the copy that only looks like them. */
class WireImprintTest {
    private static final String LEAD = "LONDON, Sept 23 (Meridian) - The bank said so.\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Copyright will last 70 years after the author's death.",
                "Copyright of 2019 and later works ends later, the court said.",
                "Contact with the plane was lost at 10.30 (07.30 GMT) with 50 people on board.",
                "Contacts between the two began on 20.01.2026, he said.",
                "Mobile subscribers rose to 1 500 000 in December.",
                "Mobile 1 500 000 2 300 000",
                "Phone (and internet) lines to 120 000 homes were cut.",
                "(c) the paper must keep its archive for ten years",
            })
    void keepsCopyThatBeginsLikeSuchALine(String sentence) {
        // given it among the copy, and as the end of it
        String among = LEAD + sentence + "\n\nIt said more.\n";
        String last = LEAD + "It said more.\n\n" + sentence + "\n";
        // when
        ParsedArticle one = WireFixtures.only(WireFixtures.text(among));
        ParsedArticle other = WireFixtures.only(WireFixtures.text(last));
        // then
        assertThat(one.body()).contains(sentence).endsWith("It said more.");
        assertThat(other.body()).endsWith(sentence);
        assertThat(one.edNote()).isNull();
        assertThat(other.edNote()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the paper must keep its archive for ten years", "Cherries", "2019 Budget Act"})
    void keepsTheThirdOfAList(String third) {
        // given a list that goes on, and one that ends there
        String list = LEAD + "The court ruled that:\n\n(a) the paper may print\n(b) it may not sell\n(c) " + third;
        // when
        ParsedArticle four = WireFixtures.only(WireFixtures.text(list + "\n(d) costs are shared\n"));
        ParsedArticle three = WireFixtures.only(WireFixtures.text(list + "\n"));
        // then
        assertThat(four.body()).contains("(b) it may not sell\n(c) " + third).endsWith("(d) costs are shared");
        assertThat(three.body()).endsWith("(c) " + third);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone call on 20.01.2026 and will sign the peace treaty in March at",
                "phone +49 30 555 01 99 for hours before he signed the peace treaty at",
                "contact: +49 30 555 01 99 was what they rang before the treaty of",
                "(c) Meridian 2025 was what they printed below the treaty that was signed at",
                "desk@meridian.example"
            })
    void keepsALineOutOfTheMiddleOfASentence(String line) {
        // given copy that was wrapped
        String copy = LEAD + "The two presidents agreed on the terms of the treaty in a long\n" + line
                + "\nthe palace of the kings.\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.body().replace('\n', ' ')).endsWith("in a long " + line + " the palace of the kings.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a9 2025 Meridian News Agency",
                "(c) Meridian",
                "(C) 2025 by Meridian",
                "Copyright 2025 Meridian. All rights reserved.",
                "Copyright (c) Meridian",
                "Copyright The Meridian News Agency of Northport",
                "Tel: +49 30 555 01 99",
                "Tel. (030) 555 01 99",
                "Phone 202-555-0142",
                "Media contact (evenings): Ann Lee, 202-555-0142",
                "Contact Ann Lee on +49 30 555 01 99",
                "Contact the newsroom at desk@meridian.example.",
                "Newsroom: 5550142",
                "desk@meridian.example",
                "+1 (202) 555-0142",
            })
    void remembersInTheNoteWhatIsTakenOffTheEnd(String line) {
        // given
        String copy = LEAD + "It said more.\n\n" + line + "\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.body()).endsWith("It said more.");
        assertThat(story.edNote()).isEqualTo(line);
    }

    @Test
    void takesTheRestOfACopyrightSentenceAlong() {
        // given
        String copy = LEAD + "It said more.\n\nCopyright 2025 Meridian. All rights reserved. This material may not\n"
                + "be published or rewritten.\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.body()).endsWith("It said more.");
        assertThat(story.edNote())
                .isEqualTo("Copyright 2025 Meridian. All rights reserved. This material may not be published or"
                        + " rewritten.");
    }

    @Test
    void keepsLinesBehindTheEndMarkInTheNote() {
        // given a notice and a line too long to be looked at
        String longLine = "Words for editors. ".repeat(30).strip();
        String copy = LEAD + "It said more.\n-30-\n(c) Meridian 2025\nTel: 030 555 01 99\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        ParsedArticle other = WireFixtures.only(WireFixtures.text(
                LEAD + "It said more.\n\nThe following information is not for publication\n" + longLine + "\n"));
        // then
        assertThat(story.edNote()).isEqualTo("(c) Meridian 2025; Tel: 030 555 01 99");
        assertThat(other.body()).endsWith("It said more.");
        assertThat(other.edNote()).isEqualTo(longLine);
    }
}
