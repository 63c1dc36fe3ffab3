package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each wire format becomes, from files as agencies send them. */
class WireFormatsTest {
    @Nested
    class Anpa {
        @Test
        void readsHeaderHeadsAndParagraphs() {
            // given a story of ANPA 1312
            // when
            ParseResult.Articles read = WireFixtures.articles("anpa-story.anpa");
            // then
            ParsedArticle story = WireFixtures.only(read);
            assertThat(read.format()).isEqualTo("anpa1312");
            assertThat(story.title()).isEqualTo("Fire on Maine ferry injures two");
            assertThat(story.slugline()).isEqualTo("BC-ME--Ferry Fire");
            assertThat(story.byline()).isEqualTo("By JOHN DOE, Meridian News");
            assertThat(story.body())
                    .isEqualTo(
                            "PORTLAND, Maine (MN) \u2014 A fire in the engine room of a ferry injured two crew members on"
                                    + " Wednesday, the Coast Guard said.\n\n\u201cWe saw smoke and then the lights went out,\u201d"
                                    + " passenger Ann Lee said. The ferry \u2014 built in 1998 \u2014 was towed to Portland.\n\n"
                                    + "The cause is being investigated.");
            assertThat(story.urgency()).isEqualTo(4);
            assertThat(story.categories()).containsExactly("a");
            assertThat(story.agency()).isEqualTo("MN");
            assertThat(story.edNote()).isEqualTo("With MN Photos.");
            assertThat(story.publishedAt()).isEqualTo(Instant.parse("2025-11-13T15:09:00Z"));
            assertThat(story.status()).isEqualTo(ArticleStatus.USABLE);
            assertThat(story.flags()).isEmpty();
        }

        @Test
        void readsALeadAndAKillOfOneStoryInOneFile() {
            // given three messages under one keyword
            // when
            List<ParsedArticle> takes =
                    WireFixtures.articles("anpa-lead-and-kill.anpa").articles();
            // then
            assertThat(takes).extracting(take -> take.edition().slug()).containsOnly("bc me ferry fire");
            assertThat(takes).extracting(take -> take.edition().follows()).containsExactly(false, true, true);
            assertThat(takes.get(1).edition().number()).isEqualTo(1);
            assertThat(takes.get(1).edNote()).isEqualTo("1st Ld-Writethru; Updates number of injured. With MN Photos.");
            assertThat(takes.get(2).status()).isEqualTo(ArticleStatus.CANCELED);
            assertThat(takes.get(2).title()).isEqualTo("BC-ME--Ferry Fire");
            assertThat(takes.get(2).edition().untitled()).isTrue();
            assertThat(takes.get(2).body()).startsWith("PORTLAND \u2014 Kill BC-ME--Ferry Fire.");
        }

        @Test
        void readsLatin1WhereNothingIsDeclared() {
            // given bytes of Latin-1
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("anpa-latin1.anpa"));
            // then
            assertThat(story.title()).isEqualTo("Waiters strike in Orl\u00e9ans");
            assertThat(story.slugline()).isEqualTo("BC-EU--Caf\u00e9 Strike");
            assertThat(story.body()).startsWith("ORL\u00c9ANS, France (MN) \u2014 ");
        }

