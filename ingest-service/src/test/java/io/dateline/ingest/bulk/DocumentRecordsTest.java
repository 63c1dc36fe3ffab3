package io.dateline.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentRecordsTest {
    private static final String ITEM = "<item><title>t</title><description>d</description></item>";

    @TempDir
    Path folder;

    @Test
    void readsTheArticlesOfADocumentAndGoesOnFromAnyOfThem() throws IOException {
        // given
        Path file = file("<rss><channel>" + ITEM.repeat(3) + "<item></item></channel></rss>");

        // when
        List<ImportedRecord> all = read(file, 0, 10_000);
        List<ImportedRecord> rest = read(file, 2, 10_000);

        // then
        assertThat(all).extracting(ImportedRecord::offset).containsExactly(0L, 1L, 2L, 3L);
        assertThat(all.get(3).faults()).extracting(Fault::code).containsExactly("invalid-article");
        assertThat(rest).extracting(ImportedRecord::offset).containsExactly(2L, 3L);
    }

    @Test
    void doesNotCountAFaultOfTheWholeDocumentWhereItsArticlesGotIn() throws IOException {
        // given
        Path file = file("<rss><channel>" + ITEM.repeat(2) + "<item><title>cut o");

        // when
        List<ImportedRecord> all = read(file, 0, 10_000);

        // then
        assertThat(all).filteredOn(record -> !record.articles().isEmpty()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(all)
                .flatExtracting(ImportedRecord::faults)
                .extracting(Fault::at)
                .doesNotContain(0);
    }

    @Test
    void takesTheLargestFileAndRejectsOneByteMore() throws IOException {
        // given
        Path file = file("<rss><channel>" + ITEM + "</channel></rss>");
        int size = (int) Files.size(file);

        // when, then
        assertThat(read(file, 0, size)).flatExtracting(ImportedRecord::articles).hasSize(1);
        assertThat(read(file, 0, size - 1))
                .flatExtracting(ImportedRecord::faults)
                .extracting(Fault::code)
                .containsExactly("too-large");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("feed.xml"), text);
    }

    private static List<ImportedRecord> read(Path file, long offset, long max) throws IOException {
        List<ImportedRecord> all = new ArrayList<>();
        DocumentReader reader = DocumentReader.ofEverything(InstantSource.system());
        try (DocumentRecords records = new DocumentRecords(FileChannel.open(file), "feed.xml", offset, max, reader)) {
            for (ImportedRecord one = records.next(); one != null; one = records.next()) {
                all.add(one);
            }
        }
        return all;
    }
}
