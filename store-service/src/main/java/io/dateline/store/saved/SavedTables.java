package io.dateline.store.saved;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.sql.Sql;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Saved queries in their table. Every call works on the connection it is given. */
final class SavedTables {
    static final int MOST = 1_000;
    /** The secret before a rotation goes on signing for so long. */
    static final Duration OVERLAP = Duration.ofDays(1);
    /** Of so many, the latest: each is one more signature in a header of every delivery. */
    static final int OLD_SECRETS = 5;

    private static final String SELECT = """
            SELECT s.*, coalesce(s.position, (SELECT live_seq FROM webhook_cursor)) AS at,
                (SELECT count(*) FROM webhook_deliveries AS d WHERE d.saved_id = s.id AND d.state = 'pending') AS pending
            FROM saved_queries AS s
            """;
    private static final String LAST = "(SELECT last FROM change_counter)";

    private final SecureRandom random;

    SavedTables(SecureRandom random) {
        this.random = random;
    }

    List<SavedQuery> list(Connection connection) throws SQLException {
        return Sql.rows(connection, SELECT + " ORDER BY lower(s.name), s.id", SavedTables::query);
    }

    Optional<SavedQuery> get(Connection connection, String id) throws SQLException {
        return Sql.first(connection, SELECT + " WHERE s.id = ?", SavedTables::query, id);
    }

    /** @throws ProblemException {@code too-many-saved-queries} or {@code invalid-saved-query} */
    SavedQuery insert(Connection connection, Draft draft, Instant now) throws SQLException {
        // Positions stand still meanwhile, and nobody else adds one.
        WebhookCursor.lock(connection);
        int saved = Sql.first(connection, "SELECT count(*) FROM saved_queries", row -> row.getInt(1))
                .orElseThrow();
        if (saved >= MOST) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_SAVED_QUERIES,
                    "There are " + MOST + " of them: delete one that nobody needs.");
        }
        String id = id();
        Sql.update(
                connection,
                "INSERT INTO saved_queries (id, name, query, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
                id,
                draft.name(),
                draft.query(),
                now,
                now);
        Optional<WebhookSecret> made = hook(connection, id, draft.hook(), now);
        return shown(connection, id, made);
    }

    /** Empty where there is none of this id. What was parked goes on. */
    Optional<SavedQuery> replace(Connection connection, String id, Draft draft, Instant now) throws SQLException {
        WebhookCursor.lock(connection);
        int found = Sql.update(
                connection,
                "UPDATE saved_queries SET name = ?, query = ?, updated_at = ? WHERE id = ?",
                draft.name(),
                draft.query(),
                now,
                id);
        if (found == 0) {
            return Optional.empty();
        }
        return Optional.of(shown(connection, id, hook(connection, id, draft.hook(), now)));
    }

    boolean delete(Connection connection, String id) throws SQLException {
        return Sql.update(connection, "DELETE FROM saved_queries WHERE id = ?", id) > 0;
    }

    private SavedQuery shown(Connection connection, String id, Optional<WebhookSecret> made) throws SQLException {
        SavedQuery saved = get(connection, id).orElseThrow();
        return made.map(saved::showing).orElse(saved);
    }

    /** The secret that was made, where one was. */
    private Optional<WebhookSecret> hook(Connection connection, String id, Draft.Hook hook, Instant now)
            throws SQLException {
        if (hook == null) {
            Sql.update(connection, "DELETE FROM webhook_deliveries WHERE saved_id = ?", id);
            Sql.update(connection, "DELETE FROM webhook_old_secrets WHERE saved_id = ?", id);
            Sql.update(
                    connection,
                    "UPDATE saved_queries SET url = NULL, secret = NULL, position = NULL, failed_in_row = 0,"
                            + " failing_since = NULL, parked_at = NULL, parked_reason = NULL WHERE id = ?",
                    id);
            return Optional.empty();
        }
        Optional<WebhookSecret> before = Sql.first(
                connection,
                "SELECT secret FROM saved_queries WHERE id = ? AND secret IS NOT NULL",
                row -> WebhookSecret.of(row.getBytes(1)),
                id);
        boolean had = before.isPresent();
        Optional<WebhookSecret> made = hook.secret() == null && (hook.rotate() || !had)
                ? Optional.of(WebhookSecret.generate(random))
                : Optional.empty();
        WebhookSecret secret = made.orElse(hook.secret());
        if (secret != null && !(had && secret.same(before.get()))) {
            if (had) {
                remember(connection, id, before.get(), secret, now);
            }
            Sql.update(
                    connection,
                    "UPDATE saved_queries SET secret = ?, url = ? WHERE id = ?",
                    secret.bytes(),
                    hook.url(),
                    id);
        }
        start(connection, id, hook, had, now);
        return made;
    }

    /** The one before goes on signing for its own day, and those before it for what is left of theirs. */
    private static void remember(
            Connection connection, String id, WebhookSecret before, WebhookSecret secret, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM webhook_old_secrets WHERE saved_id = ? AND (until <= ? OR secret IN (?, ?))",
                id,
                now,
                before.bytes(),
                secret.bytes());
        Sql.update(
                connection,
                "INSERT INTO webhook_old_secrets (saved_id, secret, until) VALUES (?, ?, ?)",
                id,
                before.bytes(),
                now.plus(OVERLAP));
        Sql.update(
                connection,
                "DELETE FROM webhook_old_secrets WHERE saved_id = ? AND secret NOT IN (SELECT secret"
                        + " FROM webhook_old_secrets WHERE saved_id = ? ORDER BY until DESC LIMIT ?)",
                id,
                id,
                OLD_SECRETS);
    }

    private static void start(Connection connection, String id, Draft.Hook hook, boolean had, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "UPDATE saved_queries SET url = ?, failed_in_row = 0, failing_since = NULL, parked_at = NULL,"
                        + " parked_reason = NULL WHERE id = ?",
                hook.url(),
                id);
        Long from = hook.from() == null && !had ? Long.valueOf(Draft.NOW) : hook.from();
        if (from == null) {
            Sql.update(
                    connection,
                    "UPDATE webhook_deliveries SET attempts = 0, unreadable = 0, next_at = ?"
                            + " WHERE saved_id = ? AND state = 'pending'",
                    now,
                    id);
            return;
        }
        Sql.update(connection, "DELETE FROM webhook_deliveries WHERE saved_id = ? AND state = 'pending'", id);
        Sql.update(
                connection,
                "UPDATE saved_queries SET position = least(CASE WHEN ? < 0 THEN " + LAST + " ELSE ? END, " + LAST
                        + ") WHERE id = ?",
                from,
                from,
                id);
    }

    private String id() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return "sq-" + HexFormat.of().formatHex(bytes);
    }

    private static SavedQuery query(ResultSet row) throws SQLException {
        String url = row.getString("url");
        SavedQuery.Webhook webhook = url == null
                ? null
                : new SavedQuery.Webhook(
                        url,
                        row.getLong("at"),
                        row.getInt("pending"),
                        Sql.instant(row, "failing_since"),
                        Sql.instant(row, "parked_at"),
                        row.getString("parked_reason"),
                        null);
        return new SavedQuery(
                row.getString("id"),
                row.getString("name"),
                row.getString("query"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                webhook);
    }
}
