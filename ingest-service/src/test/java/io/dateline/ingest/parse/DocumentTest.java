package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    private static final String NONE = "application/octet-stream";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Text/XML; charset=utf-8|text/xml",
                "xml|xml",
                ";charset=utf-8|" + NONE,
                "' '|" + NONE,
                "|" + NONE,
                "text/xm\u00fc|" + NONE,
                "text/xml utf-8|" + NONE,
            })
    void knowsItsMediaType(String declared, String type) {
        // given what a server said
        // when
        String read = new Document(new byte[0], declared, null).mediaType();
        // then
        assertThat(read).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"200,false", "201,true"})
    void takesNoTypeOfAnyLength(int length, boolean none) {
        // given
        String declared = "t".repeat(length);
        // when
        String read = new Document(new byte[0], declared, null).mediaType();
        // then
        assertThat(read).isEqualTo(none ? NONE : declared);
    }
}
