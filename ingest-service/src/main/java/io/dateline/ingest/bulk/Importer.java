package io.dateline.ingest.bulk;

import io.dateline.contracts.http.ProblemException;
import io.dateline.ingest.bulk.ImportFolder.Entry;
import io.dateline.ingest.bulk.ImportQueue.Word;
import io.dateline.ingest.publish.ChunkLimit;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Works at one import: read a batch, take it in, and only then write down how far it is. What dies in between leaves a
 * batch to be read again, whose articles are then known. Thread-safe.
 */
final class Importer {
    private static final Logger LOG = Logger.getLogger(Importer.class);

    private final ImportFolder folder;
    private final RecordReaders readers;
    private final BulkIntake intake;
    private final ImportQueue queue;
    private final int chunk;
    private final double share;
    private final Duration lease;

    Importer(
            ImportFolder folder,
            RecordReaders readers,
            BulkIntake intake,
            ImportQueue queue,
            int chunk,
            double share,
            Duration lease) {
        this.folder = folder;
        this.readers = readers;
        this.intake = intake;
        this.queue = queue;
        this.chunk = chunk;
        this.share = share;
        this.lease = lease;
    }

    /**
     * Returns when it is over, paused, or somebody else's.
     *
     * @throws InterruptedException where we are to stop; another may go on
     */
    void run(LeasedImport mine) throws InterruptedException {
        try (RejectedReport report = new RejectedReport(folder.report(mine.id()), mine.progress().reportBytes)) {
            Run run = new Run(mine, report);
            if (run.all(folder.files(mine.path()))) {
                queue.end(mine, null, null);
            } else {
                queue.release(mine);
            }
        } catch (ClosedByInterruptException e) {
            // The thread stays interrupted, and what is to be written down now must not fail for it.
            Thread.interrupted();
            throw new InterruptedException("stopped while a file was read or the report written");
        } catch (ProblemException e) {
            queue.end(mine, e.problem().code(), e.problem().detail());
        } catch (IOException e) {
            LOG.errorf(e, "import %s: its report cannot be written", mine.id());
            queue.end(mine, "report-not-written", "The report of rejected records cannot be written.");
        }
    }

    /** One run at one import. */
    private final class Run {
        private final LeasedImport mine;
        private final Progress progress;
        private final RejectedReport report;
        private final Pace pace;
        private final ChunkLimit limit;
        private long keptAt = System.nanoTime();

        Run(LeasedImport mine, RejectedReport report) {
            this.mine = mine;
            this.progress = mine.progress();
            this.report = report;
            this.pace = new Pace(mine.rate(), share);
            // No batch is worth more than a second, so that a low rate does not outlast the lease.
            this.limit = new ChunkLimit(Math.max(1, Math.min(chunk, mine.rate())));
        }

        /** False where it was stopped or lost. */
        boolean all(List<Entry> files) throws IOException, InterruptedException {
            long before = 0;
            String resumeAt = progress.file;
            for (Entry file : files) {
                int order = resumeAt == null ? 1 : file.name().compareTo(resumeAt);
                boolean begun = order == 0;
                if (order > 0 || begun && progress.offset != Progress.END) {
                    if (!begun) {
                        progress.offset = 0;
                        progress.record = 0;
                    }
                    progress.file = file.name();
                    if (!one(file, before)) {
                        return false;
                    }
                }
                before += file.bytes();
            }
            return true;
        }

        private boolean one(Entry file, long before) throws IOException, InterruptedException {
            ImportKind kind = mine.kind() == ImportKind.FOLDER ? ImportKind.ofFile(file.name()) : mine.kind();
            try (RecordReader reader = readers.open(file, kind, progress.offset, progress.record)) {
                ImportedRecord record = reader.next();
                while (true) {
                    long began = System.nanoTime();
                    List<ImportedRecord> batch = new ArrayList<>();
                    long characters = 0;
                    while (record != null && !limit.reached(batch.size(), characters)) {
                        batch.add(record);
                        characters += characters(record);
                        if (!keep()) {
                            return false;
                        }
                        record = reader.next();
                    }
                    intake.take(batch, file.name(), kind, mine.source(), progress, report);
                    progress.reportBytes = report.flush();
                    progress.offset = record == null ? Progress.END : record.offset();
                    progress.record =
                            batch.isEmpty() ? progress.record : last(batch).number();
                    progress.doneBytes =
                            before + (record == null ? file.bytes() : Math.min(file.bytes(), reader.consumed()));
                    Duration worked = Duration.ofNanos(System.nanoTime() - began);
                    int real =
                            (int) batch.stream().filter(one -> !one.isSkipped()).count();
                    Duration rest = pace.rest(real, worked);
                    progress.busySeconds += worked.plus(rest).toNanos() / 1e9;
                    if (queue.advance(mine) != Word.GO_ON) {
                        return false;
                    }
                    keptAt = System.nanoTime();
                    if (record == null) {
                        return true;
                    }
                    Thread.sleep(rest.toMillis());
                }
            }
        }

        private boolean keep() {
            if (System.nanoTime() - keptAt < lease.toNanos() / 3) {
                return true;
            }
            keptAt = System.nanoTime();
            return queue.keep(mine) == Word.GO_ON;
        }
    }

    private static long characters(ImportedRecord record) {
        return record.articles().stream().mapToLong(ChunkLimit::characters).sum();
    }

    private static ImportedRecord last(List<ImportedRecord> batch) {
        return batch.get(batch.size() - 1);
    }
}
