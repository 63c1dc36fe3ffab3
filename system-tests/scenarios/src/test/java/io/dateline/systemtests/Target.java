package io.dateline.systemtests;

import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The system a journey goes through: one of its own, or one that runs already (in containers, say), named by
 * {@code DATELINE_STORE_URL}, {@code DATELINE_INGEST_URL}, {@code DATELINE_ENRICH_URL} and {@code DATELINE_FILES} (the
 * folder that holds {@code incoming/}).
 */
interface Target extends AutoCloseable {
    String url(Service service);

    void dropWireFile(String name, byte[] content);

    @Override
    void close();

    /** @param environment for the services of an own system; one that runs already has its own */
    static Target choose(Map<String, String> environment) {
        String store = System.getenv("DATELINE_STORE_URL");
        return store == null ? new Own(Dateline.start(environment)) : new Running(store);
    }

    /** Started for the test. */
    record Own(Dateline dateline) implements Target {
        @Override
        public String url(Service service) {
            return dateline.url(service);
        }

        @Override
        public void dropWireFile(String name, byte[] content) {
            dateline.dropWireFile(name, content);
        }

        @Override
        public void close() {
            dateline.close();
        }
    }

    /** Somebody else's; left as it is. */
    record Running(String store) implements Target {
        @Override
        public String url(Service service) {
            return service == Service.STORE ? store : System.getenv("DATELINE_" + service.name() + "_URL");
        }

        @Override
        public void dropWireFile(String name, byte[] content) {
            Path incoming = Path.of(System.getenv("DATELINE_FILES"), "incoming");
            try {
                Path growing = Files.write(incoming.resolve("." + name), content);
                Files.move(growing, incoming.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            // Not ours to stop.
        }
    }
}
