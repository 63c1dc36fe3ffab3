package io.dateline.ingest.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.identity.Sql;
import io.dateline.ingest.parse.ParsedArticle;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;

/** Withheld articles and when they may be published. Claimed by lease, so that any instance may release them. */
public final class Embargoes {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Database database;

    public Embargoes(Database database) {
        this.database = database;
    }

    /** @param content as JSON */
    record Held(String articleId, int revision, String content) {
        /**
         * As it is published at the end of its embargo.
         *
         * @throws IllegalStateException where the row cannot be read
         */
        Incoming released() {
            Content read = read(content);
            return new Incoming(read.article().released(), read.origin());
        }
    }

    /** What stands in a row: all that publishing it needs. */
    record Content(ParsedArticle article, Origin origin) {}

    /**
     * Keeps what is to be released; a later revision of the same article takes its place. Before it is published: what is
     * published first may never be held, where the process ends in between and nobody sends it again.
     */
    void hold(List<Reserved> reserved) {
        List<Reserved> withheld = reserved.stream()
                .filter(one -> one.incoming().article().releasedHash() != null)
                .toList();
        if (withheld.isEmpty()) {
            return;
        }
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO embargoes (article_id, revision, ends_at, content) VALUES (?, ?, ?, ?)
                    ON CONFLICT (article_id) DO UPDATE SET revision = excluded.revision, ends_at = excluded.ends_at,
                        content = excluded.content, leased_until = NULL, failures = 0
                    WHERE embargoes.revision <= excluded.revision
                    """)) {
                for (Reserved one : withheld) {
                    statement.setString(1, one.id());
                    statement.setInt(2, one.decision().revision());
                    statement.setTimestamp(
                            3, Timestamp.from(one.incoming().article().embargoUntil()));
                    statement.setString(
                            4,
                            write(new Content(
                                    one.incoming().article(), one.incoming().origin())));
                    statement.addBatch();
                }
                statement.executeBatch();
                return null;
            }
        });
    }

    /** Those that are over, longest first; nobody else gets them for two minutes. */
    List<Held> claim(int most) {
        String sql = """
                UPDATE embargoes SET leased_until = now() + make_interval(secs => ?)
                WHERE article_id IN (
                    SELECT article_id FROM embargoes
                    WHERE ends_at <= now() AND (leased_until IS NULL OR leased_until < now())
                    ORDER BY ends_at LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING article_id, revision, content
                """;
        return database.transaction(
                connection -> Sql.list(connection, sql, Embargoes::held, (double) LEASE.toSeconds(), most));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(row.getString(1), row.getInt(2), row.getString(3));
    }

    /** Claimed, and not released: due again at once. */
    void giveBack(List<Held> held) {
        each(held, "UPDATE embargoes SET leased_until = NULL WHERE article_id = ? AND revision = ?");
    }

    /** Cannot be released: tried again in a minute, and each time in twice as long, up to an hour. */
    void setAside(List<Held> held) {
        each(held, """
                UPDATE embargoes SET failures = failures + 1,
                       leased_until = now() + least(interval '1 hour', interval '1 minute' * 2 ^ least(failures, 10))
                WHERE article_id = ? AND revision = ?
                """);
    }

    /** How many have been set aside and not released since. */
    long stuck() {
        return database.transaction(connection -> Sql.list(
                        connection, "SELECT count(*) FROM embargoes WHERE failures > 0", row -> row.getLong(1))
                .get(0));
    }

    /** Released, or overtaken by a later revision; what was held anew meanwhile stays. */
    void done(List<Held> released) {
        each(released, "DELETE FROM embargoes WHERE article_id = ? AND revision = ?");
    }

    private void each(List<Held> some, String statement) {
        if (some.isEmpty()) {
            return;
        }
        database.transaction(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (Held held : some) {
                    prepared.setString(1, held.articleId());
                    prepared.setInt(2, held.revision());
                    prepared.addBatch();
                }
                prepared.executeBatch();
                return null;
            }
        });
    }

    private static String write(Content content) {
        try {
            return MessageCodec.json().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an article that was published makes no JSON", e);
        }
    }

    private static Content read(String json) {
        try {
            return MessageCodec.json().readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            // Without the parser's words, which quote the text.
            throw new IllegalStateException(
                    "a withheld article cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
