package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ninjs becomes, from files as agencies send them. */
class NinjsReaderTest {
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
        void readsWhatTheStoreExports() {
            // given ninjs 3.1 as store-service writes it, which its tests hold
            // when
            ParsedArticle story = WireFixtures.only(WireFixtures.articles("ninjs-3-exported.json"));
            // then
            assertThat(story.publisherId()).startsWith("urn:uuid:");
            assertThat(story.title()).isEqualTo("Azerbaijan's speaker meets Saudi envoy");
            assertThat(story.body())
                    .startsWith("BAKU, Nov 20 - Sahiba Gafarova received a delegation in Baku.\n\nThe parliament");
            assertThat(story.summary()).isEqualTo("In short.");
            assertThat(story.byline()).isEqualTo("By A. Writer");
            assertThat(story.slugline()).isEqualTo("BAKU-VISIT");
            assertThat(story.language()).isEqualTo("en-GB");
            assertThat(story.urgency()).isEqualTo(4);
            assertThat(story.edNote()).isEqualTo("Corrects the name.");
            assertThat(story.sourceName()).isEqualTo("Test Wire");
            assertThat(story.categories()).containsExactly("diplomacy", "World");
            assertThat(story.publishedAt()).isEqualTo(Instant.parse("2025-11-20T08:00:00Z"));
            assertThat(story.edition().number()).isEqualTo(3);
            assertThat(story.media())
                    .containsExactly(
                            new Media("https://news.example/%C3%BC.jpg", "image/jpeg", "The envoy"),
                            new Media("https://news.example/unknown", null, null));
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
