package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What NITF and NewsML-G2 become, from files as agencies send them. */
class NewsXmlFormatTest {
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
}
