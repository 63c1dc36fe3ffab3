package io.dateline.local.postgres;

import io.dateline.local.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL as a child process with its data in a folder; fsync and synchronous commit are on. Started again on
 * the same folder it resumes. Not thread-safe.
 */
public final class LocalPostgres {
    public static final String USER = "dateline";
    public static final String DATABASE = "dateline";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** Of the message with which it refuses to start while sessions of the server before it are still there. */
    private static final String STILL_IN_USE = "pre-existing shared memory block";
    /** PostgreSQL's state while it goes through its log after a crash: what was long in the writing takes long. */
    private static final String STARTING_UP = "57P03";
    /** Stopped before it is through, it would begin anew each time. */
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(30);

    /** Sessions of a server that was killed end by themselves as soon as they notice. */
    private static final Duration SESSIONS_END = Duration.ofSeconds(20);

    private final Path folder;
    private final Path runtime;
    private final int port;
    private final String password;
    private ChildProcess process;

    /**
     * @param folder   for data and log
     * @param runtime  the folder of jars, see {@code RuntimeFolder}
     * @param password of {@link #USER}; set when the folder is first made
     */
    public LocalPostgres(Path folder, Path runtime, int port, String password) {
        this.folder = folder.toAbsolutePath();
        this.runtime = runtime.toAbsolutePath();
        this.port = port;
        this.password = password;
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Starts it and returns when it answers; throws with its last lines where it does not. */
    public void start() {
        launch();
        awaitReady();
    }

    /**
     * Starts it and returns at once, or where the one before it was killed as soon as nothing of that is left;
     * {@link #awaitReady} must follow.
     */
    public void launch() {
        Path home = PostgresBinaries.unpacked(runtime);
        Path data = folder.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(home, data);
        }
        List<String> command = asOrdinaryUser(home.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=200",
                "shared_buffers=256MB",
                "max_wal_size=2GB",
                "wal_compression=on",
                "log_min_messages=warning",
                // A statement that failed is logged without its text: it could hold an article.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse")) {
            command.addAll(List.of("-c", setting));
        }
        boolean crashed = Files.exists(data.resolve("postmaster.pid"));
        process = ChildProcess.start("postgresql", command, Map.of(), folder.resolve("postgresql.log"));
        long deadline = System.nanoTime() + SESSIONS_END.toNanos();
        while (crashed && ends(deadline) && sessionsAreLeft() && System.nanoTime() < deadline) {
            process = ChildProcess.start("postgresql", command, Map.of(), folder.resolve("postgresql.log"));
        }
    }

    /** Whether it ends rather than listen. */
    private boolean ends(long deadline) {
        while (!process.ended(Duration.ofMillis(100))) {
            if (listens() || System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean sessionsAreLeft() {
        return process.lastLines(20).stream().anyMatch(line -> line.contains(STILL_IN_USE));
    }

    /**
     * Returns when it answers and the database is there; throws with its last lines where it ends, or says nothing for a
     * minute. While it recovers from a crash it is waited for.
     */
    public void awaitReady() {
        long began = System.nanoTime();
        while (true) {
            process.requireAlive();
            try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password)) {
                createDatabase(connection);
                return;
            } catch (SQLException notYet) {
                Duration limit = STARTING_UP.equals(notYet.getSQLState()) ? RECOVERY_LIMIT : START_LIMIT;
                if (System.nanoTime() - began > limit.toNanos()) {
                    throw new IllegalStateException(
                            "PostgreSQL did not answer within " + limit.toSeconds() + " s:\n"
                                    + String.join("\n", process.lastLines(20)),
                            notYet);
                }
                pause();
            }
        }
    }

    /** The running process, or null before the first start. */
    public ChildProcess process() {
        return process;
    }

    /** Stops it in order: the "fast" shutdown, which ends sessions and writes everything down. */
    public void stop() {
        if (process != null && process.alive()) {
            signal("-INT");
            if (!process.ended(Duration.ofSeconds(30))) {
                process.kill();
            }
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.kill();
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void initialise(Path home, Path data) {
        Path passwordFile = folder.resolve("initdb.password");
        try {
            Files.createDirectories(folder);
            // What an earlier try that was cut off left behind would pass for a database.
            Path fresh = folder.resolve("data.new");
            PostgresBinaries.delete(fresh);
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            List<String> command = asOrdinaryUser(home.resolve("bin/initdb").toString());
            command.addAll(List.of(
                    "-D",
                    fresh.toString(),
                    "-U",
                    USER,
                    "-E",
                    "UTF8",
                    // Sorted by code point on every machine, folded as Unicode says.
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--no-instructions"));
            ChildProcess initdb = ChildProcess.start("initdb", command, Map.of(), folder.resolve("postgresql.log"));
            if (!initdb.ended(START_LIMIT)) {
                initdb.kill();
                throw new IllegalStateException(
                        "PostgreSQL's folder was not made within " + START_LIMIT.toSeconds() + " s.");
            }
            if (initdb.exitCode() != 0) {
                throw new IllegalStateException(
                        "PostgreSQL's folder could not be made:\n" + String.join("\n", initdb.lastLines(20)));
            }
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace of its own makes it somebody else without a second account. */
    private static List<String> asOrdinaryUser(String program) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program);
        return command;
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (found.next()) {
                return;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }
}
