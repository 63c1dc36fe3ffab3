package io.dateline.ingest.bulk;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
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
        String sql = ImportRows.COLUMNS + """
                 WHERE state = 'running' AND (leased_until IS NULL OR leased_until < now())
                ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """;
        return database.transaction(connection -> {
            Optional<LeasedImport> found = Sql.first(connection, sql, row -> ImportRows.leased(row, token));
            if (found.isPresent()) {
                Sql.update(connection, """
                        UPDATE imports SET leased_until = now() + make_interval(secs => ?), lease_token = ?,
                            started_at = coalesce(started_at, now()) WHERE id = ?
                        """, seconds(), token, found.get().id());
            }
            return found;
        });
    }

    private double seconds() {
        return lease.toMillis() / 1000.0;
    }

    /** Writes down how far it is, which keeps it ours. */
    Word advance(LeasedImport mine) {
        Progress progress = mine.progress();
        return word(
                """
                UPDATE imports SET file = ?, file_offset = ?, file_record = ?, done_bytes = ?, accepted = ?,
                    unchanged = ?, sightings = ?, skipped = ?, rejected = ?::jsonb, report_bytes = ?,
                    busy_seconds = ?, leased_until = now() + make_interval(secs => ?)
                WHERE id = ? AND lease_token = ? RETURNING state
                """,
                progress.file,
                progress.offset,
                progress.record,
                progress.doneBytes,
                progress.accepted,
                progress.unchanged,
                progress.sightings,
                progress.skipped,
                ImportRows.json(progress.rejected),
                progress.reportBytes,
                progress.busySeconds,
                seconds(),
                mine.id(),
                mine.token());
    }

    /** Keeps it ours while a batch takes long. */
    Word keep(LeasedImport mine) {
        return word("""
                UPDATE imports SET leased_until = now() + make_interval(secs => ?)
                WHERE id = ? AND lease_token = ? RETURNING state
                """, seconds(), mine.id(), mine.token());
    }

    /** Lets another go on with it at once. */
    void release(LeasedImport mine) {
        database.transaction(connection -> Sql.update(
                connection,
                "UPDATE imports SET leased_until = NULL, lease_token = NULL WHERE id = ? AND lease_token = ?",
                mine.id(),
                mine.token()));
    }

    /**
     * Ends it, unless somebody paused or canceled it meanwhile.
     *
     * @param reason stable code where it failed, null where it is done
     */
    void end(LeasedImport mine, String reason, String detail) {
        database.transaction(
                connection -> Sql.update(connection, """
                UPDATE imports SET state = CASE WHEN ?::text IS NULL THEN 'done' ELSE 'failed' END, reason = ?,
                    detail = ?, finished_at = now(), leased_until = NULL, lease_token = NULL
                WHERE id = ? AND lease_token = ? AND state = 'running'
                """, reason, reason, detail, mine.id(), mine.token()));
    }

    private Word word(String sql, Object... values) {
        return database.transaction(connection -> Sql.first(connection, sql, row -> row.getString(1), values))
                .map(state -> ImportRows.state(state) == Import.State.RUNNING ? Word.GO_ON : Word.STOP)
                .orElse(Word.LOST);
    }
}
