package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowableAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example/a?b=c#d", "http://news.example", "HTTPS://NEWS.EXAMPLE/"})
    void linksToWebPages(String url) {
        assertThat(ArticleView.followable(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//news.example/",
                "https:opaque",
                "https:///none",
                "java\nscript:alert(1)",
                ""
            })
    void linksToNothingElse(String url) {
        assertThat(ArticleView.followable(url)).isNull();
    }

    @Test
    void linksNowhereWithoutAnAddress() {
        assertThat(ArticleView.followable(null)).isNull();
    }
}
