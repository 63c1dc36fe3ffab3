package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.net.References;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After the examples of RFC 3986, section 5.4. */
class ReferencesTest {
    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "?y#s, http://a/b/c/d;p?y#s",
        "g?y, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q#s",
        "'', http://a/b/c/d;p?q",
        "../g, http://a/b/g",
        "https://g/h?i, https://g/h?i"
    })
    void meansWhatTheStandardSays(String reference, String meant) {
        for (String document : List.of("http://a/b/c/d;p?q", "http://a/b/c/d;p?q#here")) {
            assertThat(References.resolve(URI.create(document), URI.create(reference)))
                    .hasToString(meant);
        }
    }
}
