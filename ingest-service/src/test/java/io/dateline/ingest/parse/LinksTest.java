package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static final String BASE = "https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/news/feed.xml";

    @ParameterizedTest
    @CsvSource({
        "https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/a?b=c#d, https://xn--e1afmkfd.xn--p1ai/a?b=c#d",
        "https://b\u00fccher.example:8443/a, https://xn--bcher-kva.example:8443/a",
        "article-1, https://xn--e1afmkfd.xn--p1ai/news/article-1",
        "//b\u00fccher.example/a, https://xn--bcher-kva.example/a",
        "https://my_site.example.org/a, https://my_site.example.org/a",
        "https://my_site.example.org/a%20b?c=(d), https://my_site.example.org/a%20b?c=(d)",
        "https://news.example.org/\u043f\u0443\u0442\u044c, https://news.example.org/\u043f\u0443\u0442\u044c",
    })
    void keepsLinksToHostsOfOtherScriptsAndWithUnderscores(String written, String link) {
        assertThat(Links.absolute(BASE, written)).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.c\u2100.news.example/",
                "https://\u043f\u0440..\u0440\u0444/",
                "https:///news",
                "ftp://my_site.example.org/a",
                "javascript:alert(1)",
                "mailto:a@b\u00fccher.example"
            })
    void dropsWhatNamesNoHost(String written) {
        assertThat(Links.absolute(BASE, written)).isNull();
    }
}
