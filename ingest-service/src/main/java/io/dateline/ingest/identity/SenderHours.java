package io.dateline.ingest.identity;

import io.dateline.contracts.article.Source;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * In which hours somebody sent something: whoever used to push articles or to drop wire copy, and has stopped, is silent.
 * Feeds, which we poll, have a state of their own.
 */
public final class SenderHours {
    /** What is imported comes when we fetch it. */
    private static final Set<Source.Kind> SENT = EnumSet.of(Source.Kind.PUSH, Source.Kind.WIRE);

    private static final double RARE = 0.001;

    private final Database database;
    private final Duration minSilence;

    /** @param minSilence nobody is called silent sooner */
    public SenderHours(Database database, Duration minSilence) {
        this.database = database;
        this.minSilence = minSilence;
    }

    /**
     * Somebody who has sent in three hours or more, over a week at least.
     *
     * @param id         the way in and the source's id: {@code push:example-news}
     * @param state      ok or silent
     * @param lastSentAt the beginning of the last hour in which it sent anything
     */
    public record Sender(String id, String state, Instant lastSentAt) {}

    /** Remembers, with a batch, who it came from. */
    static void heard(Connection connection, List<Incoming> batch) throws SQLException {
        List<String> senders = batch.stream()
                .map(Incoming::origin)
                .filter(origin -> SENT.contains(origin.source().kind()))
                .map(Origin::owner)
                .distinct()
                .sorted()
                .toList();
        if (senders.isEmpty()) {
            return;
        }
        Sql.update(connection, """
                INSERT INTO sender_hours SELECT sender, date_trunc('hour', now()) FROM unnest(?::text[]) AS s (sender)
                ON CONFLICT DO NOTHING
                """, Sql.texts(connection, senders));
    }

    /**
     * Those who have a rhythm, by their hours in the 28 days before the last one: silent who would have sent by now in 999 of
     * 1,000 cases, did hours come as a Poisson process. Articles are not counted: they come many at a time.
     */
    public List<Sender> all() {
        String sql = """
                SELECT sender, last, count(*) / (extract(epoch FROM last - min(hour)) / 86400) AS rate,
                    extract(epoch FROM now() - last) AS quiet
                FROM (SELECT sender, hour, max(hour) OVER (PARTITION BY sender) AS last FROM sender_hours) s
                WHERE hour > last - interval '28 days' AND last > now() - interval '60 days'
                GROUP BY sender, last
                HAVING count(*) >= 3 AND last - min(hour) >= interval '7 days'
                ORDER BY sender
                """;
        return database.transaction(connection -> Sql.list(connection, sql, this::sender));
    }

    private Sender sender(ResultSet row) throws SQLException {
        Duration quiet = Duration.ofSeconds(row.getLong("quiet"));
        boolean silent =
                quiet.compareTo(minSilence) > 0 && Math.exp(-row.getDouble("rate") * quiet.toSeconds() / 86_400) < RARE;
        return new Sender(row.getString("sender"), silent ? "silent" : "ok", Sql.instant(row, "last"));
    }

    /** Drops what no rhythm is told by any more. */
    public void forget() {
        database.transaction(connection ->
                Sql.update(connection, "DELETE FROM sender_hours WHERE hour < now() - interval '90 days'"));
    }
}
