package io.dateline.ingest.bulk;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Imports as their users see them. */
final class ImportStore {
    private final Database database;

    ImportStore(Database database) {
        this.database = database;
    }

    /** @param fresh false where this path was being imported already */
    record Created(Import stored, boolean fresh) {}

    /** The one that runs or is paused, where the same path is being imported. */
    Created create(String path, ImportKind kind, String source, int rate, int files, long bytes) {
        String id = "import-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return database.transaction(connection -> {
            boolean fresh = Sql.update(connection, """
                            INSERT INTO imports (id, path, kind, source, rate, total_files, total_bytes)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (path) WHERE state IN ('running', 'paused') DO NOTHING
                            """, id, path, kind.label(), source, rate, files, bytes) == 1;
            String condition = fresh ? "id = ?" : "path = ? AND state IN ('running', 'paused')";
            List<Import> found = select(connection, condition, fresh ? id : path);
            return new Created(found.get(0), fresh);
        });
    }

    Optional<Import> find(String id) {
        return database.transaction(
                connection -> select(connection, "id = ?", id).stream().findFirst());
    }

    /** The newest first, those before one; null for the first page. */
    List<Import> list(String before, int limit) {
        String condition = before == null
                ? "?::text IS NULL"
                : "(created_at, id) < (SELECT created_at, id FROM imports WHERE id = ?)";
        return database.transaction(connection ->
                select(connection, condition + " ORDER BY created_at DESC, id DESC LIMIT " + limit, before));
    }

    /**
     * Moves an import to another state where it is in one of those named; else nothing happens.
     *
     * @return as it is then; empty where there is none
     */
    Optional<Import> move(String id, Import.State to, List<Import.State> from) {
        return database.transaction(connection -> {
            boolean over = to == Import.State.CANCELED;
            Sql.update(connection, """
                    UPDATE imports SET state = ?, reason = NULL, detail = NULL,
                        finished_at = CASE WHEN ? THEN now() END
                    WHERE id = ? AND state = ANY(?) AND NOT EXISTS (
                        SELECT 1 FROM imports other WHERE other.path = imports.path AND other.id <> imports.id
                        AND other.state IN ('running', 'paused'))
                    """, label(to), over, id, Sql.texts(connection, from, ImportStore::label));
            return select(connection, "id = ?", id).stream().findFirst();
        });
    }

    static String label(Import.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static List<Import> select(Connection connection, String condition, String value) throws SQLException {
        return Sql.list(connection, ImportRows.COLUMNS + " WHERE " + condition, ImportRows::view, value);
    }
}
