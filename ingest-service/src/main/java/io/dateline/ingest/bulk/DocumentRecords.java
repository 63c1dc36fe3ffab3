package io.dateline.ingest.bulk;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.files.FileTypes;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParsedArticle;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** A wire file or any other document, as the watched folder reads it. Offsets count its articles. */
final class DocumentRecords implements RecordReader {
    private final FileChannel channel;
    private final List<ParsedArticle> articles = new ArrayList<>();
    private final List<ParseResult.Fault> faults = new ArrayList<>();
    private int at;
    private boolean told;

    /**
     * @param offset how many of its articles were read before
     * @param max    bytes of the file
     */
    DocumentRecords(FileChannel channel, String name, long offset, long max, DocumentReader reader) throws IOException {
        this.channel = channel;
        this.at = Math.toIntExact(offset);
        byte[] bytes = Channels.newInputStream(channel).readNBytes((int) Math.min(Integer.MAX_VALUE - 8, max + 1));
        if (bytes.length > max) {
            faults.add(new ParseResult.Fault(
                    0, ProblemCode.TOO_LARGE.code(), "The file is larger than " + max + " bytes."));
            return;
        }
        ParseResult result = reader.read(new Document(bytes, FileTypes.of(name), null));
        if (result instanceof ParseResult.Articles read) {
            articles.addAll(read.articles());
            // What is wrong with a document as a whole matters only where nothing could be read of it.
            read.faults().stream()
                    .filter(fault -> fault.at() > 0 || articles.isEmpty())
                    .forEach(faults::add);
            if (articles.isEmpty() && faults.isEmpty()) {
                faults.add(new ParseResult.Fault(0, ProblemCode.MALFORMED_DOCUMENT.code(), "No article was found."));
            }
        } else if (result instanceof ParseResult.Refused refused) {
            faults.add(new ParseResult.Fault(0, refused.code().code(), refused.detail()));
        }
    }

    @Override
    public ImportedRecord next() {
        if (at < articles.size()) {
            at++;
            return ImportedRecord.of(at - 1L, at, articles.get(at - 1));
        }
        if (told || faults.isEmpty()) {
            return null;
        }
        told = true;
        return new ImportedRecord(articles.size(), articles.size(), List.of(), faults, null);
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
