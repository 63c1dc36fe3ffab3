package io.dateline.testinfra;

import io.dateline.local.postgres.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * A second PostgreSQL that holds all that the first has committed, and can take its place. It is made of a copy of the
 * running server's folder, by hand: the binaries that are bundled hold no {@code pg_basebackup}.
 */
final class Standby {
    private static final String NAME = "standby";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** What belongs to the running process, and write-ahead log that is streamed instead. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    private static final Set<String> LEFT_EMPTY =
            Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_subtrans");

    private Standby() {}

    /**
     * Copies the first, starts the copy as {@code standby}, and returns when the first commits nothing that the standby has
     * not.
     *
     * @param from data folder of the first
     * @param to   data folder of the standby, not there yet
     */
    static void follow(LocalPostgres first, Path from, LocalPostgres standby, Path to) {
        try (Connection connection = connect(first);
                Statement statement = connection.createStatement()) {
            // Whatever is committed from here on is kept until the standby has it.
            statement.execute("SELECT pg_create_physical_replication_slot('" + NAME + "', true)");
            copy(statement, from, to);
            Files.writeString(to.resolve("standby.signal"), "");
            String leader = first.jdbcUrl().replaceFirst("^jdbc:postgresql://127\\.0\\.0\\.1:(\\d+)/.*$", "$1");
            String settings = """
                    primary_conninfo = 'host=127.0.0.1 port=%s user=%s password=%s application_name=%s'
                    primary_slot_name = '%s'
                    """.formatted(leader, Servers.USER, Servers.PASSWORD, NAME, NAME);
            Files.writeString(to.resolve("postgresql.auto.conf"), settings);
            standby.start();
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '" + NAME + "'");
            statement.execute("SELECT pg_reload_conf()");
            await(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("no standby could be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on it is no standby; returns when it takes writes. */
    static void promote(LocalPostgres standby) {
        try (Connection connection = connect(standby);
                Statement statement = connection.createStatement();
                ResultSet promoted = statement.executeQuery("SELECT pg_promote(true, " + LIMIT.toSeconds() + ")")) {
            promoted.next();
            if (!promoted.getBoolean(1)) {
                throw new IllegalStateException("the standby was not promoted within " + LIMIT.toSeconds() + " s");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the standby could not be promoted", e);
        }
    }

    private static Connection connect(LocalPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), Servers.USER, Servers.PASSWORD);
    }

    /** Begin and end of a backup belong to one session. */
    private static void copy(Statement statement, Path from, Path to) throws SQLException, IOException {
        statement.execute("SELECT pg_backup_start('" + NAME + "', true)");
        Files.createDirectories(to.getParent());
        Files.walkFileTree(from, new Copier(from, to));
        try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
            label.next();
            Files.writeString(to.resolve("backup_label"), label.getString(1));
        }
    }

    private static void await(Statement statement) throws SQLException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!inStep(statement)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the standby was not in step within " + LIMIT.toSeconds() + " s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean inStep(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_stat_replication WHERE application_name = '"
                + NAME + "' AND state = 'streaming' AND sync_state = 'sync'")) {
            return found.next();
        }
    }

    /** Copies what stays where it is; a file that goes while it is copied is in the write-ahead log. */
    private static final class Copier extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        private Path target(Path path) {
            return to.resolve(from.relativize(path).toString());
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
            return folder.getParent().equals(from)
                            && LEFT_EMPTY.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
                try {
                    Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException gone) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