        @Test
        void keepsTheLinesOfATable() {
            // given tabular copy (DC2)
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("anpa-table.anpa"));
            // then
            assertThat(story.body().lines())
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("Northport    12    3     24"));
        }

        @Test
        void knowsItWithoutItsControlCodes() {
            // given a gateway dropped the control codes
            // when
            ParseResult.Articles read = WireFixtures.articles("anpa-bare.txt");
            // then
            assertThat(read.format()).isEqualTo("anpa1312");
            assertThat(WireFixtures.only(read).byline()).isEqualTo("By SAM FIELD, Meridian Sports Writer");
            assertThat(WireFixtures.only(read).body())
                    .isEqualTo("HARBOR (MN) \u2014 Harbor beat Lakes 101-99 on Friday night.\n\n"
                            + "\u201cIt was luck,\u201d the coach said.");
        }
    }

    @Nested
    class Iptc7901 {
        @Test
        void readsHeaderWrappedCopyAndNotes() {
            // given a message of IPTC 7901
            // when
            ParseResult.Articles read = WireFixtures.articles("iptc7901-story.iptc");
            // then
            ParsedArticle story = WireFixtures.only(read);
            assertThat(read.format()).isEqualTo("iptc7901");
            assertThat(story.title()).isEqualTo("German rail operator to reopen Elbe bridge in M\u00e4rz");
            assertThat(story.slugline()).isEqualTo("Germany-rail");
            assertThat(story.body())
                    .isEqualTo("Berlin (mnd) - The bridge over the Elbe that was closed after a fire will reopen to"
                            + " trains in March, four months earlier than planned, the operator said on Tuesday.\n\n"
                            + "Repairs had cost 41 million euros. Freight trains will run first, passenger trains from"
                            + " 1 April.");
            assertThat(story.edNote())
                    .contains("Reporting by: Jan Vogt", "desk@mnd.example")
                    .doesNotContain("jv kl");
            assertThat(story.urgency()).isEqualTo(4);
            assertThat(story.categories()).containsExactly("i");
            assertThat(story.agency()).isEqualTo("mnd");
            assertThat(story.publishedAt()).isEqualTo(Instant.parse("2025-11-13T14:46:00Z"));
        }

        @Test
        void readsManyMessagesOfOneFile() {
            // given four messages: a story, its lead, another story, a kill
            // when
            List<ParsedArticle> messages =
                    WireFixtures.articles("iptc7901-several.iptc").articles();
            // then
            assertThat(messages)
                    .extracting(ParsedArticle::slugline)
                    .containsExactly("Germany-rail", "Germany-rail", "Football/Cup", "Germany-rail");
            assertThat(messages.get(1).title()).isEqualTo("Elbe bridge to reopen in M\u00e4rz, ministry confirms");
            assertThat(messages.get(1).edition().follows()).isTrue();
            assertThat(messages.get(2).byline()).isEqualTo("By Tom Adler, Meridian Nord");
            assertThat(messages.get(3).status()).isEqualTo(ArticleStatus.CANCELED);
            assertThat(messages.get(3).title()).isEqualTo("German rail operator to reopen Elbe bridge");
        }

        @Test
        void takesUtf8WhereTheBytesAreValid() {
            // given a message in UTF-8
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("iptc7901-utf8.iptc"));
            // then
            assertThat(story.title()).isEqualTo("Prize for Dvo\u0159\u00e1k recording");
        }

        @Test
        void saysWhereTheMessageIsThatWasCutOff() {
            // given the second of three has no end
            byte[] bytes = WireFixtures.bytes("iptc7901-one-cut-off.iptc");
            // when
            ParseResult.Articles read = WireFixtures.articles("iptc7901-one-cut-off.iptc");
            // then
            assertThat(read.articles()).hasSize(2);
            assertThat(read.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.at()).isEqualTo(2);
                assertThat(fault.code()).isEqualTo("malformed-document");
                String piece = new String(bytes, fault.offset(), fault.length(), StandardCharsets.ISO_8859_1);
                assertThat(piece).startsWith("\u0001mnd0140").doesNotContain("mnd0131");
            });
        }

        @Test
        void knowsItWithoutItsControlCodes() {
            // given a gateway dropped the control codes
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("iptc7901-bare.txt"));
            // then
            assertThat(story.slugline()).isEqualTo("American Football/NFL");
            assertThat(story.title()).isEqualTo("A late field goal decides the derby");
            assertThat(story.byline()).isEqualTo("By Tom Krause, Meridian");
            assertThat(story.body()).endsWith("Here is hoping the history is wrong.");
        }
    }

    @Nested
    class Nitf {
        @Test
        void readsHeadAndBody() {
            // given a NITF document
            // when
            ParseResult.Articles read = WireFixtures.articles("nitf-story.xml");
            // then
            ParsedArticle story = WireFixtures.only(read);
            assertThat(read.format()).isEqualTo("nitf");
            assertThat(story.publisherId()).isEqualTo("MN-20251110-0042");
            assertThat(story.title()).isEqualTo("Storm breaks harbour wall in Aberdeen");
            assertThat(story.byline()).isEqualTo("By Fiona Grant, Meridian correspondent");
            assertThat(story.authors()).containsExactly("Fiona Grant");
            assertThat(story.body())
                    .startsWith("Aberdeen, Scotland, Nov 10\n\nA storm broke the outer wall")
                    .contains("\n\nWaves of nine metres\n\nNobody was hurt & no ship was damaged")
                    .contains("Length lost: 80 metres", "2024 11")
                    .doesNotContain("The broken wall.");
            assertThat(story.media())
                    .containsExactly(
                            new Media("https://pictures.meridian.example/wall.jpg", "image/jpeg", "The broken wall."));
            assertThat(story.urgency()).isEqualTo(4);
            assertThat(story.slugline()).isEqualTo("SCOTLAND-HARBOUR");
            assertThat(story.categories()).containsExactly("storms", "Engineering");
            assertThat(story.sourceName()).isEqualTo("Meridian News");
            assertThat(story.edNote()).isEqualTo("For global distribution");
            assertThat(story.publishedAt()).isEqualTo(Instant.parse("2025-11-10T07:15:00Z"));
            assertThat(story.edition().slug()).isNull();
        }

        @Test
        void notesACorrection() {
            // given a corrected version under the same id
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("nitf-correction.xml"));
            // then
            assertThat(story.edNote()).isEqualTo("Correction: Corrects length of wall");
            assertThat(story.edition().created()).isEqualTo(Instant.parse("2025-11-10T09:30:00Z"));
        }

        @Test
        void keepsOnlyTitleAndNoteOfWhatIsKilled() {
            // given management-status canceled
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("nitf-killed.xml"));
            // then
            assertThat(story.status()).isEqualTo(ArticleStatus.CANCELED);
            assertThat(story.title()).isEqualTo("Storm breaks harbour wall in Aberdeen");
            assertThat(story.body()).isEmpty();
            assertThat(story.media()).isEmpty();
            assertThat(story.edNote()).isEqualTo("Kill: the wall was not broken.");
        }

        @Test
        void withholdsUntilTheReleaseDate() {
            // given a release date ahead
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("nitf-embargoed.xml"));
            // then
            assertThat(story.status()).isEqualTo(ArticleStatus.WITHHELD);
            assertThat(story.embargoUntil()).isEqualTo(Instant.parse("2099-11-10T00:00:00Z"));
        }

        @Test
        void readsEachOfSeveralDocumentsInOneFileForItself() {
            // given three documents one after the other, the second not well-formed
            byte[] bytes = WireFixtures.bytes("nitf-several.xml");
            // when
            ParseResult.Articles read = WireFixtures.articles("nitf-several.xml");
            // then
            assertThat(read.articles())
                    .extracting(ParsedArticle::publisherId)
                    .containsExactly("MN-20251110-0042", "MN-20251110-0044");
            assertThat(read.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.at()).isEqualTo(2);
                assertThat(new String(bytes, fault.offset(), fault.length(), StandardCharsets.UTF_8))
                        .startsWith("<nitf>")
                        .contains("MN-20251110-0043")
                        .endsWith("</nitf>");
            });
        }

        @Test
        void honoursTheDeclaredCharset() {
            // given Latin-1, declared
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("nitf-latin1.xml"));
            // then
            assertThat(story.title()).isEqualTo("Caf\u00e9 wall falls");
            assertThat(story.body()).startsWith("Aberdeen (MN) - The caf\u00e9 wall fell.");
        }
    }

    @Nested
    class NewsMl {
        @Test
        void readsAnItem() {
            // given a newsItem with XHTML
            // when
            ParseResult.Articles read = WireFixtures.articles("newsml-story.xml");
            // then
            ParsedArticle story = WireFixtures.only(read);
            assertThat(read.format()).isEqualTo("newsml-g2");
            assertThat(story.publisherId()).isEqualTo("urn:newsml:meridian.example:20251112:PT1");
            assertThat(story.title()).isEqualTo("Peru and neighbour resume talks");
            assertThat(story.body())
                    .isEqualTo("LIMA (Meridian) - The two countries resumed talks on Wednesday.\n\n"
                            + "A second round is planned for May.");
            assertThat(story.summary()).isEqualTo("Talks resume after a year.");
            assertThat(story.categories()).containsExactly("diplomacy", "medtop:20000615");
            assertThat(story.sourceName()).isEqualTo("Meridian News");
            assertThat(story.agency()).isEqualTo("Meridian");
            assertThat(story.byline()).isEqualTo("By Juan Ramos");
            assertThat(story.authors()).containsExactly("Juan Ramos");
            assertThat(story.slugline()).isEqualTo("PERU-TALKS");
            assertThat(story.language()).isEqualTo("en");
            assertThat(story.urgency()).isEqualTo(3);
            assertThat(story.edition().number()).isEqualTo(1);
            assertThat(story.edition().created()).isEqualTo(Instant.parse("2025-11-12T08:05:00Z"));
        }

        @Test
        void readsPlainTextAndNotesTheCorrection() {
            // given inlineData, wrapped, and a correction signal
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("newsml-correction.xml"));
            // then
            assertThat(story.edNote()).isEqualTo("Correction; Corrects month of second round");
            assertThat(story.body()).contains("on Wednesday in the capital").hasLineCount(3);
            assertThat(story.edition().number()).isEqualTo(3);
        }

        @Test
        void readsTheItemsOfAMessageAndPassesOverWhatIsNoCopy() {
            // given three stories, a package and a picture
            // when
            ParseResult.Articles read = WireFixtures.articles("newsml-message.xml");
            // then
            assertThat(read.faults()).isEmpty();
            assertThat(read.articles())
                    .extracting(ParsedArticle::title)
                    .containsExactly("Peru and neighbour resume talks", "Gold rises", "In NITF");
            assertThat(read.articles().get(1).body().split("\n\n")).hasSize(3);
            assertThat(read.articles().get(2).body())
                    .isEqualTo("LIMA (Meridian) - Inside NITF.\n\nBetween\n\nMore of it.");
        }

        @Test
        void readsTheOthersWhereOneIsNotWellFormed() {
            // given the second of three is broken
            // when
            ParseResult.Articles read = WireFixtures.articles("newsml-message-one-bad.xml");
            // then
            assertThat(read.articles())
                    .extracting(ParsedArticle::title)
                    .containsExactly("Peru and neighbour resume talks", "The third");
            assertThat(read.faults()).extracting(ParseResult.Fault::at).containsExactly(2);
        }

        @Test
        void refusesOnlyTheItemWhoseEmbargoCannotBeRead() {
            // given an embargo that is no date: it must not be taken for none
            // when
            ParseResult.Articles read = WireFixtures.articles("newsml-message-bad-embargo.xml");
            // then
            assertThat(read.articles()).hasSize(1);
            assertThat(read.faults()).extracting(ParseResult.Fault::code).containsExactly("invalid-article");
        }

        @ParameterizedTest
        @CsvSource({
            "newsml-canceled.xml, CANCELED,",
            "newsml-embargoed.xml, WITHHELD, 2099-01-01T05:00:00Z",
            "newsml-held.xml, WITHHELD,",
        })
        void followsThePublicationStatus(String name, ArticleStatus status, Instant until) {
            // given a status
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles(name));
            // then
            assertThat(story.status()).isEqualTo(status);
            assertThat(story.embargoUntil()).isEqualTo(until);
            assertThat(story.body().isEmpty()).isEqualTo(status == ArticleStatus.CANCELED);
        }

        @Test
        void saysThatAPackageHoldsNoCopy() {
            // given a packageItem
            // when
            ParseResult read = WireFixtures.read("newsml-package.xml");
            // then
            assertThat(read).isInstanceOfSatisfying(ParseResult.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
                assertThat(refused.detail()).contains("package");
            });
        }
    }

    @Nested
    class Ninjs {
        @Test
        void readsVersionTwo() {
            // given ninjs 2.1
            // when
            ParseResult.Articles read = WireFixtures.articles("ninjs-2.json");
            // then
            ParsedArticle story = WireFixtures.only(read);
            assertThat(read.format()).isEqualTo("ninjs");
            assertThat(story.publisherId()).isEqualTo("urn:newsml:nordwire.example:20251113:77");
            assertThat(story.title()).isEqualTo("Ferry strike halts west coast traffic");
            assertThat(story.body())
                    .isEqualTo("BERGEN (Nordwire) - Ferry crews walked out at midnight.\n\nTalks go on.");
            assertThat(story.summary()).isEqualTo("Crews walked out at midnight.");
            assertThat(story.sourceName()).isEqualTo("Nordwire");
            assertThat(story.edNote()).isEqualTo("Updates with quote");
            assertThat(story.categories()).containsExactly("strike");
            assertThat(story.media()).extracting(Media::url).containsExactly("https://pics.nordwire.example/f.jpg");
            assertThat(story.edition().number()).isEqualTo(2);
            assertThat(story.publishedAt()).isEqualTo(Instant.parse("2025-11-13T08:00:00Z"));
        }

        @Test
        void readsVersionThreeAndItsEmbargo() {
            // given ninjs 3.1
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("ninjs-3-embargoed.json"));
            // then
            assertThat(story.title()).isEqualTo("Oil field to close");
            assertThat(story.status()).isEqualTo(ArticleStatus.WITHHELD);
            assertThat(story.embargoUntil()).isEqualTo(Instant.parse("2099-05-01T06:00:00Z"));
            assertThat(story.urgency()).isEqualTo(5);
        }

        @Test
        void readsTheOldNames() {
            // given the names of 1.x
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("ninjs-1.json"));
            // then
            assertThat(story.title()).isEqualTo("In the old names");
            assertThat(story.byline()).isEqualTo("By A");
            assertThat(story.categories()).containsExactly("energy");
        }

        @Test
        void takesTheSlugForTheTitleOfAKillWithoutAHeadline() {
            // given a kill that holds no headline
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("ninjs-2-killed.json"));
            // then
            assertThat(story.status()).isEqualTo(ArticleStatus.CANCELED);
            assertThat(story.title()).isEqualTo("NORWAY-FERRY");
            assertThat(story.edNote()).isEqualTo("Kill: no strike was called.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ninjs-array.json", "ninjs-lines.ndjson"})
        void readsManyAndSaysWhichIsBad(String name) {
            // given three items, the second bad
            // when
            ParseResult.Articles read = WireFixtures.articles(name);
            // then
            assertThat(read.articles())
                    .extracting(ParsedArticle::title)
                    .containsExactly("Ferry strike halts west coast traffic", "Oil field to close");
            assertThat(read.faults()).extracting(ParseResult.Fault::at).containsExactly(2);
        }

        @Test
        void leavesOurOwnArticlesAlone() {
            // given an article of our own form that happens to have a uri
            byte[] json = "{\"title\": \"t\", \"body\": \"b\", \"uri\": \"x:y\"}".getBytes(StandardCharsets.UTF_8);
            // when
            ParseResult.Articles read = (ParseResult.Articles) WireFixtures.read("one.json", json);
            // then
            assertThat(read.format()).isEqualTo("articles");
            assertThat(WireFixtures.only(read).publisherId()).isNull();
        }
    }
}
