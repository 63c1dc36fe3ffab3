package io.dateline.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.discover.AnnouncedFeeds.Announced;
import io.dateline.ingest.parse.Document;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncedFeedsTest {
    private static final String PAGE = "https://news.example.org/world/";

    @Test
    void findsWhatIsAnnouncedInPageOrderAndOnce() {
        // given
        String html = """
                <html><head><base href="/base/">
                <link rel="stylesheet" type="text/css" href="x.css">
                <link rel="alternate" type="application/rss+xml" title="All" href="/feed.xml">
                <link rel="ALTERNATE home" type="Application/Atom+XML; charset=utf-8" href="atom.xml">
                <link rel="alternate" type="application/rss+xml" href="https://news.example.org/feed.xml">
                <link rel="feed" href="https://other.example/json">
                <link rel="alternate" hreflang="de" href="/de/">
                <link rel="alternate" type="application/json+oembed" href="/oembed">
                <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
                <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
                <link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
                </head></html>""";

        // when
        List<Announced> found = AnnouncedFeeds.of(html.getBytes(StandardCharsets.UTF_8), "text/html", PAGE);

        // then
        assertThat(found)
                .containsExactly(
                        new Announced("https://news.example.org/feed.xml", "All"),
                        new Announced("https://news.example.org/base/atom.xml", null),
                        new Announced("https://other.example/json", null));
    }

    @Test
    void readsTitlesInTheCharsetOfTheAnswer() {
        // given
        byte[] html = "<link rel=alternate type=application/rss+xml title=Новости href=/f>"
                .getBytes(Charset.forName("windows-1251"));

        // when
        List<Announced> found = AnnouncedFeeds.of(html, "text/html; charset=windows-1251", PAGE);

        // then
        assertThat(found).extracting(Announced::title).containsExactly("Новости");
    }

    @Test
    void triesHabitsAtTheRootOfTheSite() {
        // given a page somewhere below

        // when
        List<Announced> places = AnnouncedFeeds.byHabit(PAGE);

        // then
        assertThat(places)
                .extracting(Announced::url)
                .contains("https://news.example.org/feed", "https://news.example.org/feed.json");
    }

    @ParameterizedTest
    @CsvSource({
        "<rss><channel><image><title>Logo</title></image><title>A &amp; B</title><item><title>x</title></item>,A & B",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>&lt;b&gt;News&lt;/b&gt;</title></feed>,News",
        "'{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"Mine\", \"items\": []}',Mine",
        "<rss><channel><item><title>x</title></item></channel></rss>,",
        "{broken,"
    })
    void readsWhatAFeedCallsItself(String feed, String title) {
        // given
        Document document = new Document(feed.getBytes(StandardCharsets.UTF_8), null, null);

        // when, then
        assertThat(FeedTitle.of(document)).isEqualTo(title);
    }
}
