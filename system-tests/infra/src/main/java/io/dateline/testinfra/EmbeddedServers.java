package io.dateline.testinfra;

import io.dateline.local.kafka.LocalKafka;
import io.dateline.local.postgres.LocalPostgres;
import io.dateline.local.process.Ports;
import io.dateline.local.process.RuntimeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** The servers that {@code deploy/up} starts, on free ports and in a folder that goes with them. */
final class EmbeddedServers implements Servers {
    private final Path folder;
    private final LocalKafka kafka;
    private final Path runtime;
    private LocalPostgres postgres;
    private Path postgresFolder;
    private LocalPostgres standby;
    private Path standbyFolder;

    EmbeddedServers(int advertisedKafkaPort) {
        this(advertisedKafkaPort, newFolder());
    }

    EmbeddedServers(int advertisedKafkaPort, Path folder) {
        this.folder = folder;
        runtime = RuntimeFolder.find();
        // Of their own, for they listen there again after each kill: of those that the system gives, it may give one
        // away meanwhile.
        int ports = Ports.freeRange(3);
        kafka = new LocalKafka(
                folder.resolve("kafka"),
                runtime,
                ports,
                ports + 1,
                advertisedKafkaPort == 0 ? ports : advertisedKafkaPort);
        postgresFolder = folder.resolve("postgres");
        postgres = newPostgres(postgresFolder, ports + 2);
    }

    private LocalPostgres newPostgres(Path folder, int port) {
        return new LocalPostgres(folder, runtime, port, PASSWORD);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("dateline-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        kafka.launch();
        postgres.launch();
        postgres.awaitReady();
        kafka.awaitReady();
    }

    @Override
    public void stop() {
        // The data goes too, so there is nothing to end in order.
        if (kafka.process() != null) {
            kafka.kill();
        }
        if (postgres.process() != null) {
            postgres.stop();
        }
        if (standby != null && standby.process() != null) {
            standby.stop();
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void killKafka() {
        kafka.kill();
    }

    @Override
    public void stopKafka() {
        kafka.stop();
    }

    @Override
    public void startKafka() {
        kafka.start();
    }

    @Override
    public void killPostgres() {
        postgres.kill();
    }

    @Override
    public void stopPostgres() {
        postgres.stop();
    }

    @Override
    public void startPostgres() {
        postgres.start();
    }

    @Override
    public boolean startStandby() {
        standbyFolder = postgresFolder.resolveSibling(postgresFolder.getFileName() + "-standby");
        standby = newPostgres(standbyFolder, Ports.freeRange(1));
        Standby.follow(postgres, postgresFolder.resolve("data"), standby, standbyFolder.resolve("data"));
        return true;
    }

    @Override
    public boolean promoteStandby() {
        if (standby == null) {
            return false;
        }
        postgres.kill();
        Standby.promote(standby);
        postgres = standby;
        postgresFolder = standbyFolder;
        standby = null;
        return true;
    }

    @Override
    public Map<String, Long> pids() {
        return Map.of(
                "kafka", kafka.process().pid(), "postgresql", postgres.process().pid());
    }

    @Override
    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    @Override
    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }
}
