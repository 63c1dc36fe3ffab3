package io.dateline.ingest.bulk;

import static io.dateline.ingest.bulk.WarcFile.html;
import static io.dateline.ingest.bulk.WarcFile.http;
import static io.dateline.ingest.bulk.WarcFile.join;
import static io.dateline.ingest.bulk.WarcFile.packed;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParseResult.Fault;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.parse.PushReader;
import io.dateline.ingest.parse.RefusedArticle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WarcRecordsTest {
    private static final int MAX = 2_000;

    @TempDir
    Path folder;

    private final List<Document> seen = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsPagesAndPassesOverAllElse(boolean gzip) throws IOException {
        // given
        WarcFile warc = new WarcFile(gzip)
                .record("warcinfo", "", "software: test\r\n".getBytes(StandardCharsets.UTF_8), 16)
                .record("request", "", "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8), 18)
                .page("one")
                .response("picture", "", http("Content-Type: image/png", new byte[] {1, 2, 3}))
                .response(
                        "gone",
                        "",
                        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx".getBytes(StandardCharsets.UTF_8))
                .page("two");

        // when
        List<ImportedRecord> all = read(warc, 0, 0);

        // then
        assertThat(titles(all)).containsExactly("one", "two");
        assertThat(all).filteredOn(ImportedRecord::isSkipped).hasSize(4);
        assertThat(all).extracting(ImportedRecord::offset).isEqualTo(warc.starts());
        assertThat(all.get(2).fetchedAt()).isEqualTo(Instant.parse("2016-05-04T03:02:01Z"));
        assertThat(seen.get(0).url()).isEqualTo("https://news.example.org/one");
        assertThat(seen.get(0).contentType()).isEqualTo("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnFromAnyRecord(boolean gzip) throws IOException {
        // given
        WarcFile warc = new WarcFile(gzip).page("one").page("two").page("three");

        // when, then
        assertThat(titles(read(warc, warc.starts().get(1), 1))).containsExactly("two", "three");
        assertThat(read(warc, warc.starts().get(2), 2))
                .extracting(ImportedRecord::number)
                .containsExactly(3L);
    }

    @Test
    void undoesTransferAndContentCodings() throws IOException {
        // given
        byte[] page = html("coded");
        byte[] packed = packed(page);
        byte[] chunked = join(
                (Integer.toHexString(packed.length) + "\r\n").getBytes(StandardCharsets.US_ASCII),
                packed,
                "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        WarcFile warc = new WarcFile(true)
                .response("a", "", http("Content-Type: text/html\r\nContent-Encoding: gzip", packed))
                .response(
                        "b",
                        "",
                        http(
                                "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
                                chunked))
                .response("c", "", http("Content-Type: text/html\r\nContent-Encoding: gzip", page))
                .response("d", "", http("Content-Type: text/html\r\nContent-Encoding: br", page));

        // when
        List<ImportedRecord> all = read(warc, 0, 0);

        // then
        assertThat(titles(all)).containsExactly("coded", "coded", "coded");
        assertThat(codes(all)).containsExactly("bad-encoding");
    }

    @Test
    void takesTheLargestRecordAndRejectsOneByteMore() throws IOException {
        // given
        byte[] head = http("Content-Type: text/html", new byte[0]);
        byte[] fits = Arrays.copyOf(html("fits"), MAX - head.length);
        byte[] large = Arrays.copyOf(html("large"), MAX - head.length + 1);
        byte[] bomb = packed(new byte[MAX + 1]);
        WarcFile warc = new WarcFile(true)
                .response("a", "", http("Content-Type: text/html", fits))
                .response("b", "", http("Content-Type: text/html", large))
                .response("c", "", http("Content-Type: text/html\r\nContent-Encoding: gzip", bomb))
                .page("after");

        // when
        List<ImportedRecord> all = read(warc, 0, 0);

        // then
        assertThat(titles(all)).containsExactly("fits", "after");
        assertThat(codes(all)).containsExactly("too-large", "too-large");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsTheNextRecordBehindABrokenOne(boolean gzip) throws IOException {
        // given
        byte[] garbage = "this is no record at all\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        WarcFile warc = new WarcFile(gzip)
                .page("one")
                .raw(gzip ? packed(garbage) : garbage)
                .page("two")
                .response("bad", "", "no http at all".getBytes(StandardCharsets.UTF_8))
                .page("three");

        // when
        List<ImportedRecord> all = read(warc, 0, 0);

        // then
        assertThat(titles(all)).containsExactly("one", "two", "three");
        assertThat(codes(all)).hasSize(2).containsOnly("malformed-record");
    }

    @ParameterizedTest
    @CsvSource({"false,-1", "false,-200", "false,999999999999", "true,-1", "true,999999999999", "true,3"})
    void isNotLedAstrayByALengthThatIsALie(boolean gzip, long length) throws IOException {
        // given
        byte[] block = http("Content-Type: text/html", html("liar"));
        String more = "WARC-Target-URI: https://news.example.org/liar\r\nContent-Type: application/http\r\n";
        WarcFile warc = new WarcFile(gzip)
                .page("one")
                .record("response", more, block, length)
                .page("two");

        // when
        List<ImportedRecord> all = read(warc, 0, 0);

        // then
        assertThat(titles(all)).contains("one", "two").doesNotContain("liar");
        assertThat(codes(all)).isNotEmpty();
    }

    @Test
    void goesOnBehindDamagedCompression() throws IOException {
        // given
        WarcFile warc =
                new WarcFile(true).page("one").page("damaged").page("two").page("three");
        byte[] bytes = warc.bytes();
        int middle = (int) (warc.starts().get(1) + warc.starts().get(2)) / 2;
        Arrays.fill(bytes, middle - 20, middle + 20, (byte) 0x55);

        // when
        List<ImportedRecord> all = read(new WarcFile(true).raw(bytes), 0, 0);

        // then
        assertThat(titles(all)).containsExactly("one", "two", "three");
        assertThat(codes(all)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysThatTheLastRecordBreaksOff(boolean gzip) throws IOException {
        // given
        WarcFile warc = new WarcFile(gzip).page("one").page("cut");
        byte[] cut = Arrays.copyOf(warc.bytes(), warc.bytes().length - 40);

        // when
        List<ImportedRecord> all = read(new WarcFile(gzip).raw(cut), 0, 0);

        // then
        assertThat(titles(all)).containsExactly("one");
        assertThat(codes(all)).containsExactly("truncated");
    }

    @Test
    void rejectsPagesThatTheArchiveHoldsOnlyInPart() throws IOException {
        // given
        WarcFile warc = new WarcFile(true)
                .response("a", "WARC-Truncated: length\r\n", http("Content-Type: text/html", html("part")));

        // when, then
        assertThat(codes(read(warc, 0, 0))).containsExactly("truncated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\u001f", "not an archive, only text that goes on for a while\r\n\r\n"})
    void endsWhereThereIsNoArchive(String content) throws IOException {
        // given
        WarcFile warc = new WarcFile(false).raw(content.getBytes(StandardCharsets.ISO_8859_1));

        // when, then
        assertThat(titles(read(warc, 0, 0))).isEmpty();
    }

    private List<ImportedRecord> read(WarcFile warc, long offset, long number) throws IOException {
        List<ImportedRecord> all = new ArrayList<>();
        Path file = warc.write(folder);
        SteadyReader.Opening opening =
                () -> new WarcRecords(FileChannel.open(file), offset, number, MAX, this::article);
        try (SteadyReader reader = new SteadyReader(opening, offset, number)) {
            for (ImportedRecord one = reader.next(); one != null; one = reader.next()) {
                all.add(one);
            }
        }
        return all;
    }

    /** The title of a page, as an article. */
    private ParseResult article(Document page) {
        seen.add(page);
        String title = Jsoup.parse(page.text()).title();
        try {
            String json = "{\"title\": \"" + title + "\"}";
            return new ParseResult.Articles(
                    "page", List.of(PushReader.read(json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)), List.of());
        } catch (RefusedArticle e) {
            return new ParseResult.Refused(ProblemCode.INVALID_ARTICLE, e.getMessage());
        }
    }

    private static List<String> titles(List<ImportedRecord> records) {
        return records.stream()
                .flatMap(record -> record.articles().stream())
                .map(ParsedArticle::title)
                .toList();
    }

    private static List<String> codes(List<ImportedRecord> records) {
        return records.stream()
                .flatMap(record -> record.faults().stream())
                .map(Fault::code)
                .toList();
    }
}
