package io.dateline.ingest.page;

import io.dateline.ingest.identity.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT verdict, rules FROM robots WHERE origin = ? AND expires_at > now()")) {
                statement.setString(1, origin);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Robots.Kept(row.getString(1), row.getBytes(2), Robots.KEPT))
                            : Optional.empty();
                }
            }
        });
    }

    static void keep(Connection connection, String origin, Robots.Kept kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO robots (origin, verdict, rules, expires_at)
                VALUES (?, ?, ?, now() + make_interval(secs => ?))
                ON CONFLICT (origin) DO UPDATE SET verdict = EXCLUDED.verdict, rules = EXCLUDED.rules,
                    expires_at = EXCLUDED.expires_at
                """)) {
            statement.setString(1, origin);
            statement.setString(2, kept.verdict());
            statement.setBytes(3, kept.text());
            statement.setDouble(4, kept.valid().toSeconds());
            statement.executeUpdate();
        }
    }
}
