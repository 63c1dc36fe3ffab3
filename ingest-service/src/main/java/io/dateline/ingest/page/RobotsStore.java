package io.dateline.ingest.page;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Robots rules as every instance shares them. */
final class RobotsStore {
    private final Database database;

    RobotsStore(Database database) {
        this.database = database;
    }

    /** Empty where they must be fetched. */
    Optional<Robots.Kept> find(String origin) {
        return database.transaction(connection -> Sql.first(
                connection,
                "SELECT verdict, rules FROM robots WHERE origin = ? AND expires_at > now()",
                row -> new Robots.Kept(row.getString(1), row.getBytes(2), Robots.KEPT),
                origin));
    }

    static void keep(Connection connection, String origin, Robots.Kept kept) throws SQLException {
        Sql.update(connection, """
                INSERT INTO robots (origin, verdict, rules, expires_at)
                VALUES (?, ?, ?, now() + make_interval(secs => ?))
                ON CONFLICT (origin) DO UPDATE SET verdict = EXCLUDED.verdict, rules = EXCLUDED.rules,
                    expires_at = EXCLUDED.expires_at
                """, origin, kept.verdict(), kept.text(), (double)
                kept.valid().toSeconds());
    }
}
