package io.dateline.systemtests.system;

import io.dateline.local.process.ChildProcess;
import io.dateline.local.process.ClassArchive;
import io.dateline.local.process.Ports;
import io.dateline.testinfra.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole Dateline of its own: real Kafka, real PostgreSQL, three service JVMs, on free ports and in a folder that goes
 * with it. Each process can be killed and started again on its data. Not thread-safe.
 */
public final class Dateline implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofSeconds(180);

    /** What the ports of a second and a third instance lie above the first's. */
    private static final int SECOND_OFFSET = 6;

    private static final int THIRD_OFFSET = 3;

    private final Http http = new Http();
    private final Path folder;
    private final int base;
    private final Servers servers;
    private final Map<Service, ChildProcess> services = new EnumMap<>(Service.class);
    private final Map<Service, List<ChildProcess>> others = new EnumMap<>(Service.class);
    private final Map<String, String> environment;
    private final List<String> options;
    private boolean closed;

    private Dateline(Servers servers, Path folder, int base, Map<String, String> environment, List<String> options) {
        this.servers = servers;
        this.folder = folder;
        this.base = base;
        this.environment = environment;
        this.options = options;
    }

    /** Starts everything and returns when the services are ready. */
    public static Dateline start() {
        return start(Map.of());
    }

    /** @param environment given to each service besides what it needs */
    public static Dateline start(Map<String, String> environment) {
        return start(Servers.create(), environment);
    }

    /**
     * @param servers     not started yet
     * @param environment given to each service; goes before what it is given otherwise, the servers' addresses too
     */
    public static Dateline start(Servers servers, Map<String, String> environment) {
        return start(servers, List.of(Service.values()), environment, List.of("-Xmx384m"));
    }

    /**
     * Starts one service with its Kafka and PostgreSQL, without the others.
     *
     * @param options of its JVM, after its own
     */
    public static Dateline startOnly(Service service, Map<String, String> environment, List<String> options) {
        return start(Servers.create(), List.of(service), environment, options);
    }

    private static Dateline start(
            Servers servers, List<Service> wanted, Map<String, String> environment, List<String> options) {
        Dateline dateline = new Dateline(servers, newFolder(), Ports.freeRange(20), environment, options);
        Runtime.getRuntime().addShutdownHook(new Thread(dateline::close, "end the system under test"));
        try {
            dateline.startAll(wanted);
        } catch (RuntimeException e) {
            dateline.close();
            throw e;
        }
        return dateline;
    }

    private void startAll(List<Service> wanted) {
        servers.start();
        servers.createTopics();
        wanted.forEach(this::launch);
        wanted.forEach(this::awaitReady);
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + service.port(base);
    }

    /** Its Kafka and its PostgreSQL. */
    public Servers servers() {
        return servers;
    }

    public ChildProcess process(Service service) {
        return services.get(service);
    }

    /** All instances of a service, the first one first. */
    public List<ChildProcess> processes(Service service) {
        List<ChildProcess> all = new ArrayList<>(List.of(services.get(service)));
        all.addAll(others.getOrDefault(service, List.of()));
        return all;
    }

    public void kill(Service service) {
        services.get(service).kill();
    }

    /** Starts a service and returns at once. */
    public void launch(Service service) {
        services.put(service, launch(service, service.port(base), service.managementPort(base)));
    }

    /** Starts a second instance of a service, on ports of its own, and returns it when it is ready. */
    public Instance startSecond(Service service) {
        return startAnother(service, SECOND_OFFSET);
    }

    /** As {@link #startSecond}. */
    public Instance startThird(Service service) {
        return startAnother(service, THIRD_OFFSET);
    }

    private Instance startAnother(Service service, int offset) {
        int port = base + offset + service.port(0);
        int managementPort = base + offset + service.managementPort(0);
        others.computeIfAbsent(service, none -> new ArrayList<>()).add(launch(service, port, managementPort));
        Instance instance = new Instance(port, managementPort);
        Await.until("another " + service + " to be ready", READY_LIMIT, () -> http.ok(instance.readyUrl()));
        return instance;
    }

    /** Ends a service in order: it is given the time to finish what it has begun. */
    public void stop(Service service) {
        services.get(service).stop(Duration.ofSeconds(20));
    }

    /** Ends the instances after the first in order, the last one first. */
    public void stopOthers(Service service) {
        List<ChildProcess> going = others.remove(service);
        for (int i = going.size() - 1; i >= 0; i--) {
            going.get(i).stop(Duration.ofSeconds(20));
        }
    }

    /** Ends the instances after the first as a power cut would. */
    public void killOthers(Service service) {
        List<ChildProcess> gone = others.remove(service);
        if (gone != null) {
            gone.forEach(ChildProcess::kill);
        }
    }

    /** The first instance of a service. */
    public Instance instance(Service service) {
        return new Instance(service.port(base), service.managementPort(base));
    }

    /** As {@code deploy/up} does from its second start on: starts a service that is stopped, and lets its end lay out its classes. */
    public void archiveClasses(Service service) {
        ClassArchive archive = new ClassArchive(service.jar());
        services.put(service, launch(service, service.port(base), service.managementPort(base), archive.useOrMake()));
        awaitReady(service);
        archive.keep(services.get(service).stop(Duration.ofSeconds(30)));
    }

    private ChildProcess launch(Service service, int port, int managementPort) {
        return launch(service, port, managementPort, new ClassArchive(service.jar()).use());
    }

    private ChildProcess launch(Service service, int port, int managementPort, List<String> classes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + service.jar().resolveSibling("jvm.options"));
        command.addAll(classes);
        command.addAll(options);
        command.addAll(List.of("-jar", service.jar().toString()));
        Map<String, String> settings = new HashMap<>();
        settings.put("MALLOC_ARENA_MAX", "2");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", servers.jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", Servers.USER);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", Servers.PASSWORD);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        settings.put("DATELINE_STORE_INGEST_URL", "http://127.0.0.1:" + Service.INGEST.port(base));
        settings.put("DATELINE_INGEST_FILES_FOLDER", folder.resolve("files").toString());
        settings.putAll(environment);
        return ChildProcess.start(
                service.module(), command, settings, folder.resolve(service.module() + port + ".log"));
    }

    /** Returns when a service is ready; throws with its last lines where it ends or takes too long. */
    public void awaitReady(Service service) {
        ChildProcess process = services.get(service);
        try {
            Await.until(service + " to be ready", READY_LIMIT, () -> {
                process.requireAlive();
                return http.ok(instance(service).readyUrl());
            });
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + String.join("\n", process.lastLines(30)), e);
        }
    }

    /** Puts a file where wire files are taken from, as an agency's receiver would: whole, under its final name. */
    public void dropWireFile(String name, byte[] content) {
        Path incoming = folder.resolve("files/incoming");
        try {
            Files.createDirectories(incoming);
            Path growing = Files.write(incoming.resolve("." + name), content);
            Files.move(growing, incoming.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU seconds that each of its processes on this machine has used so far, by name. */
    public Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        services.forEach((service, process) -> seconds.put(service.module(), CpuTime.seconds(process.pid())));
        servers.pids().forEach((name, pid) -> seconds.put(name, CpuTime.seconds(pid)));
        return seconds;
    }

    /** Copies what the services have logged, which goes with the folder, to where somebody may read it. */
    public void keepLogs(Path to) {
        try (var files = Files.list(folder)) {
            Files.createDirectories(to);
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                Files.copy(log, to.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends everything and removes the folder; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        others.values().forEach(each -> each.forEach(ChildProcess::kill));
        services.values().forEach(ChildProcess::kill);
        servers.stop();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("dateline-system");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
