package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMetadataTest {
    @Test
    void readsAllThatAPageSays() throws IOException {
        // given
        byte[] html = Pages.file("bridge.html");

        // when
        ExtractedPage page = Pages.page(html, "text/html", Pages.URL);

        // then
        assertThat(page.title()).isEqualTo("Old bridge reopens after nine months");
        assertThat(page.byline()).isEqualTo("Ann Author and Ben Writer");
        assertThat(page.authors()).containsExactly("Ann Author", "Ben Writer");
        assertThat(page.published()).isEqualTo("2026-01-05T09:30:00+01:00");
        assertThat(page.updated()).isEqualTo("2026-01-05T11:00:00+01:00");
        assertThat(page.language()).isEqualTo("en-GB");
        assertThat(page.canonicalUrl()).isEqualTo("https://www.harbourpost.example/news/old-bridge-reopens");
        assertThat(page.siteName()).isEqualTo("The Harbour Post");
        assertThat(page.summary()).isEqualTo("Cars and trams cross the river again.");
        assertThat(page.imageUrl()).isEqualTo("https://img.harbourpost.example/bridge.jpg");
    }

    @Test
    void saysNothingWhereThePageSaysNothing() {
        // given / when
        ExtractedPage page = Pages.page(Pages.STORY);

        // then
        assertThat(page.title()).isNull();
        assertThat(page.byline()).isNull();
        assertThat(page.authors()).isEmpty();
        assertThat(page.published()).isNull();
        assertThat(page.updated()).isNull();
        assertThat(page.language()).isNull();
        assertThat(page.canonicalUrl()).isNull();
        assertThat(page.siteName()).isNull();
        assertThat(page.summary()).isNull();
        assertThat(page.imageUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                // The page's own heading, where what is said of it agrees.
                "<meta property='og:title' content='Harbour master leaves'><h1>Harbour master leaves</h1>~Harbour master leaves",
                "<title>Harbour master to leave in May - Post</title><h1>Post</h1><h1>Harbour master to leave</h1>~Harbour master to leave",
                // Otherwise what is said of it, the structured data first.
                "<meta property='og:title' content='Harbour master leaves'><h1>Post</h1>~Harbour master leaves",
                "<h1>The only heading of it</h1>~The only heading of it",
                // Without the site's name.
                "<meta property='og:site_name' content='The Post'><title>A: B - c » The Post</title>~A: B - c",
                "<meta property='og:site_name' content='The Post'><title>The Post | Master leaves</title>~Master leaves",
                "<title>Master leaves - and returns – Harbour Post</title>~Master leaves - and returns",
                "<title>Master leaves - and returns</title>~Master leaves - and returns",
            })
    void choosesTheTitle(String html, String title) {
        // given / when
        ExtractedPage page = Pages.headed(html.replaceAll("<h1>", "</head><h1>"));

        // then
        assertThat(page.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<meta name='author' content='By Ann Author'>~Ann Author",
                "<meta name='author' content='Ann Author and Ben Writer'>~Ann Author;Ben Writer",
                "<meta property='article:author' content='https://www.facebook.com/ann'>~''",
                "<meta name='author' content='ann.author'></head><a rel='author' href='/a'>Ann Author</a>~Ann Author",
                "<meta name='author' content='admin'>~''",
                "<meta property='og:site_name' content='The Post'><meta name='author' content='the post'>~''",
                "</head><span itemprop='author'><b itemprop='name'>Ann Author</b></span>~Ann Author",
                "</head><p class='byline'>Von Anna Autor und Bernd Bericht | 5. Januar</p>~Anna Autor;Bernd Bericht",
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\"Ann Author\"}</script>~Ann Author",
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":[\"Ann Author\"]}}</script>~Ann Author",
            })
    void readsTheAuthors(String html, String authors) {
        // given / when
        ExtractedPage page = Pages.headed(html);

        // then
        assertThat(String.join(";", page.authors())).isEqualTo(authors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<meta property='article:published_time' content='2026-01-05T09:30:00Z'>~2026-01-05T09:30:00Z",
                "<meta name='pubdate' content='Mon, 05 Jan 2026 10:30:00 +0100'>~Mon, 05 Jan 2026 10:30:00 +0100",
                "<meta name='date' content='20260105'>~2026-01-05",
                "<meta name='date' content='January 5, 2026 at 9:30 AM'>~5 jan 2026",
                "<meta name='date' content='today'></head><time datetime='2026-01-05'>x</time>~2026-01-05",
                "</head><time itemprop='datePublished' datetime='2026-01-06'></time><time datetime='2026-01-05'></time>~2026-01-06",
                "<script type='application/ld+json'>{\"@type\":\"Report\",\"datePublished\":\"2026-01-05\"}</script>~2026-01-05",
            })
    void readsTheDate(String html, String published) {
        // given / when
        ExtractedPage page = Pages.headed(html);

        // then
        assertThat(page.published()).isEqualTo(published);
    }

    @Test
    void readsTheDateOfAnAddressWhereNothingElseTellsIt() {
        // given
        byte[] html = Pages.STORY.getBytes(StandardCharsets.UTF_8);

        // when
        ExtractedPage page = Pages.page(html, "text/html", "https://n.example/2026/01/05/master-leaves");

        // then
        assertThat(page.published()).isEqualTo("2026-01-05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "null",
            value = {
                "<link rel='canonical' href='/news/x'>~https://www.harbourpost.example/news/x",
                "<link rel='canonical' href='https://m.harbourpost.example/x'>~https://m.harbourpost.example/x",
                "<meta property='og:url' content='https://harbourpost.example/x'>~https://harbourpost.example/x",
                // Another's address, the site's front, and what is no address.
                "<link rel='canonical' href='https://elsewhere.example/x'>~null",
                "<link rel='canonical' href='https://elsewhere.example/x'><meta property='og:url' content='https://harbourpost.example/y'>~https://harbourpost.example/y",
                "<link rel='canonical' href='https://www.harbourpost.example/'>~null",
                "<link rel='canonical' href='javascript:alert(1)'>~null",
                "<link rel='canonical' href='https://[oops'>~null",
            })
    void trustsACanonicalAddressOfTheSameDomain(String head, String canonical) {
        // given / when
        ExtractedPage page = Pages.headed(head);

        // then
        assertThat(page.canonicalUrl()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "<html lang='az'>,az",
        "<html lang='pt_BR'>,pt-BR",
        "<html lang='{{lang}}'><meta property='og:locale' content='de_AT'>,de-AT",
        "<meta http-equiv='Content-Language' content='fr'>,fr",
    })
    void readsTheLanguage(String html, String language) {
        // given / when
        ExtractedPage page = Pages.page(html + Pages.STORY);

        // then
        assertThat(page.language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "windows-1251~text/html; charset=windows-1251~",
                "windows-1251~text/html~<meta charset='windows-1251'>",
                "windows-1251~text/html~<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
                "UTF-8~text/html~",
                "UTF-8~text/html; charset=nonsense~",
                "UTF-16~text/html~",
                "UTF-8~text/html~<meta charset='utf-16'>",
            })
    void readsTheCharset(String charset, String contentType, String meta) {
        // given
        String story = Pages.STORY.replace("harbour master", "начальник порта");
        byte[] html = ((meta == null ? "" : meta) + story).getBytes(Charset.forName(charset));

        // when
        ExtractedPage page = Pages.page(html, contentType, null);

        // then
        assertThat(page.paragraphs().get(0)).startsWith("The начальник порта, who has held");
    }

    @Test
    void takesUndeclaredBytesThatAreNotUtf8ForWindows1252() {
        // given
        byte[] html =
                Pages.STORY.replace("harbour master", "façade “painter”").getBytes(Charset.forName("windows-1252"));

        // when
        ExtractedPage page = Pages.page(html, null, null);

        // then
        assertThat(page.paragraphs().get(0)).startsWith("The façade “painter”, who");
    }
}
