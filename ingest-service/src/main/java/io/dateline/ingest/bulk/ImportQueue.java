package io.dateline.ingest.bulk;

import io.dateline.ingest.identity.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out imports that nobody works at, each to one worker of one instance. A worker that dies loses its lease, and
 * another goes on where the last batch ended; one that comes back late finds its token gone and writes nothing.
 */
final class ImportQueue {
    private final Database database;
    private final Duration lease;

    ImportQueue(Database database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** What a worker is told when it has written down how far it is. */
    enum Word {
        GO_ON,
        /** Written, but somebody paused or canceled it. */
        STOP,
        /** Not written: another worker has it. */
        LOST
    }

    /** The oldest one that waits. */
    Optional<LeasedImport> claim() {
        UUID token = UUID.randomUUID();
        return database.transaction(connection -> {
            LeasedImport found;
            String sql = ImportRows.COLUMNS + """
                     WHERE state = 'running' AND (leased_until IS NULL OR leased_until < now())
                    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
                    """;
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                found = ImportRows.leased(row, token);
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE imports SET leased_until = now() + make_interval(secs => ?), lease_token = ?,
                        started_at = coalesce(started_at, now()) WHERE id = ?
                    """)) {
                statement.setDouble(1, lease.toMillis() / 1000.0);
                statement.setObject(2, token);
                statement.setString(3, found.id());
                statement.executeUpdate();
            }
            return Optional.of(found);
        });
    }

    /** Writes down how far it is, which keeps it ours. */
    Word advance(LeasedImport mine) {
        Progress progress = mine.progress();
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE imports SET file = ?, file_offset = ?, file_record = ?, done_bytes = ?, accepted = ?,
                        unchanged = ?, sightings = ?, skipped = ?, rejected = ?::jsonb, report_bytes = ?,
                        busy_seconds = ?, leased_until = now() + make_interval(secs => ?)
                    WHERE id = ? AND lease_token = ? RETURNING state
                    """)) {
                statement.setString(1, progress.file);
                statement.setLong(2, progress.offset);
                statement.setLong(3, progress.record);
                statement.setLong(4, progress.doneBytes);
                statement.setLong(5, progress.accepted);
                statement.setLong(6, progress.unchanged);
                statement.setLong(7, progress.sightings);
                statement.setLong(8, progress.skipped);
                statement.setString(9, ImportRows.json(progress.rejected));
                statement.setLong(10, progress.reportBytes);
                statement.setDouble(11, progress.busySeconds);
                statement.setDouble(12, lease.toMillis() / 1000.0);
                statement.setString(13, mine.id());
                statement.setObject(14, mine.token());
                return word(statement);
            }
        });
    }

    /** Keeps it ours while a batch takes long. */
    Word keep(LeasedImport mine) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE imports SET leased_until = now() + make_interval(secs => ?)
                    WHERE id = ? AND lease_token = ? RETURNING state
                    """)) {
                statement.setDouble(1, lease.toMillis() / 1000.0);
                statement.setString(2, mine.id());
                statement.setObject(3, mine.token());
                return word(statement);
            }
        });
    }

    /** Lets another go on with it at once. */
    void release(LeasedImport mine) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE imports SET leased_until = NULL, lease_token = NULL WHERE id = ? AND lease_token = ?")) {
                statement.setString(1, mine.id());
                statement.setObject(2, mine.token());
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Ends it, unless somebody paused or canceled it meanwhile.
     *
     * @param reason stable code where it failed, null where it is done
     */
    void end(LeasedImport mine, String reason, String detail) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE imports SET state = CASE WHEN ?::text IS NULL THEN 'done' ELSE 'failed' END, reason = ?,
                        detail = ?, finished_at = now(), leased_until = NULL, lease_token = NULL
                    WHERE id = ? AND lease_token = ? AND state = 'running'
                    """)) {
                statement.setString(1, reason);
                statement.setString(2, reason);
                statement.setString(3, detail);
                statement.setString(4, mine.id());
                statement.setObject(5, mine.token());
                return statement.executeUpdate();
            }
        });
    }

    private static Word word(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Word.LOST;
            }
            return ImportRows.state(row.getString(1)) == Import.State.RUNNING ? Word.GO_ON : Word.STOP;
        }
    }
}
