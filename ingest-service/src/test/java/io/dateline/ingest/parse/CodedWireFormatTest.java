package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What wire copy in control codes becomes, from files as agencies send them. */
class CodedWireFormatTest {
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
}
