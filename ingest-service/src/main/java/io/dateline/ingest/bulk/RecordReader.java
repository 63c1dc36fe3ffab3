package io.dateline.ingest.bulk;

import java.io.Closeable;
import java.io.IOException;

/** Reads the records of one file in order. A bad record is an answer like any other. Not thread-safe. */
interface RecordReader extends Closeable {
    /**
     * Null after the last.
     *
     * @throws IOException where the rest of the file cannot be read
     */
    ImportedRecord next() throws IOException;

    /** Bytes of the file that were read so far, for telling how far we are. */
    long consumed() throws IOException;
}
