package io.dateline.store.saved;

import io.dateline.store.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What waits to be sent, the lowest seq of each saved query first, and what became of it. */
final class DeliveryQueue {
    /** The head of a queue holds up the rest of it until it is over. */
    private static final String HEADS = """
            SELECT s.id, s.failing_since IS NOT NULL AS failing FROM saved_queries AS s
            CROSS JOIN LATERAL (SELECT next_at FROM webhook_deliveries AS d
                WHERE d.saved_id = s.id AND d.state = 'pending' ORDER BY d.seq LIMIT 1) AS head
            WHERE s.parked_at IS NULL AND s.url IS NOT NULL AND head.next_at <= ? AND s.id <> ALL (?)
            ORDER BY failing, head.next_at LIMIT ?
            """;

    private static final String HEAD = """
            SELECT d.seq, d.queued_at, d.next_at, s.id, s.name, s.url, s.secret,
                (SELECT array_agg(o.secret ORDER BY o.until DESC, o.secret) FROM webhook_old_secrets AS o
                    WHERE o.saved_id = s.id AND o.until > ?) AS old_secrets
            FROM saved_queries AS s JOIN webhook_deliveries AS d ON d.saved_id = s.id AND d.state = 'pending'
            WHERE s.id = ? AND s.parked_at IS NULL AND s.url IS NOT NULL ORDER BY d.seq LIMIT 1
            """;

    private static final String ATTEMPTED = """
            UPDATE webhook_deliveries SET attempts = attempts + 1, unreadable = unreadable + ?, http_status = ?, error = ?,
                sent_at = ?
            WHERE saved_id = ? AND seq = ? AND queued_at = ? AND state = 'pending' RETURNING attempts, unreadable
            """;

    /** What cannot be read holds up the rest for half an hour, not for a day. */
    private static final int UNREADABLE_TRIES = 5;

    private final DataSource dataSource;
    private final RetrySchedule retries;
    private final Duration parkAfter;
    private final int parkAfterFailed;

    /**
     * @param parkAfter       a webhook that has failed for so long is parked
     * @param parkAfterFailed a webhook of which so many deliveries in a row were given up is parked
     */
    DeliveryQueue(DataSource dataSource, RetrySchedule retries, Duration parkAfter, int parkAfterFailed) {
        this.dataSource = dataSource;
        this.retries = retries;
        this.parkAfter = parkAfter;
        this.parkAfterFailed = parkAfterFailed;
    }

    /** @param failing whether its last attempt failed */
    record Due(String savedId, boolean failing) {}

    /**
     * The next to be sent to one webhook.
     *
     * @param queuedAt when it was matched, or last asked to be sent again
     * @param secrets  the current one, and those before it that have not run out, the latest first
     */
    record Head(long seq, String savedId, String name, String url, Instant queuedAt, List<WebhookSecret> secrets) {
        /** Neither name nor secrets. */
        @Override
        public String toString() {
            return "Head[" + savedId + "-" + seq + "]";
        }
    }

    /** What became of an attempt. */
    enum Outcome {
        DELIVERED,
        RETRIED,
        FAILED,
        /** Given up, since the change could not be read. */
        UNTOLD
    }

