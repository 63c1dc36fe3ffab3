package io.dateline.ingest.bulk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.jboss.logging.Logger;

/** Reads a file that may not let itself be opened or read to its end: that is one bad record more, the last. */
final class SteadyReader implements RecordReader {
    private static final Logger LOG = Logger.getLogger(SteadyReader.class);

    private final Opening opening;
    private RecordReader reader;
    private boolean over;
    private long offset;
    private long number;

    /** Opens the file. */
    @FunctionalInterface
    interface Opening {
        RecordReader open() throws IOException;
    }

    /** @param offset, number where the last run got to */
    SteadyReader(Opening opening, long offset, long number) {
        this.opening = opening;
        this.offset = offset;
        this.number = number;
    }

    /** @throws ClosedByInterruptException where we are to stop: that is no fault of the file's */
    @Override
    public ImportedRecord next() throws ClosedByInterruptException {
        if (over) {
            return null;
        }
        try {
            if (reader == null) {
                reader = opening.open();
            }
            ImportedRecord record = reader.next();
            over = record == null;
            if (!over) {
                offset = record.offset();
                number = record.number();
            }
            return record;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (EOFException e) {
            return last("truncated", "The file breaks off.");
        } catch (IOException e) {
            LOG.warnf("a file of an import cannot be read: %s", e.getClass().getSimpleName());
            return last("unreadable", "The file, or the rest of it, cannot be read.");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a file of an import cannot be read on", e);
            return last("internal", "The rest of the file could not be taken in.");
        }
    }

    private ImportedRecord last(String code, String detail) {
        over = true;
        return ImportedRecord.fault(offset, number + 1, code, detail);
    }

    @Override
    public long consumed() throws IOException {
        return reader == null ? 0 : reader.consumed();
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
