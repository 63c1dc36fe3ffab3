package io.dateline.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.parse.ParseResult.Fault;
import io.dateline.ingest.parse.ParsedArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonRecordsTest {
    private static final String LINES = """
            {"title": "Ü one", "body": "x"}

            {"body": "no title"}
            {broken
            {"title": "two", "body": "y"}
            """.stripTrailing();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsEveryLineAndGoesOnFromAnyOfThem(boolean gzip) throws IOException {
        // given
        Path file = file(LINES, gzip);

        // when
        List<ImportedRecord> all = read(file, gzip, 0, 0);

        // then
        assertThat(titles(all)).containsExactly("Ü one", "two");
        assertThat(all).extracting(ImportedRecord::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(all.get(1).isSkipped()).isTrue();
        assertThat(all.get(2).faults()).extracting(Fault::code).containsExactly("invalid-article");
        assertThat(all.get(3).faults()).extracting(Fault::code).containsExactly("malformed-json");
        for (int i = 0; i < all.size(); i++) {
            ImportedRecord from = all.get(i);
            List<ImportedRecord> rest = read(file, gzip, from.offset(), from.number() - 1);
            assertThat(rest)
                    .extracting(ImportedRecord::offset)
                    .isEqualTo(all.subList(i, all.size()).stream()
                            .map(ImportedRecord::offset)
                            .toList());
            assertThat(rest.get(0).number()).isEqualTo(from.number());
        }
    }

    @Test
    void rejectsALineOneByteTooLongAlone() throws IOException {
        // given
        String longest = "{\"title\": \"" + "a".repeat(87) + "\"}";
        Path file = file(longest + "\n" + longest.replace("}", " }") + "\n{\"title\": \"last\"}", false);

        // when
        List<ImportedRecord> all = read(file, false, 0, 0);

        // then
        assertThat(longest).hasSize(100);
        assertThat(all.get(0).articles()).hasSize(1);
        assertThat(all.get(1).faults()).extracting(Fault::code).containsExactly("too-large");
        assertThat(all.get(2).articles()).hasSize(1);
    }

    @Test
    void saysWhereAFileBreaksOff() throws IOException {
        // given
        Path whole = file("{\"title\": \"one\"}\n".repeat(2000), true);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length - 12));

        // when
        List<ImportedRecord> all = new ArrayList<>();
        try (SteadyReader reader = new SteadyReader(() -> open(whole, true, 0, 0), 0, 0)) {
            for (ImportedRecord one = reader.next(); one != null; one = reader.next()) {
                all.add(one);
            }
        }

        // then
        ImportedRecord last = all.get(all.size() - 1);
        assertThat(all.get(0).articles()).hasSize(1);
        assertThat(last.faults()).extracting(Fault::code).containsExactly("truncated");
        assertThat(last.number()).isEqualTo(all.size());
    }

    private List<ImportedRecord> read(Path file, boolean gzip, long offset, long number) throws IOException {
        List<ImportedRecord> all = new ArrayList<>();
        try (NdjsonRecords records = open(file, gzip, offset, number)) {
            for (ImportedRecord one = records.next(); one != null; one = records.next()) {
                all.add(one);
            }
        }
        return all;
    }

    private static NdjsonRecords open(Path file, boolean gzip, long offset, long number) throws IOException {
        return new NdjsonRecords(FileChannel.open(file), gzip, offset, number, 100, InstantSource.system());
    }

    private static List<String> titles(List<ImportedRecord> records) {
        return records.stream()
                .flatMap(record -> record.articles().stream())
                .map(ParsedArticle::title)
                .toList();
    }

    private Path file(String lines, boolean gzip) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        if (gzip) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(bytes);
            }
            bytes = out.toByteArray();
        }
        return Files.write(folder.resolve("lines"), bytes);
    }
}