    /** Saved queries that have something to send now, those that fail last. */
    List<Due> due(Instant now, Collection<String> except, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.rows(
                    connection,
                    HEADS,
                    row -> new Due(row.getString("id"), row.getBoolean("failing")),
                    now,
                    except.toArray(String[]::new),
                    limit);
        }
    }

    /** Empty where nothing of it is to be sent now. */
    Optional<Head> head(String savedId, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.first(
                            connection,
                            HEAD,
                            row -> Sql.instant(row, "next_at").isAfter(now)
                                    ? Optional.<Head>empty()
                                    : Optional.of(head(row)),
                            now,
                            savedId)
                    .flatMap(head -> head);
        }
    }

    /**
     * Writes down what came of sending it. Nothing of it counts where the webhook has another address by now, or where it
     * was asked to be sent again meanwhile: it is sent once more then.
     */
    Outcome record(Head head, Answer answer, Instant now) throws SQLException {
        Recorded recorded = Sql.transaction(dataSource, connection -> recorded(connection, head, answer, now));
        if (recorded.park() != null) {
            // By itself, since it waits for whoever matches; where it comes to nothing, the next failure parks.
            Sql.transaction(dataSource, connection -> parkFailing(connection, head, recorded.park(), now));
        }
        return recorded.outcome();
    }

    /** @param park why the webhook is to be parked, or null */
    private record Recorded(Outcome outcome, String park) {}

    private Recorded recorded(Connection connection, Head head, Answer answer, Instant now) throws SQLException {
        // Always in this order: the saved query, its deliveries.
        List<Integer> same = Sql.rows(
                connection,
                "SELECT 1 FROM saved_queries WHERE id = ? AND url = ? FOR NO KEY UPDATE",
                row -> 1,
                head.savedId(),
                head.url());
        if (same.isEmpty()) {
            return new Recorded(Outcome.RETRIED, null);
        }
        boolean unreadable = answer.equals(Answer.UNREADABLE);
        Optional<Integer> attempts = Sql.first(
                connection,
                ATTEMPTED,
                row -> unreadable ? row.getInt("unreadable") : row.getInt("attempts") - row.getInt("unreadable"),
                unreadable ? 1 : 0,
                answer.status(),
                answer.error(),
                now,
                head.savedId(),
                head.seq(),
                head.queuedAt());
        if (attempts.isEmpty()) {
            return new Recorded(Outcome.RETRIED, null);
        }
        if (!answer.arrived()) {
            return failed(connection, head.savedId(), head.seq(), answer, attempts.get(), now);
        }
        over(connection, head.savedId(), head.seq(), "delivered", now);
        Sql.update(
                connection,
                "UPDATE saved_queries SET failed_in_row = 0, failing_since = NULL WHERE id = ?"
                        + " AND failing_since IS NOT NULL",
                head.savedId());
        return new Recorded(Outcome.DELIVERED, null);
    }

    /** @param attempts that failed in the same manner: at the receiver, or before it */
    private Recorded failed(Connection connection, String savedId, long seq, Answer answer, int attempts, Instant now)
            throws SQLException {
        boolean unreadable = answer.equals(Answer.UNREADABLE);
        Optional<Duration> wait = retries.next(attempts, answer.retryAfter());
        if (answer.gone()) {
            wait = Optional.of(Duration.ZERO);
        } else if (unreadable && attempts >= UNREADABLE_TRIES) {
            wait = Optional.empty();
        }
        if (wait.isPresent()) {
            Sql.update(
                    connection,
                    "UPDATE webhook_deliveries SET next_at = ? WHERE saved_id = ? AND seq = ?",
                    now.plus(wait.get()),
                    savedId,
                    seq);
        } else {
            over(connection, savedId, seq, "failed", now);
        }
        if (unreadable) {
            return new Recorded(wait.isPresent() ? Outcome.RETRIED : Outcome.UNTOLD, null);
        }
        Trouble trouble = Sql.first(
                        connection,
                        "UPDATE saved_queries SET failing_since = coalesce(failing_since, ?),"
                                + " failed_in_row = failed_in_row + ? WHERE id = ? RETURNING failing_since, failed_in_row",
                        row -> new Trouble(Sql.instant(row, "failing_since"), row.getInt("failed_in_row")),
                        now,
                        wait.isPresent() ? 0 : 1,
                        savedId)
                .orElseThrow();
        String park = null;
        if (answer.gone()) {
            park = "gone";
        } else if (trouble.failedInRow() >= parkAfterFailed
                || !now.isBefore(trouble.since().plus(parkAfter))) {
            park = "failing";
        }
        return new Recorded(wait.isPresent() ? Outcome.RETRIED : Outcome.FAILED, park);
    }

    /** Where it is still the webhook that failed, and has not been let go on meanwhile. */
    private static boolean parkFailing(Connection connection, Head head, String reason, Instant now)
            throws SQLException {
        WebhookCursor.lock(connection);
        boolean stillFails = Sql.first(
                        connection,
                        "SELECT 1 FROM saved_queries WHERE id = ? AND url = ? AND failing_since IS NOT NULL"
                                + " AND parked_at IS NULL",
                        row -> true,
                        head.savedId(),
                        head.url())
                .orElse(false);
        if (stillFails) {
            park(connection, head.savedId(), reason, now);
        }
        return stillFails;
    }

    private record Trouble(Instant since, int failedInRow) {}

    private static void over(Connection connection, String savedId, long seq, String state, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "UPDATE webhook_deliveries SET state = ?, done_at = ? WHERE saved_id = ? AND seq = ?",
                state,
                now,
                savedId,
                seq);
    }

    /** Its position stands still from now on, while the others go on. */
    static void park(Connection connection, String savedId, String reason, Instant now) throws SQLException {
        WebhookCursor.lock(connection);
        Sql.update(
                connection,
                "UPDATE saved_queries SET parked_at = ?, parked_reason = ?,"
                        + " position = coalesce(position, (SELECT live_seq FROM webhook_cursor)) WHERE id = ?",
                now,
                reason,
                savedId);
    }

    private static Head head(ResultSet row) throws SQLException {
        List<WebhookSecret> secrets = new ArrayList<>();
        secrets.add(WebhookSecret.of(row.getBytes("secret")));
        Array old = row.getArray("old_secrets");
        if (old != null) {
            for (byte[] secret : (byte[][]) old.getArray()) {
                secrets.add(WebhookSecret.of(secret));
            }
        }
        return new Head(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("name"),
                row.getString("url"),
                Sql.instant(row, "queued_at"),
                secrets);
    }
}
