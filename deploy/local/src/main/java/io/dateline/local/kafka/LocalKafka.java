package io.dateline.local.kafka;

import io.dateline.local.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka, one node that is broker and controller, as a child process with its data in a folder. Started again on
 * the same folder it resumes. Not thread-safe.
 */
public final class LocalKafka {
    /** Any 22 characters of base64 do; the same on every machine, so that a folder can be moved. */
    private static final String CLUSTER_ID = "RGF0ZWxpbmVMb2NhbDAwMA";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /** After a crash it looks through what it had not flushed, up to a gigabyte a partition, before it answers. */
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(30);
    /** Kafka leaves it in its data when it ends in order, and takes it away when it starts. */
    private static final String CLEAN = ".kafka_cleanshutdown";

    private final Path folder;
    private final Path runtime;
    private final int port;
    private final int controllerPort;
    private final int advertisedPort;
    private ChildProcess process;
    private Duration limit = START_LIMIT;

    /**
     * @param folder  for data, settings and log
     * @param runtime the folder of jars, see {@code RuntimeFolder}
     */
    public LocalKafka(Path folder, Path runtime, int port, int controllerPort) {
        this(folder, runtime, port, controllerPort, port);
    }

    /** @param advertisedPort at which clients are told to reach it: another than its own where a proxy stands before it */
    public LocalKafka(Path folder, Path runtime, int port, int controllerPort, int advertisedPort) {
        this.folder = folder.toAbsolutePath();
        this.runtime = runtime.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.advertisedPort = advertisedPort;
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and returns when it answers; throws with its last lines where it does not. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts it and returns at once; {@link #awaitReady} must follow. */
    public void launch() {
        Path settings = writeSettings();
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            format(settings);
            limit = START_LIMIT;
        } else {
            limit = Files.exists(folder.resolve("data").resolve(CLEAN)) ? START_LIMIT : RECOVERY_LIMIT;
        }
        process = java("kafka", "kafka.Kafka", List.of("-Xmx512m"), List.of(settings.toString()));
    }

    /** Returns when it answers; throws with its last lines where it ends or takes longer than a minute, or half an hour after a crash. */
    public void awaitReady() {
        long deadline = System.nanoTime() + limit.toNanos();
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100);
        try (Admin admin = Admin.create(config)) {
            while (true) {
                process.requireAlive();
                try {
                    if (!admin.describeCluster()
                            .nodes()
                            .get(2, TimeUnit.SECONDS)
                            .isEmpty()) {
                        return;
                    }
                } catch (ExecutionException | TimeoutException notYet) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException(
                                "Kafka did not answer within " + limit.toSeconds() + " s:\n"
                                        + String.join("\n", process.lastLines(20)),
                                notYet);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka was starting", e);
        }
    }

    /** The running process, or null before the first start. */
    public ChildProcess process() {
        return process;
    }

    /** Stops it in order. */
    public void stop() {
        if (process != null) {
            process.stop(Duration.ofSeconds(30));
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.kill();
    }

    private void format(Path settings) {
        ChildProcess format = java(
                "kafka format",
                "kafka.tools.StorageTool",
                // It lives for a second: compiling it well would take longer than running it.
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                List.of("format", "-t", CLUSTER_ID, "-c", settings.toString()));
        if (!format.ended(START_LIMIT)) {
            format.kill();
        }
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            throw new IllegalStateException(
                    "Kafka's folder could not be formatted:\n" + String.join("\n", format.lastLines(20)));
        }
    }

    private ChildProcess java(String name, String main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dlog4j2.configurationFile=" + logSettings().toUri(),
                "-cp",
                runtime + File.separator + "*",
                main));
        command.addAll(arguments);
        return ChildProcess.start(name, command, Map.of(), folder.resolve("kafka.log"));
    }

    private Path writeSettings() {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertisedPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty("log.dirs", folder.resolve("data").toString());
        // One node: what would be three copies is one.
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        // Topics are created from the catalogue, with their settings; a misspelt name must fail.
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("message.max.bytes", Integer.toString(9 * 1024 * 1024));
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // A killed service is noticed after this; restarts in tests and on laptops should not wait 45 s.
        settings.setProperty("group.min.session.timeout.ms", "3000");
        Path file = folder.resolve("server.properties");
        try {
            Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, "written at every start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path logSettings() {
        Path file = folder.resolve("log4j2.properties");
        try {
            Files.writeString(file, """
                    appender.console.type=Console
                    appender.console.name=console
                    appender.console.layout.type=PatternLayout
                    appender.console.layout.pattern=%d %p %m (%c{1})%n
                    rootLogger.level=WARN
                    rootLogger.appenderRef.console.ref=console
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
