package io.dateline.ingest.bulk;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.parse.PushReader;
import io.dateline.ingest.parse.RefusedArticle;
import io.dateline.ingest.push.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.InstantSource;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;

/** An article a line, as pushed. Offsets are bytes of the lines themselves, decompressed where the file is gzip. */
final class NdjsonRecords implements RecordReader {
    private static final Logger LOG = Logger.getLogger(NdjsonRecords.class);
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final LineReader lines;
    private final long maxLine;
    private final long start;
    private final InstantSource clock;
    private long number;

    /**
     * @param offset where to begin
     * @param number of the line before
     */
    NdjsonRecords(FileChannel channel, boolean gzip, long offset, long number, long maxLine, InstantSource clock)
            throws IOException {
        this.channel = channel;
        this.maxLine = maxLine;
        this.start = offset;
        this.number = number;
        this.clock = clock;
        InputStream in = Channels.newInputStream(gzip ? channel : channel.position(offset));
        if (gzip) {
            in = new GZIPInputStream(in, BUFFER);
            // What is compressed cannot be entered in the middle.
            in.skipNBytes(offset);
        }
        this.lines = new LineReader(in, maxLine, Long.MAX_VALUE);
    }

    @Override
    public ImportedRecord next() throws IOException {
        long offset = start + lines.consumed();
        LineReader.Line line = lines.next();
        if (line == null) {
            return null;
        }
        number++;
        if (line.blank()) {
            return ImportedRecord.skipped(offset, number);
        }
        if (line.tooLong()) {
            return ImportedRecord.fault(
                    offset, number, ProblemCode.TOO_LARGE.code(), "The line is longer than " + maxLine + " bytes.");
        }
        try {
            return ImportedRecord.of(offset, number, PushReader.read(line.bytes(), clock.instant()));
        } catch (RefusedArticle e) {
            return ImportedRecord.fault(offset, number, e.code().code(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a line of an import cannot be read", e);
            return ImportedRecord.fault(offset, number, "internal", "The line could not be read.");
        }
    }

    @Override
    public long consumed() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
