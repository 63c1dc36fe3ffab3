package io.dateline.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetTest {
    private static final String FEED = "<rss><channel><item><title>%s</title></item></channel></rss>";

    @ParameterizedTest
    @CsvSource({
        "windows-1251, \u0411\u0430\u043a\u0443",
        "EUC-KR, \ub144\ub3c4",
        "Shift_JIS, \u65e5\u672c\u8a9e",
        "GBK, \u65b0\u95fb",
        "Big5, \u65b0\u805e",
        "ISO-8859-9, \u0130stanbul",
        "windows-1256, \u0623\u062e\u0628\u0627\u0631"
    })
    void readsWhatTheDocumentDeclares(String charset, String title) {
        // given
        String xml = "<?xml version='1.0' encoding='" + charset + "'?>" + FEED.formatted(title);

        // when
        String read = title(xml.getBytes(Charset.forName(charset)), "application/xml");

        // then
        assertThat(read).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void tellsWideCharactersWithAndWithoutAMark(String charset) {
        assertThat(title(FEED.formatted("\u0411").getBytes(Charset.forName(charset)), "text/xml"))
                .isEqualTo("\u0411");
        assertThat(title(("\ufeff" + FEED.formatted("\u0411")).getBytes(Charset.forName(charset)), "text/xml"))
                .isEqualTo("\u0411");
    }

    @Test
    void believesTheTransportBeforeTheDocument() {
        // given
        String xml = "<?xml version='1.0' encoding='utf-8'?>" + FEED.formatted("\u0411\u0430\u043a\u0443");

        // when
        String read = title(xml.getBytes(Charset.forName("windows-1251")), "text/xml; charset=windows-1251");

        // then
        assertThat(read).isEqualTo("\u0411\u0430\u043a\u0443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/xml; charset=iso-8859-1", "text/xml; charset=windows-1251", "text/xml; charset=us-ascii"})
    void believesTheBytesBeforeAServersDefault(String type) {
        assertThat(title(FEED.formatted("caf\u00e9").getBytes(UTF_8), type)).isEqualTo("caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/xml", "text/xml; charset=utf-8", "text/xml; charset=unheard-of", "text/xml; charset=utf-16"
            })
    void readsWindows1252WhereNothingElseCanBe(String type) {
        // given
        byte[] bytes = FEED.formatted("\u201ccaf\u00e9\u201d and more").getBytes(Charset.forName("windows-1252"));

        // when
        ParseResult.Articles read = (ParseResult.Articles) Feeds.read(bytes, type);

        // then
        assertThat(read.articles().get(0).title()).isEqualTo("\u201ccaf\u00e9\u201d and more");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void mendsUtf8WithAStrangersParagraphInIt() {
        // given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<rss><channel><item><title>\u00e9\u00e8\u00ea ".getBytes(UTF_8));
        bytes.writeBytes("\u2019s".getBytes(Charset.forName("windows-1252")));
        bytes.writeBytes("</title></item></channel></rss>".getBytes(UTF_8));

        // when
        String read = title(bytes.toByteArray(), "application/xml");

        // then
        assertThat(read).isEqualTo("\u00e9\u00e8\u00ea \u2019s");
    }

    @Test
    void readsControlsOfLatin1AsWhatTheyWereMeantToBe() {
        assertThat(title(FEED.formatted("don&#146;t").getBytes(UTF_8), "text/xml"))
                .isEqualTo("don\u2019t");
    }

    private static String title(byte[] bytes, String type) {
        return ((ParseResult.Articles) Feeds.read(bytes, type))
                .articles()
                .get(0)
                .title();
    }
}
