package io.dateline.ingest.feed;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes many feeds in one transaction. Doing the same again changes nothing. */
final class FeedBulk {
    private final Database database;

    FeedBulk(Database database) {
        this.database = database;
    }

    /** What can be done. */
    enum Action {
        PAUSE("UPDATE feeds SET paused = true, since = now() WHERE id = ANY(?) AND NOT paused RETURNING id"),
        RESUME("""
                UPDATE feeds SET paused = false, since = now(), next_poll_at = now()
                WHERE id = ANY(?) AND paused RETURNING id
                """),
        /** Also of one that is under way: a time other than the one it was due at is a wish that came meanwhile. */
        POLL("UPDATE feeds SET next_poll_at = now() WHERE id = ANY(?) AND NOT paused RETURNING id"),
        DELETE("DELETE FROM feeds WHERE id = ANY(?) RETURNING id"),
        TAG("""
                UPDATE feeds SET tags = ARRAY(SELECT DISTINCT t FROM unnest(feeds.tags || new.tags) t ORDER BY t)
                FROM (SELECT ?::text[] AS tags) new WHERE id = ANY(?) AND NOT feeds.tags @> new.tags
                AND cardinality(ARRAY(SELECT DISTINCT t FROM unnest(feeds.tags || new.tags) t)) <= %d RETURNING id
                """.formatted(FeedTags.MOST)),
        UNTAG("""
                UPDATE feeds SET tags = ARRAY(SELECT t FROM unnest(feeds.tags) t WHERE t <> ALL(old.tags) ORDER BY t)
                FROM (SELECT ?::text[] AS tags) old WHERE id = ANY(?) AND feeds.tags && old.tags RETURNING id
                """);

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        boolean aboutTags() {
            return this == TAG || this == UNTAG;
        }

        /** Whether readers of {@code feeds.status} are to hear of it. */
        private boolean told() {
            return this == PAUSE || this == RESUME || this == DELETE;
        }
    }

    /**
     * What became of it.
     *
     * @param matched   feeds that were meant and are there
     * @param changed   of those, the ones it made a difference to
     * @param unchanged of those, the ones that were so already, or that a rule kept as they are
     * @param missing   ids that no feed has
     */
    @Schema(name = "FeedBulkAnswer")
    record Answer(int matched, int changed, int unchanged, List<String> missing) {}

    Answer byIds(Action action, List<String> ids, List<String> tags) {
        List<String> asked = List.copyOf(new LinkedHashSet<>(ids));
        return database.transaction(connection -> {
            List<String> found = locked(connection, "id = ANY(?)", List.of(Sql.texts(connection, asked)));
            List<String> missing = new ArrayList<>(asked);
            missing.removeAll(new LinkedHashSet<>(found));
            return apply(connection, action, found, tags, missing);
        });
    }

    Answer byFilter(Action action, FeedFilter filter, List<String> tags) {
        return database.transaction(connection -> {
            List<String> found = locked(connection, filter.sql(), filter.values());
            return apply(connection, action, found, tags, List.of());
        });
    }

    private static Answer apply(
            Connection connection, Action action, List<String> found, List<String> tags, List<String> missing)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        if (action.aboutTags()) {
            values.add(Sql.texts(connection, tags));
        }
        values.add(Sql.texts(connection, found));
        List<String> changed = ids(connection, action.sql, values);
        if (action.told()) {
            FeedStore.tell(connection, changed);
        }
        return new Answer(found.size(), changed.size(), found.size() - changed.size(), missing);
    }

    /** In order of their ids, so that two of us never wait for each other in a circle. */
    private static List<String> locked(Connection connection, String condition, List<?> values) throws SQLException {
        return ids(connection, "SELECT id FROM feeds WHERE " + condition + " ORDER BY id FOR UPDATE", values);
    }

    private static List<String> ids(Connection connection, String sql, List<?> values) throws SQLException {
        return Sql.list(connection, sql, row -> row.getString(1), values.toArray());
    }
}
