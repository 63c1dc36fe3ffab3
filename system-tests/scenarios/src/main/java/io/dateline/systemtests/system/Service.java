package io.dateline.systemtests.system;

import java.nio.file.Path;

/** The three services, and where each listens in a system whose ports start at a base. */
public enum Service {
    STORE("store-service", 0),
    INGEST("ingest-service", 1),
    ENRICH("enrich-service", 2);

    private final String module;
    private final int offset;

    Service(String module, int offset) {
        this.module = module;
        this.offset = offset;
    }

    public int port(int base) {
        return base + offset;
    }

    public int managementPort(int base) {
        return base + 10 + offset;
    }

    /** The jar that {@code mvn package} leaves; another where the property {@code dateline.jar.MODULE} names one. */
    public Path jar() {
        String other = System.getProperty("dateline.jar." + module);
        return other != null
                ? Path.of(other)
                : Checkout.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public String module() {
        return module;
    }
}
