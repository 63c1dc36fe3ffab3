package io.dateline.ingest.bulk;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.ParseResult;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a web archive (ISO 28500, WARC 1.0 and 1.1): answers 200 with HTML; all else is passed over. A record that
 * is broken is a fault, and the next one is looked for behind it. Offsets are bytes of the file.
 */
final class WarcRecords implements RecordReader {
    private static final int OK = 200;

    private final FileChannel channel;
    private final WarcReader reader;
    private final WarcSearch search;
    private final long maxRecord;
    private final PageReader pages;
    private long number;
    private long lastStart = -1;
    private long faultAt = -1;
    private long retriedAt = -1;
    private boolean over;

    /**
     * @param offset where to begin: the start of a record
     * @param number of the record before
     */
    WarcRecords(FileChannel channel, long offset, long number, long maxRecord, PageReader pages) throws IOException {
        this.channel = channel;
        this.number = number;
        this.maxRecord = maxRecord;
        this.pages = pages;
        // The reader tells by the first bytes whether records are compressed, and these stand at the beginning.
        this.reader = new WarcReader(channel.position(0));
        this.search = new WarcSearch(channel, reader.compression() == WarcCompression.GZIP);
        if (offset > 0) {
            reader.position(offset);
        }
    }

    @Override
    public ImportedRecord next() throws IOException {
        while (!over) {
            try {
                Optional<WarcRecord> record = reader.next();
                if (record.isEmpty()) {
                    over = true;
                    break;
                }
                requireSound(record.get(), reader.position());
                number++;
                lastStart = reader.position();
                return read(record.get(), lastStart);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                long bad = Math.max(lastStart, reader.position());
                if (bad > lastStart && bad != retriedAt) {
                    // What was wrong may be left of the record before, whose length was too short.
                    retriedAt = bad;
                    reader.position(bad);
                    continue;
                }
                // A fault in a record's body shows when the page is read, and once more when the record is left.
                boolean known = bad == faultAt;
                number += bad == lastStart ? 0 : 1;
                skipBehind(bad);
                if (!known) {
                    return fault(bad, e);
                }
            }
        }
        return null;
    }

    /** A length that is a lie must lead neither in a circle nor past everything that follows. */
    private void requireSound(WarcRecord record, long offset) throws IOException {
        long size = record.body().size();
        if (size < 0 || offset <= lastStart) {
            throw new ParsingException("a length below zero");
        }
        if (reader.compression() == WarcCompression.NONE && offset + size > channel.size()) {
            throw new EOFException("longer than the file");
        }
    }

    private void skipBehind(long bad) throws IOException {
        long next = search.recordAfter(bad);
        if (next < 0) {
            over = true;
        } else {
            reader.position(next);
        }
    }

    private ImportedRecord read(WarcRecord record, long offset) throws ClosedByInterruptException {
        try {
            if (!(record instanceof WarcResponse response)) {
                return ImportedRecord.skipped(offset, number);
            }
            if (record.body().size() > maxRecord) {
                throw new Payload.Refused("too-large", "The record is larger than " + maxRecord + " bytes.");
            }
            return page(response, offset);
        } catch (Payload.Refused e) {
            return ImportedRecord.fault(offset, number, e.code(), e.getMessage());
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return fault(offset, e);
        } catch (StackOverflowError e) {
            return ImportedRecord.fault(offset, number, "malformed-record", "The page is nested too deeply.");
        }
    }

    private ImportedRecord page(WarcResponse response, long offset) throws IOException, Payload.Refused {
        HttpResponse http = response.http();
        if (http.status() < 100) {
            throw new ParsingException("an answer without a status");
        }
        String type = http.headers().first("Content-Type").orElse(null);
        if (http.status() != OK || !isPage(response, type)) {
            return ImportedRecord.skipped(offset, number);
        }
        if (response.headers().first("WARC-Truncated").isPresent()) {
            throw new Payload.Refused("truncated", "The archive says that it holds only part of the page.");
        }
        byte[] bytes = Payload.read(
                http.body().stream(), http.headers().first("Content-Encoding").orElse(null), maxRecord);
        String url = response.headers()
                .first("WARC-Target-URI")
                .map(uri -> uri.replaceAll("^<|>$", ""))
                .orElseThrow(() -> new Payload.Refused("malformed-record", "The record names no address."));
        ParseResult result = pages.read(new Document(bytes, type, url));
        if (result instanceof ParseResult.Articles articles
                && !articles.articles().isEmpty()) {
            return new ImportedRecord(offset, number, articles.articles(), articles.faults(), date(response));
        }
        if (result instanceof ParseResult.Refused refused) {
            return ImportedRecord.fault(offset, number, refused.code().code(), refused.detail());
        }
        return ImportedRecord.fault(offset, number, ProblemCode.INVALID_ARTICLE.code(), "The page holds no article.");
    }

    private static boolean isPage(WarcResponse response, String contentType) {
        String type = contentType != null
                ? contentType
                : response.headers().first("WARC-Identified-Payload-Type").orElse("");
        String base = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return base.equals("text/html") || base.equals("application/xhtml+xml");
    }

    private static Instant date(WarcRecord record) {
        try {
            return record.headers().first("WARC-Date").map(Instant::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private ImportedRecord fault(long offset, Exception e) {
        faultAt = offset;
        return e instanceof EOFException
                ? ImportedRecord.fault(offset, number, "truncated", "The record breaks off.")
                : ImportedRecord.fault(
                        offset,
                        number,
                        "malformed-record",
                        "The record cannot be read: " + e.getClass().getSimpleName() + ".");
    }

    @Override
    public long consumed() {
        return reader.position();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        channel.close();
    }
}
