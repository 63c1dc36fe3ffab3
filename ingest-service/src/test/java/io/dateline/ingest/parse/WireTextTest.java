package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain wire text: headers, marks, datelines, paragraphs. */
class WireTextTest {
    @Test
    void readsHeaderLinesAndTakesEditorsLinesOutOfTheBody() {
        // given slug with a lead, urgency, headline, byline, note, wrapped copy, credit, initials, contacts, end mark
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.articles("text-slug-headline.txt"));
        // then
        assertThat(story.slugline()).isEqualTo("US-FINANCE-FED");
        assertThat(story.title()).isEqualTo("Fed holds rates steady, signals one cut this year");
        assertThat(story.titleDerived()).isFalse();
        assertThat(story.byline()).isEqualTo("By Alice Norman");
        assertThat(story.urgency()).isEqualTo(3);
        assertThat(story.agency()).isEqualTo("Meridian");
        assertThat(story.body())
                .startsWith("WASHINGTON, Sept 17 (Meridian) - The Federal Reserve left its benchmark interest rate")
                .contains("one reduction before", "two-day meeting", "\n\nThe decision was unanimous.")
                .endsWith("- Federal funds target: 4.25 to 4.50 percent\n- Discount rate: 4.50 percent");
        assertThat(story.edNote())
                .isEqualTo("1st Ld; Updates with quotes from the chair.; Newsroom: +1 202 555 0142;"
                        + " desk@meridian.example; (c) Meridian News 2025; Reporting by Alice Norman; Editing by Paul"
                        + " Reed");
    }

    @Test
    void readsSeveralStoriesOfOneFile() {
        // given a story, its update, an embargoed one, a kill
        // when
        ParseResult.Articles read = WireFixtures.articles("text-several.txt");
        // then
        List<ParsedArticle> stories = read.articles();
        assertThat(read.faults()).isEmpty();
        assertThat(stories)
                .extracting(ParsedArticle::slugline)
                .containsExactly("EU-GAS-STORAGE", "EU-GAS-STORAGE", "BALTIC-FERRY", "EU-GAS-STORAGE");
        assertThat(stories).extracting(story -> story.edition().follows()).containsExactly(false, true, false, true);
        assertThat(stories.get(2).embargoUntil()).isEqualTo(Instant.parse("2025-08-24T00:01:00Z"));
        assertThat(stories.get(3).status()).isEqualTo(ArticleStatus.CANCELED);
        assertThat(stories.get(3).edNote()).startsWith("KILL; please kill the story");
        assertThat(stories).noneSatisfy(story -> assertThat(story.body()).contains("###"));
    }

    @Test
    void putsTheTakesOfOneFileTogether() {
        // given a first take that says MORE, and a second
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.articles("text-takes.txt"));
        // then
        assertThat(story.title()).isEqualTo("Monsoon floods cut rail lines in western India");
        assertThat(story.body().split("\n\n")).hasSize(3);
        assertThat(story.body()).doesNotContain("MORE").endsWith("all who held tickets.");
    }

    @Test
    void decodesEachStoryForItself() {
        // given a file of two stories, the first in UTF-8, the second in Latin-1
        byte[] first = "SLUG: A-B\nHEADLINE: Dvo\u0159\u00e1k\n\nText one.\n###\n\n".getBytes(StandardCharsets.UTF_8);
        byte[] second = "SLUG: C-D\nHEADLINE: M\u00e4rz\n\nText two.\n###\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        // when
        ParseResult.Articles read = (ParseResult.Articles) WireFixtures.read("two.txt", both);
        // then
        assertThat(read.articles()).extracting(ParsedArticle::title).containsExactly("Dvo\u0159\u00e1k", "M\u00e4rz");
    }

    @Test
    void refusesAKillThatNamesNoStory() {
        // given a story and a kill without slug or headline
        String copy =
                "SLUG: A-B\nHEADLINE: One\n\nText.\n###\n\nKILL\n\nPlease do not use the story. It is wrong, all of it.\n###\n";
        // when
        ParseResult.Articles read = WireFixtures.text(copy);
        // then
        assertThat(read.articles()).extracting(ParsedArticle::title).containsExactly("One");
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.at()).isEqualTo(2);
            assertThat(fault.code()).isEqualTo("invalid-article");
            assertThat(copy.substring(fault.offset(), fault.offset() + fault.length()))
                    .contains("KILL");
        });
    }

    @Test
    void refusesAnEmbargoThatCannotBeRead() {
        // given
        String copy = "SLUG: A-B\nEMBARGOED until the minister has spoken\nHEADLINE: One\n\nText.\n";
        // when
        ParseResult.Articles read = WireFixtures.text(copy);
        // then
        assertThat(read.articles()).isEmpty();
        assertThat(read.faults()).extracting(ParseResult.Fault::code).containsExactly("invalid-article");
    }

    @Test
    void readsAnEmbargoWhoseDayStandsInTheNextLine() throws Exception {
        // given
        String copy = "SLUG: A-B\nEMBARGOED until 0001 GMT\nTUESDAY, JANUARY 13, 2026\nHEADLINE: One\n\nText.\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.embargoUntil()).isEqualTo(Instant.parse("2026-01-13T00:01:00Z"));
        assertThat(story.title()).isEqualTo("One");
        assertThat(story.body()).isEqualTo("Text.");
    }

    @Test
    void holdsWhatIsEmbargoedWithoutAnEnd() {
        // given
        String copy = "SLUG: A-B\nEMBARGOED\nHEADLINE: One\n\nText.\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.status()).isEqualTo(ArticleStatus.WITHHELD);
        assertThat(story.embargoUntil()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Baku, September 23, AZERTAC\\n\\nText of it.|AZERTAC",
                "Baku, September 19 (AzerTAc). Azerbaijan's team won.|AzerTAc",
                "Bak\u0131, 21 iyun, AZ\u018fRTAC\\n\\nM\u0259tn.|AZ\u018fRTAC",
                "\u0411\u0430\u043a\u0443, 23 \u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f, \u0410\u0417\u0415\u0420\u0422\u0410\u0414\u0416\\n\\n\u0422\u0435\u043a\u0441\u0442.|\u0410\u0417\u0415\u0420\u0422\u0410\u0414\u0416",
                "Georgia, Tbilisi, Feb. 7 /Trend, N. Kirtskhalia/ The minister spoke.|Trend",
                "Baku/02.10.20/Turan: The court met.|Turan",
                "BEIJING, Sept. 2 (Xinhua) -- The ministry said so.|Xinhua",
                "LISBOA, 18 jun (Xinhua) -- El ministro habl\u00f3.|Xinhua",
                "MOSCOW, January 21. /TASS/. The ministry said so.|TASS",
                "ABU DHABI, 22nd April, 2026 (WAM) -- The court met.|WAM",
                "BUENOS AIRES, Argentina (AP) _ The ministry said so.|AP",
                "Berlin (dpa) - The ministry said so.|dpa",
                "GLASGOW, Scotland, Feb. 01, 2018 (GLOBE NEWSWIRE) -- A firm said so.|GLOBE NEWSWIRE",
                "LONDON, Sept 23 (Reuters) - The bank said so.|Reuters",
                "BEIJING/MOSCOW, Sept 23 (Reuters) - The banks said so.|Reuters",
                "MOSCOW. Sept 23 (Interfax) - The bank said so.|Interfax",
                "New Delhi, Sep 23 (PTI) The bank said so.|PTI",
                "New Delhi [India], September 23 (ANI): The bank said so.|ANI",
                "Paris, France \1 AFP \1 Monday\\n\\nThe bank said so.|AFP",
                "(ANSA) - ROME, SEP 23 - The bank said so.|ANSA",
                "SEOUL, Sept. 23 (Yonhap) -- The bank said so.|Yonhap",
                "Tehran, IRNA - The bank said so.|IRNA",
                "NEW YORK--(BUSINESS WIRE)--The firm said so.|BUSINESS WIRE",
                "CHICAGO, Feb. 1, 2018 /PRNewswire/ -- The firm said so.|PRNewswire",
                "The International Monetary Fund (IMF) said that growth slowed.|",
                "Shares fell in Paris, and in Frankfurt/Main the index lost a point.|",
                "Officials said on Monday (AP) that nothing happened.|",
            })
    void findsTheAgencyInADateline(String written, String agency) {
        // given a dateline of the tables
        String copy = written.replace("\\n", "\n").replace('\1', '|');
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.agency()).isEqualTo(agency);
        assertThat(story.body()).isEqualTo(copy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ends", "ENDS", "-30-", "###", "-0-", "(END)", "(ends)", "/ENDS/", "--30--", "= 30 =", "NNNN",
            })
    void endsAStoryAtItsEndMark(String mark) {
        // given
        String copy = "SLUG: A-B\nHEADLINE: One\n\nText of it.\n" + mark + "\nab/cd\n\u00a9 Meridian 2025\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.body()).isEqualTo("Text of it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a9 2025 Meridian News Agency",
                "(c) Meridian",
                "Tel: +49 30 555 01 99",
                "desk@meridian.example",
                "+1 (202) 555-0142",
                "E-mail: desk@meridian.example",
                "MORE",
                "(more)",
                "TO FOLLOW",
                "jv/kl",
                "(Reporting by A. Bell; Editing by C. Dorn)",
            })
    void takesEditorsLinesOffTheEnd(String line) {
        // given
        String copy = "LONDON, Sept 23 (Meridian) - The bank said so.\n\nIt said more.\n\n" + line + "\n";
        // when
        ParsedArticle story = WireFixtures.only(WireFixtures.text(copy));
        // then
        assertThat(story.body()).endsWith("It said more.");
    }

    @Test
    void hashesWhatWasSentAndNotHowItIsUnwrapped() {
        // given the same copy, wrapped at another column
        String one = "LONDON, Sept 23 (Meridian) - The bank said on Monday that rates would stay\nwhere they are.\n";
        String other = "LONDON, Sept 23 (Meridian) - The bank said on Monday that rates\nwould stay where they are.\n";
        // when
        ParsedArticle first = WireFixtures.only(WireFixtures.text(one));
        ParsedArticle second = WireFixtures.only(WireFixtures.text(other));
        // then
        assertThat(first.body()).isEqualTo(second.body());
        assertThat(first.contentHash()).isNotEqualTo(second.contentHash());
    }
}
