package io.dateline.ingest.bulk;

import io.dateline.ingest.parse.DocumentReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.InstantSource;
import java.util.Locale;

/** Opens each file with the reader for what it holds. Thread-safe. */
final class RecordReaders {
    private final ImportFolder folder;
    private final DocumentReader documents;
    private final PageReader pages;
    private final long maxRecord;
    private final long maxFile;
    private final InstantSource clock;

    /**
     * @param maxRecord bytes of a line or of a page
     * @param maxFile   bytes of a file that is one document
     */
    RecordReaders(
            ImportFolder folder,
            DocumentReader documents,
            PageReader pages,
            long maxRecord,
            long maxFile,
            InstantSource clock) {
        this.folder = folder;
        this.documents = documents;
        this.pages = pages;
        this.maxRecord = maxRecord;
        this.maxFile = maxFile;
        this.clock = clock;
    }

    /**
     * @param offset where the last run got to, 0 for the beginning
     * @param number of the record before that
     */
    RecordReader open(ImportFolder.Entry file, ImportKind kind, long offset, long number) {
        return new SteadyReader(() -> reader(file, kind, offset, number), offset, number);
    }

    private RecordReader reader(ImportFolder.Entry file, ImportKind kind, long offset, long number) throws IOException {
        FileChannel channel = folder.open(file.path());
        try {
            boolean gzip = file.name().toLowerCase(Locale.ROOT).endsWith(".gz");
            return switch (kind) {
                case NDJSON -> new NdjsonRecords(channel, gzip, offset, number, maxRecord, clock);
                case WARC -> new WarcRecords(channel, offset, number, maxRecord, pages);
                case FOLDER -> new DocumentRecords(channel, file.name(), offset, maxFile, documents);
            };
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
