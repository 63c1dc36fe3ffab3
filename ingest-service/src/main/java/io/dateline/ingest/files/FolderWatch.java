package io.dateline.ingest.files;

import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.publish.Intake;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at the watched folder again and again, where one is set. A missing or unwritable folder fails the start. */
@ApplicationScoped
class FolderWatch {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class);

    private final IngestConfig.Files config;
    private final Intake intake;
    private final InstantSource clock;
    private ScheduledExecutorService thread;

    FolderWatch(IngestConfig config, Intake intake, InstantSource clock) {
        this.config = config.files();
        this.intake = intake;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) throws IOException {
        if (config.folder().isEmpty() || config.folder().get().isBlank()) {
            return;
        }
        WireFolder folder = new WireFolder(Path.of(config.folder().get()), config.settle(), config.lease());
        folder.create();
        FileIntake files = new FileIntake(
                folder,
                DocumentReader.ofEverything(clock),
                intake,
                clock,
                config.maxFile().asLongValue(),
                config.defaultSource());
        thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "watched-folder"));
        thread.scheduleWithFixedDelay(() -> look(files), 0, config.every().toMillis(), TimeUnit.MILLISECONDS);
        LOG.infof("watching a folder for wire files");
    }

    private static void look(FileIntake files) {
        try {
            files.run();
        } catch (IOException | RuntimeException e) {
            LOG.error("the watched folder could not be looked at; trying again", e);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (thread != null) {
            thread.shutdown();
            thread.awaitTermination(5, TimeUnit.SECONDS);
        }
    }
}
