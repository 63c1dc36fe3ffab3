package io.dateline.ingest.bulk;

import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.StoreUnavailable;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.publish.BrokerUnavailable;
import io.dateline.ingest.publish.Intake;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works at imports in threads of their own, where an import folder is set. A worker uses one database connection at a
 * time. A missing folder fails the start.
 */
@ApplicationScoped
class ImportWorkers {
    private static final Logger LOG = Logger.getLogger(ImportWorkers.class);

    private final IngestConfig config;
    private final ImportQueue queue;
    private final Intake intake;
    private final PageReader pages;
    private final InstantSource clock;
    private ImportFolder folder;
    private ScheduledExecutorService threads;

    ImportWorkers(IngestConfig config, Database database, Intake intake, PageReader pages, InstantSource clock) {
        this.config = config;
        this.queue = new ImportQueue(database, config.imports().lease());
        this.intake = intake;
        this.pages = pages;
        this.clock = clock;
    }

    /** Empty where none is set. */
    Optional<ImportFolder> folder() {
        return Optional.ofNullable(folder);
    }

    void start(@Observes StartupEvent started) throws IOException {
        IngestConfig.Imports settings = config.imports();
        if (settings.folder().isEmpty() || settings.folder().get().isBlank()) {
            return;
        }
        folder = new ImportFolder(Path.of(settings.folder().get()));
        if (settings.workers() == 0) {
            return;
        }
        RecordReaders readers = new RecordReaders(
                folder,
                DocumentReader.ofEverything(clock),
                pages,
                settings.maxRecord().asLongValue(),
                config.files().maxFile().asLongValue(),
                clock);
        Importer importer = new Importer(
                folder,
                readers,
                new BulkIntake(intake, clock, settings.defaultSource()),
                queue,
                settings.chunk(),
                settings.share(),
                settings.lease());
        threads = Executors.newScheduledThreadPool(settings.workers(), task -> new Thread(task, "import"));
        for (int i = 0; i < settings.workers(); i++) {
            threads.scheduleWithFixedDelay(
                    () -> work(importer), 0, settings.idle().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (threads != null) {
            // A batch under way is finished or read again; the rest between two batches is broken off.
            threads.shutdownNow();
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.info("an import is still at a batch; its lease ends by itself");
            }
        }
    }

    private void work(Importer importer) {
        try {
            Optional<LeasedImport> mine = queue.claim();
            while (mine.isPresent() && !threads.isShutdown()) {
                run(importer, mine.get());
                mine = queue.claim();
            }
        } catch (StoreUnavailable | BrokerUnavailable e) {
            LOG.warnf("imports wait: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("imports could not be looked at; trying again", e);
        }
    }

    private void run(Importer importer, LeasedImport mine) {
        try {
            importer.run(mine);
        } catch (InterruptedException e) {
            queue.release(mine);
            Thread.currentThread().interrupt();
        } catch (BrokerUnavailable e) {
            queue.release(mine);
            throw e;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "import %s failed", mine.id());
            queue.end(mine, "internal", "Something failed on our side; it may be resumed.");
        }
    }
}
