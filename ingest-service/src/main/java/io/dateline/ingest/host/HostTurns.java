package io.dateline.ingest.host;

import io.dateline.ingest.identity.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out hosts, each to one worker of one instance. Politeness lives here: a host is asked by whoever holds its turn,
 * and nobody gets the turn before the pause after the last one is over. A worker that dies loses its lease. All times
 * are the database's.
 */
public final class HostTurns {
    private final Duration lease;

    /** @param lease longer than anything a turn may take */
    public HostTurns(Duration lease) {
        this.lease = lease;
    }

    /**
     * Hosts whose turn has come, the longest due first, and what there is to do at each. Never waits for a lock. Where a
     * feed and a page are due at once they alternate, so that neither starves.
     */
    public List<Turn> claim(Connection connection, int most) throws SQLException {
        UUID token = UUID.randomUUID();
        List<String> hosts = lease(connection, token, most);
        if (hosts.isEmpty()) {
            return List.of();
        }
        List<Turn> turns = new ArrayList<>();
        List<Turn> idle = new ArrayList<>();
        String sql = """
                SELECT h.host, h.last_kind, f.id, p.feed_id, p.key, s.id
                FROM hosts h
                LEFT JOIN LATERAL (SELECT id FROM feeds WHERE turn_host = h.host AND NOT paused
                    AND next_poll_at <= now() ORDER BY next_poll_at LIMIT 1) f ON true
                LEFT JOIN LATERAL (SELECT feed_id, key FROM pages WHERE turn_host = h.host AND next_try_at <= now()
                    AND h.next_page_at <= now() ORDER BY next_try_at LIMIT 1) p ON true
                LEFT JOIN LATERAL (SELECT id FROM websub WHERE turn_host = h.host AND next_try_at <= now()
                    ORDER BY next_try_at LIMIT 1) s ON true
                WHERE h.host = ANY (?)
                """;
        for (Turn turn : Sql.list(connection, sql, row -> turn(row, token), Sql.texts(connection, hosts))) {
            (turn.kind() == null ? idle : turns).add(turn);
        }
        release(
                connection,
                idle.stream().map(one -> Release.after(one, Duration.ZERO)).toList());
        return turns;
    }

    /** The turn of one host for a request that a person waits for; empty where somebody has it, or the host rests. */
    public Optional<Turn> take(Connection connection, String host) throws SQLException {
        UUID token = UUID.randomUUID();
        Sql.update(connection, "INSERT INTO hosts (host) VALUES (?) ON CONFLICT DO NOTHING", host);
        boolean taken = Sql.update(connection, """
                        UPDATE hosts SET lease_token = ?, leased_until = now() + make_interval(secs => ?),
                               due_at = now() + make_interval(secs => ?)
                        WHERE host = ? AND next_allowed_at <= now() AND (lease_token IS NULL OR leased_until < now())
                        """, token, seconds(lease), seconds(lease), host) == 1;
        return taken ? Optional.of(new Turn(host, token, null, null, null)) : Optional.empty();
    }

    private static Turn turn(ResultSet row, UUID token) throws SQLException {
        String host = row.getString(1);
        boolean pageBefore = Turn.Kind.PAGE.name().equals(row.getString(2));
        if (row.getString(6) != null) {
            return new Turn(host, token, Turn.Kind.HUB, row.getString(6), null);
        }
        if (row.getString(4) != null && (row.getString(3) == null || !pageBefore)) {
            return new Turn(host, token, Turn.Kind.PAGE, row.getString(4), row.getString(5));
        }
        return new Turn(host, token, row.getString(3) == null ? null : Turn.Kind.FEED, row.getString(3), null);
    }

    private List<String> lease(Connection connection, UUID token, int most) throws SQLException {
        String sql = """
                WITH free AS (SELECT host FROM hosts WHERE due_at <= now()
                              ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE hosts SET lease_token = ?, leased_until = now() + make_interval(secs => ?),
                       due_at = now() + make_interval(secs => ?)
                FROM free WHERE hosts.host = free.host RETURNING hosts.host
                """;
        return Sql.list(connection, sql, row -> row.getString(1), most, token, seconds(lease), seconds(lease));
    }

    /**
     * Lets go of hosts and notes when each has something to do again. Call it last in the transaction that writes what
     * the turns came to: it sees what is due then. A turn that was lost meanwhile is left to whoever has it.
     */
    public static void release(Connection connection, List<Release> releases) throws SQLException {
        if (releases.isEmpty()) {
            return;
        }
        // Locked first: the next statement must see every feed and page that was written before the lock was had.
        Array hosts = Sql.texts(connection, releases, one -> one.turn().host());
        Sql.list(connection, "SELECT 1 FROM hosts WHERE host = ANY (?) ORDER BY host FOR UPDATE", row -> null, hosts);
        String sql = """
                UPDATE hosts SET lease_token = NULL, leased_until = NULL, last_kind = coalesce(n.kind, last_kind),
                       next_allowed_at = n.allowed, next_page_at = n.page_allowed, due_at = n.due
                FROM (
                    SELECT r.*, a.*, coalesce(least(
                        (SELECT greatest(a.allowed, next_poll_at) FROM feeds
                         WHERE turn_host = r.host AND NOT paused ORDER BY next_poll_at LIMIT 1),
                        (SELECT greatest(a.page_allowed, a.allowed, next_try_at) FROM pages
                         WHERE turn_host = r.host ORDER BY next_try_at LIMIT 1),
                        (SELECT greatest(a.allowed, next_try_at) FROM websub
                         WHERE turn_host = r.host ORDER BY next_try_at LIMIT 1)), 'infinity') AS due
                    FROM unnest(?::text[], ?::uuid[], ?::float8[], ?::float8[], ?::text[])
                             AS r (host, token, pause, page_pause, kind)
                    JOIN hosts h ON h.host = r.host AND h.lease_token = r.token
                    CROSS JOIN LATERAL (SELECT
                        greatest(h.next_allowed_at, now() + make_interval(secs => r.pause)) AS allowed,
                        greatest(h.next_page_at, now() + make_interval(secs => r.page_pause)) AS page_allowed) a
                ) n
                WHERE hosts.host = n.host
                """;
        Sql.update(
                connection,
                sql,
                hosts,
                Sql.array(connection, "uuid", releases, one -> one.turn().token()),
                Sql.array(connection, "float8", releases, one -> seconds(one.pause())),
                Sql.array(connection, "float8", releases, one -> seconds(one.pagePause())),
                Sql.texts(connection, releases, HostTurns::kind));
    }

    private static String kind(Release release) {
        return release.turn().kind() == null ? null : release.turn().kind().name();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
