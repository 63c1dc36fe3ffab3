package io.dateline.local.system;

import io.dateline.local.postgres.LocalPostgres;
import io.dateline.local.process.ClassArchive;
import io.dateline.local.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the services and the newsroom are started: command and environment. */
final class ServiceCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** More than enough for the three to write their archives on a busy machine; a few seconds on one at rest. */
    private static final Duration PATIENCE_WITH_ARCHIVE = Duration.ofSeconds(80);

    private static final String FETCH_ALLOW = "DATELINE_INGEST_FETCH_ALLOW";

    private final Path checkout;
    private final StateFolder state;
    private final PortPlan plan;
    private final boolean firstStart;

    ServiceCommand(Path checkout, StateFolder state, PortPlan plan) {
        this.checkout = checkout;
        this.state = state;
        this.plan = plan;
        this.firstStart = !Files.exists(state.kafka());
    }

    /** @throws StartFailed where a service has not been built */
    void requireBuilt(List<Part> parts) {
        for (Part part : parts) {
            if (part.service() && !Files.exists(jar(part))) {
                throw new StartFailed(part.label() + " is not built: " + jar(part) + " is missing");
            }
        }
    }

    List<String> command(Part part) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + part.heapMegabytes() + "m"));
        if (part == Part.NEWSROOM) {
            command.addAll(List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.dateline.local.cli.Main",
                    "newsroom",
                    "--folder",
                    state.newsroom().toString(),
                    "--port",
                    Integer.toString(plan.http(part))));
        } else {
            command.add("@" + jar(part).resolveSibling("jvm.options"));
            // Making it costs a start two seconds: not the first one, which somebody is waiting for.
            command.addAll(firstStart ? classes(part).use() : classes(part).useOrMake());
            extraOptions(part, command);
            command.addAll(List.of("-jar", jar(part).toString()));
        }
        return command;
    }

    /** How long a part is given to end when it is asked to. */
    Duration patience(Part part) {
        boolean making = part.service() && !firstStart && classes(part).use().isEmpty();
        return making ? PATIENCE_WITH_ARCHIVE : PATIENCE;
    }

    /** To be called when a part was stopped; {@code inOrder}: it ended when it was asked to. */
    void ended(Part part, boolean inOrder) {
        if (part.service() && !firstStart) {
            classes(part).keep(inOrder);
        }
    }

    private ClassArchive classes(Part part) {
        return new ClassArchive(jar(part));
    }

    /** {@code DATELINE_STORE_JAVA_OPTS} and the like, split at blanks. */
    private static void extraOptions(Part part, List<String> command) {
        String options = System.getenv("DATELINE_" + part.name() + "_JAVA_OPTS");
        if (options != null && !options.isBlank()) {
            command.addAll(List.of(options.strip().split("\\s+")));
        }
    }

    Map<String, String> environment(Part part) {
        Map<String, String> environment = new HashMap<>();
        if (!part.service()) {
            return environment;
        }
        // The C library keeps a heap for each few threads otherwise, and gives little of it back.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + plan.http(Part.KAFKA));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(plan.http(part)));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(plan.management(part)));
        if (state.keys().exist()) {
            environment.put("DATELINE_ACCESS_KEYS_FILE", state.keys().file().toString());
        }
        if (part != Part.ENRICH) {
            environment.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://127.0.0.1:" + plan.http(Part.POSTGRESQL) + "/" + LocalPostgres.DATABASE);
            environment.put("QUARKUS_DATASOURCE_USERNAME", LocalPostgres.USER);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", state.postgresPassword());
        }
        if (part == Part.STORE) {
            // Its feeds pages work through ingest.
            environment.put("DATELINE_STORE_INGEST_URL", "http://127.0.0.1:" + plan.http(Part.INGEST));
        }
        if (part == Part.INGEST) {
            environment.put("DATELINE_INGEST_FILES_FOLDER", state.files().toString());
            environment.put("DATELINE_INGEST_IMPORT_FOLDER", state.imports().toString());
            // Of private addresses, our own newsroom may be fetched, and what whoever started this allows besides.
            String newsroom = "127.0.0.1:" + plan.http(Part.NEWSROOM);
            String more = System.getenv(FETCH_ALLOW);
            environment.put(FETCH_ALLOW, more == null || more.isBlank() ? newsroom : newsroom + "," + more);
        }
        return environment;
    }

    private Path jar(Part part) {
        return checkout.resolve(part.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
