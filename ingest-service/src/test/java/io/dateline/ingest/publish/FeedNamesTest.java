package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which article an item of a feed is, poll after poll. */
class FeedNamesTest extends IntakeFixture {
    private final DocumentReader reader = DocumentReader.ofFeeds(InstantSource.fixed(NOW));

    @Test
    void tellsItemsApartThatShareAGuid() {
        // given
        List<Reserved> first = poll(item("a", "/a", "0"), item("b", "/b", "0"), item("c", "/c", "0"));

        // when the document has changed and holds them all the same
        List<Reserved> second = poll(item("d", "/d", "0"), item("a", "/a", "0"), item("b", "/b", "0"));

        // then
        assertThat(ids(first)).doesNotHaveDuplicates();
        assertThat(outcomes(second)).containsExactly("accepted", "unchanged", "unchanged");
        assertThat(published).extracting(RawArticle::title).containsExactly("a", "b", "c", "d");
        assertThat(published).extracting(RawArticle::revision).containsOnly(1);
        assertThat(published).extracting(RawArticle::guid).containsOnlyNulls();
    }

    @Test
    void tellsItemsOfAJsonFeedApartThatShareAnId() {
        // given
        String json = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [
                {"id": "x", "url": "https://n.example/%1$s/a", "title": "a", "content_text": "a"},
                {"id": "x", "url": "https://n.example/%1$s/b", "title": "b", "content_text": "b"}]}
                """.formatted(unique);

        // when
        List<Reserved> taken = take("application/feed+json", json);

        // then
        assertThat(ids(taken)).doesNotHaveDuplicates();
        assertThat(published).extracting(RawArticle::revision).containsOnly(1);
    }

    @Test
    void isOneArticleWhereAnItemStandsInADocumentTwice() {
        // given, when
        List<Reserved> taken = poll(item("a", "/a", "1"), item("a", "/a", "1"));

        // then
        assertThat(ids(taken)).containsOnly(taken.get(0).id());
        assertThat(published).hasSize(1);
    }

    @Test
    void takesAGuidThatComesWithAnotherLinkForAnotherArticle() {
        // given a feed that numbers what it has from the top
        String a = poll(item("a", "/a", "0")).get(0).id();

        // when
        List<Reserved> second = poll(item("b", "/b", "0"), item("a", "/a", "1"));
        List<Reserved> third = poll(item("c", "/c", "0"), item("b", "/b", "1"), item("a", "/a", "2"));

        // then
        assertThat(second.get(1).id()).isEqualTo(a);
        assertThat(ids(third)).doesNotHaveDuplicates().endsWith(second.get(0).id(), a);
        assertThat(published).extracting(RawArticle::title).containsExactly("a", "b", "c");
        assertThat(published).extracting(RawArticle::revision).containsOnly(1);
    }

    @Test
    void keepsAnItemThatOnlyMovesItsLink() {
        // given
        String a = poll(item("a", "/a", "17")).get(0).id();

        // when
        List<Reserved> moved = poll(item("a", "/2026/a", "17"));
        List<Reserved> edited = poll(item("a, edited", "/2026/a", "17"));

        // then
        assertThat(moved.get(0).id()).isEqualTo(a);
        assertThat(outcomes(moved)).containsExactly("unchanged");
        assertThat(edited.get(0).id()).isEqualTo(a);
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
    }

    @Test
    void keepsAnItemThatMovesAndChangesUnderAGuidNobodyElseHas() {
        // given: what WordPress calls a post
        String guid = "https://n.example/" + unique + "/?p=17";
        String a = poll(item("a", "/a", guid)).get(0).id();

        // when headline and address change together
        List<Reserved> edited = poll(item("a, edited", "/a-edited", guid));

        // then
        assertThat(edited.get(0).id()).isEqualTo(a);
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        // what systems make for one item alone
        "c2d29867-3d0b-4d97-9f2c-1c2e7a9b0a11,true",
        "{C2D29867-3D0B-4D97-9F2C-1C2E7A9B0A11},true",
        // what may be the same for the next one
        "00000000-0000-0000-0000-000000000000,false",
        "20260105,false",
        "d41d8cd98f00b204e9800998ecf8427e,false"
    })
    void believesAPlainGuidOnlyWhereItCanBeNoCounter(String guid, boolean same) {
        // given
        String a = poll(item("a", "/a", guid)).get(0).id();

        // when headline and address change together
        List<Reserved> edited = poll(item("a, edited", "/a-edited", guid));

        // then
        assertThat(edited.get(0).id().equals(a)).isEqualTo(same);
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, same ? 2 : 1);
    }

    @Test
    void leavesAnArticleToItsFeedWhereAStrangerHasItsGuid() {
        // given
        String guid = "c2d29867-3d0b-4d97-9f2c-1c2e7a9b0a11";
        String a = poll(item("a", "/a", guid)).get(0).id();

        // when another feed brings another text under it
        String feed = unique;
        unique = feed + "-other";
        List<Reserved> other = poll(item("b", "/b", guid));

        // then
        assertThat(ids(other)).doesNotContain(a);
        assertThat(outcomes(other)).containsExactly("accepted");
    }

    @Test
    void tellsItemsApartThatShareALinkOneAfterTheOther() {
        // given a page of live news
        String first = poll(item("first", "/live", "1")).get(0).id();

        // when
        List<Reserved> second = poll(item("second", "/live", "2"));
        List<Reserved> edited = poll(item("second, edited", "/live", "2"));
        List<Reserved> again = poll(item("first", "/live", "1"));

        // then
        assertThat(second.get(0).id())
                .isNotEqualTo(first)
                .isEqualTo(edited.get(0).id());
        assertThat(again.get(0).id()).isEqualTo(first);
        assertThat(outcomes(again)).containsExactly("unchanged");
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 1, 2);
    }

    @Test
    void goesByTheGuidWhereAFeedSharesALinkAtTimes() {
        // given
        List<Reserved> both = poll(item("first", "/live", "1"), item("second", "/live", "2"));

        // when
        List<Reserved> first = poll(item("first", "/live", "1"));
        List<Reserved> second = poll(item("second", "/live", "2"));
        List<Reserved> third = poll(item("third", "/live", "3"));

        // then
        assertThat(ids(first)).containsExactly(both.get(0).id());
        assertThat(ids(second)).containsExactly(both.get(1).id());
        assertThat(ids(both))
                .doesNotHaveDuplicates()
                .doesNotContain(third.get(0).id());
        assertThat(published).extracting(RawArticle::title).containsExactly("first", "second", "third");
    }

    @Test
    void tellsItemsApartWhoseLinksDifferInWhatTracksReadersAlone() {
        // given, when
        List<Reserved> taken =
                poll(item("first", "/live?utm_source=a", "1"), item("second", "/live?utm_source=b", "2"));

        // then
        assertThat(ids(taken)).doesNotHaveDuplicates();
    }

    @Test
    void keepsAnItemWhoseGuidCountsItsVersions() {
        // given: as the BBC does
        String link = "https://n.example/" + unique + "/a";
        String a = poll(item("a", "/a?at_medium=RSS", link + "#0")).get(0).id();

        // when
        List<Reserved> edited = poll(item("a, edited", "/a?at_medium=RSS", link + "#1"));

        // then
        assertThat(ids(edited)).containsExactly(a);
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
    }

    @Test
    void keepsAnItemThatOnlyGetsAnotherGuid() {
        // given
        String a = poll(item("a", "/a", "1")).get(0).id();

        // when its publisher has a new system
        List<Reserved> renamed = poll(item("a", "/a", "tag:n.example,2026:a"));
        List<Reserved> edited = poll(item("a, edited", "/a", "tag:n.example,2026:a"));

        // then
        assertThat(ids(renamed)).containsExactly(a);
        assertThat(outcomes(renamed)).containsExactly("unchanged");
        assertThat(ids(edited)).containsExactly(a);
    }

    @Test
    void joinsWhatAnotherFeedCallsOtherwise() {
        // given
        String a = poll(item("a", "/a", "1")).get(0).id();
        TestDatabase.run(database, "UPDATE articles SET owner = 'push:paper' WHERE id = '" + a + "'");

        // when
        List<Reserved> other = poll(item("a, shortened", "/a", "x-1"));

        // then
        assertThat(ids(other)).containsExactly(a);
        assertThat(outcomes(other)).containsExactly("sighting");
    }

    private List<Reserved> poll(String... items) {
        return take(
                "application/rss+xml",
                "<rss version='2.0'><channel><title>t</title>" + String.join("", items) + "</channel></rss>");
    }

    private List<Reserved> take(String type, String document) {
        ParseResult read = reader.read(new Document(document.getBytes(StandardCharsets.UTF_8), type, null));
        Origin origin = Origin.feed("feed-" + unique, "paper", "Paper");
        List<Incoming> items = ((ParseResult.Articles) read)
                .articles().stream()
                        .map(article -> new Incoming(article, origin))
                        .toList();
        return intake.take(items, Lane.LIVE, NOW);
    }

    private String item(String title, String path, String guid) {
        return "<item><title>" + title + "</title><link>https://n.example/" + unique + path
                + "</link><guid isPermaLink='false'>" + guid + "</guid><description>" + title
                + "</description></item>";
    }

    private static List<String> ids(List<Reserved> taken) {
        return taken.stream().map(Reserved::id).toList();
    }

    private static List<String> outcomes(List<Reserved> taken) {
        return taken.stream().map(one -> Intake.outcome(one.decision())).toList();
    }
}
