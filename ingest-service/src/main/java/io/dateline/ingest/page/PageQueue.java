package io.dateline.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.history.FeedHistory;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Sql;
import io.dateline.ingest.parse.ParsedArticle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Items that wait for their page. A row goes only when its article is safe. */
public final class PageQueue {
    /** Pages that wait for one feed; items beyond are published as they are. */
    public static final int MOST = 1_000;

    private static final Logger LOG = Logger.getLogger(PageQueue.class);
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
                Sql.update(
                        connection,
                        "DELETE FROM pages WHERE feed_id = ? AND key = ? AND unreadable",
                        page.origin().feedId(),
                        page.key());
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

    /**
     * Items of a feed whose newer words need no page, or are known: what waits of them is not published any more. To be called
     * before those are taken in; where that fails the feed brings them again.
     */
    public void overtaken(String feedId, List<String> keys) {
        if (!keys.isEmpty()) {
            database.transaction(connection -> Sql.update(
                    connection,
                    "DELETE FROM pages WHERE feed_id = ? AND key = ANY (?)",
                    feedId,
                    Sql.texts(connection, keys)));
        }
    }

    /** Whether the item waits still; the turn of one that was overtaken ends here. */
    boolean waits(LeasedPage page, Release release) {
        return database.transaction(connection -> {
            boolean waits = !Sql.list(
                            connection,
                            "SELECT 1 FROM pages WHERE feed_id = ? AND key = ?",
                            row -> row.getInt(1),
                            page.feedId(),
                            page.key())
                    .isEmpty();
            if (!waits && release != null) {
                HostTurns.release(connection, List.of(release));
            }
            return waits;
        });
    }

    private static int waiting(Connection connection, String feedId) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT count(*) FROM pages WHERE feed_id = ? AND NOT unreadable",
                        row -> row.getInt(1),
                        feedId)
                .get(0);
    }

    private static boolean update(Connection connection, WaitingPage page) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE pages SET item = ?, content_hash = ? WHERE feed_id = ? AND key = ?",
                        json(page.item()),
                        page.item().contentHash(),
                        page.origin().feedId(),
                        page.key())
                > 0;
    }

    private static void insert(Connection connection, WaitingPage page, Duration patience) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO pages (feed_id, key, source_id, source_name, item, content_hash, backlog, at_url, turn_host,
                    give_up_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
                """,
                page.origin().feedId(),
                page.key(),
                page.origin().source().id(),
                page.origin().source().name(),
                json(page.item()),
                page.item().contentHash(),
                page.backlog(),
                page.item().url(),
                page.host(),
                (double) patience.toSeconds());
    }

    /** The pages that the turns are for; one that cannot be read is set aside, and its turn ends. */
    public static List<LeasedPage> lease(Connection connection, List<Turn> turns) throws SQLException {
        List<LeasedPage> pages = new ArrayList<>();
        for (Turn turn : turns) {
            List<LeasedPage> found = readable(
                    connection,
                    Sql.list(
                            connection,
                            "SELECT * FROM pages WHERE feed_id = ? AND key = ?",
                            row -> page(row, turn),
                            turn.owner(),
                            turn.key()));
            if (found.isEmpty()) {
                HostTurns.release(connection, List.of(Release.after(turn, Duration.ZERO)));
            }
            pages.addAll(found);
        }
        return pages;
    }

    /** Sets the others aside, and counts them with their feed. */
    private static List<LeasedPage> readable(Connection connection, List<LeasedPage> pages) throws SQLException {
        List<LeasedPage> readable = new ArrayList<>();
        for (LeasedPage page : pages) {
            if (page.item() != null) {
                readable.add(page);
                continue;
            }
            LOG.errorf("an item of feed %s that waits for its page cannot be read, and is set aside", page.feedId());
            Sql.update(connection, """
                    UPDATE pages SET unreadable = true, next_try_at = 'infinity', give_up_at = 'infinity'
                    WHERE feed_id = ? AND key = ?
                    """, page.feedId(), page.key());
            FeedHistory.count(connection, Map.of(page.feedId(), Map.of(Fate.rejected(ProblemCode.INTERNAL.code()), 1)));
        }
        return readable;
    }

    /** Pages that have waited long enough, but for those that cannot be read; nobody else is given them for two minutes. */
    List<LeasedPage> overdue(int most) {
        String sql = """
                UPDATE pages p SET give_up_at = now() + make_interval(secs => ?)
                FROM (SELECT feed_id, key FROM pages WHERE give_up_at <= now()
                      ORDER BY give_up_at LIMIT ? FOR UPDATE SKIP LOCKED) old
                WHERE p.feed_id = old.feed_id AND p.key = old.key RETURNING p.*
                """;
        return database.transaction(connection -> readable(
                connection, Sql.list(connection, sql, row -> page(row, null), (double) TAKEN.toSeconds(), most)));
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
                Sql.instant(row, "give_up_at"));
    }

    /** What a turn for a page came to, where the page still waits. */
    void step(LeasedPage page, PageStep step) {
        database.transaction(connection -> {
            if (step.robots() != null) {
                RobotsStore.keep(connection, Robots.origin(page.atUrl()), step.robots());
            }
            Sql.update(
                    connection,
                    """
                    UPDATE pages SET at_url = ?, hops = ?, robots_at = ?, robots_hops = ?, turn_host = ?, tries = ?,
                        next_try_at = now() + make_interval(secs => ?)
                    WHERE feed_id = ? AND key = ?
                    """,
                    step.atUrl(),
                    step.hops(),
                    step.robotsAt(),
                    step.robotsHops(),
                    step.host(),
                    step.tries(),
                    step.next().toMillis() / 1000.0,
                    page.feedId(),
                    page.key());
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
            Sql.update(
                    connection,
                    "DELETE FROM pages WHERE feed_id = ? AND key = ? AND content_hash = ?",
                    page.feedId(),
                    page.key(),
                    page.item().contentHash());
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

    /** Null where it cannot be read. */
    private static ParsedArticle item(String json) {
        try {
            return MessageCodec.json().readValue(json, ParsedArticle.class);
        } catch (JsonProcessingException unreadable) {
            // Whoever reads the row sets it aside; the parser's own words quote the text.
            return null;
        }
    }
}
