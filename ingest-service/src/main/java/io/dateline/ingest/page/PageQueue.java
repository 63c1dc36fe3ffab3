package io.dateline.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.history.FeedHistory;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.parse.ParsedArticle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items that wait for their page. A row goes only when its article is safe. */
public final class PageQueue {
    /** Pages that wait for one feed; items beyond are published as they are. */
    public static final int MOST = 1_000;

    private static final Duration TAKEN = Duration.ofMinutes(2);
    /** Names may hold lone surrogates, which no database takes; escaped, they come back as they were. */
    private static final ObjectWriter WRITER = MessageCodec.json().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final Database database;

    public PageQueue(Database database) {
        this.database = database;
    }

    /**
     * Lets items of one feed wait; one that waits already keeps its place, with its newest words.
     *
     * @param patience how long, at most
     * @return the keys of those that wait now; the others found no room
     */
    public Set<String> add(List<WaitingPage> pages, Duration patience) {
        if (pages.isEmpty()) {
            return Set.of();
        }
        return database.transaction(connection -> {
            int room = MOST - waiting(connection, pages.get(0).origin().feedId());
            Set<String> kept = new HashSet<>();
            for (WaitingPage page : pages) {
                if (update(connection, page)) {
                    kept.add(page.key());
                } else if (room > 0) {
                    insert(connection, page, patience);
                    kept.add(page.key());
                    room--;
                }
            }
            return kept;
        });
    }

    private static int waiting(Connection connection, String feedId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM pages WHERE feed_id = ?")) {
            statement.setString(1, feedId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static boolean update(Connection connection, WaitingPage page) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE pages SET item = ?, content_hash = ? WHERE feed_id = ? AND key = ?")) {
            statement.setString(1, json(page.item()));
            statement.setString(2, page.item().contentHash());
            statement.setString(3, page.origin().feedId());
            statement.setString(4, page.key());
            return statement.executeUpdate() > 0;
        }
    }

    private static void insert(Connection connection, WaitingPage page, Duration patience) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO pages (feed_id, key, source_id, source_name, item, content_hash, backlog, at_url, turn_host,
                    give_up_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
                """)) {
            statement.setString(1, page.origin().feedId());
            statement.setString(2, page.key());
            statement.setString(3, page.origin().source().id());
            statement.setString(4, page.origin().source().name());
            statement.setString(5, json(page.item()));
            statement.setString(6, page.item().contentHash());
            statement.setBoolean(7, page.backlog());
            statement.setString(8, page.item().url());
            statement.setString(9, page.host());
            statement.setDouble(10, patience.toSeconds());
            statement.executeUpdate();
        }
    }

    /** The pages that the turns are for. */
    public static List<LeasedPage> lease(Connection connection, List<Turn> turns) throws SQLException {
        List<LeasedPage> pages = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM pages WHERE feed_id = ? AND key = ?")) {
            for (Turn turn : turns) {
                statement.setString(1, turn.owner());
                statement.setString(2, turn.key());
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        pages.add(page(row, turn));
                    }
                }
            }
        }
        return pages;
    }

    /** Pages that have waited long enough; nobody else is given them for two minutes. */
    List<LeasedPage> overdue(int most) {
        return database.transaction(connection -> {
            List<LeasedPage> pages = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE pages p SET give_up_at = now() + make_interval(secs => ?)
                    FROM (SELECT feed_id, key FROM pages WHERE give_up_at <= now()
                          ORDER BY give_up_at LIMIT ? FOR UPDATE SKIP LOCKED) old
                    WHERE p.feed_id = old.feed_id AND p.key = old.key RETURNING p.*
                    """)) {
                statement.setDouble(1, TAKEN.toSeconds());
                statement.setInt(2, most);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        pages.add(page(row, null));
                    }
                }
            }
            return pages;
        });
    }

    private static LeasedPage page(ResultSet row, Turn turn) throws SQLException {
        String feedId = row.getString("feed_id");
        return new LeasedPage(
                turn,
                feedId,
                row.getString("key"),
                Origin.feed(feedId, row.getString("source_id"), row.getString("source_name")),
                item(row.getString("item")),
                row.getBoolean("backlog"),
                row.getString("at_url"),
                row.getInt("hops"),
                row.getString("robots_at"),
                row.getInt("robots_hops"),
                row.getInt("tries"),
                row.getObject("give_up_at", OffsetDateTime.class).toInstant());
    }

    /** What a turn for a page came to, where the page still waits. */
    void step(LeasedPage page, PageStep step) {
        database.transaction(connection -> {
            if (step.robots() != null) {
                RobotsStore.keep(connection, Robots.origin(page.atUrl()), step.robots());
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE pages SET at_url = ?, hops = ?, robots_at = ?, robots_hops = ?, turn_host = ?, tries = ?,
                        next_try_at = now() + make_interval(secs => ?)
                    WHERE feed_id = ? AND key = ?
                    """)) {
                statement.setString(1, step.atUrl());
                statement.setInt(2, step.hops());
                statement.setString(3, step.robotsAt());
                statement.setInt(4, step.robotsHops());
                statement.setString(5, step.host());
                statement.setInt(6, step.tries());
                statement.setDouble(7, step.next().toMillis() / 1000.0);
                statement.setString(8, page.feedId());
                statement.setString(9, page.key());
                statement.executeUpdate();
            }
            HostTurns.release(connection, List.of(step.release()));
            return null;
        });
    }

    /**
     * The article is safe. Where the feed has brought other words meanwhile, the item goes on waiting with those.
     *
     * @param release null where no turn was had
     */
    void done(LeasedPage page, Fate fate, Release release) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE FROM pages WHERE feed_id = ? AND key = ? AND content_hash = ?")) {
                statement.setString(1, page.feedId());
                statement.setString(2, page.key());
                statement.setString(3, page.item().contentHash());
                statement.executeUpdate();
            }
            FeedHistory.count(connection, Map.of(page.feedId(), Map.of(fate, 1)));
            if (release != null) {
                HostTurns.release(connection, List.of(release));
            }
            return null;
        });
    }

    private static String json(ParsedArticle item) {
        try {
            return WRITER.writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an item cannot be written down", e);
        }
    }

    private static ParsedArticle item(String json) {
        try {
            return MessageCodec.json().readValue(json, ParsedArticle.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a waiting item cannot be read", e);
        }
    }
}
