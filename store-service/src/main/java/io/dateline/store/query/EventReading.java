package io.dateline.store.query;

import io.dateline.contracts.enriched.Span;
import io.dateline.store.query.EventRows.Found;
import io.dateline.store.query.ToldEvent.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads events and their tellings page by page, with what tables of them show. Between two calls no connection is held.
 * Every call blocks on the database.
 */
@ApplicationScoped
public class EventReading {
    /** Events of a page. */
    public static final int EVENTS = 100;
    /** Tellings of a page, each with the body of its article. */
    static final int TELLINGS = 20;
    /** So much of a body is looked through for the end of its first paragraph. */
    private static final int LEAD = 2_000;

    private static final String COUNTS = """
            SELECT event, count(DISTINCT id) AS articles,
                sum(coalesce(jsonb_array_length(document -> 'mentions'), 1)) AS mentions
            FROM event_mentions WHERE current AND event = ANY (?) GROUP BY event
            """;
    private static final String ARTICLES = """
            SELECT a.id, a.revision, a.url, left(a.raw ->> 'body', %d) AS text FROM revisions AS r
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            WHERE r.id = ANY (?) AND a.is_head AND a.status = 'usable'
            """.formatted(LEAD);
    private static final String BODIES = """
            SELECT a.id, a.revision, a.url, a.raw ->> 'body' AS text FROM revisions AS r
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            WHERE r.id = ANY (?) AND a.is_head AND a.status = 'usable'
            """;

    private final ReadPool pool;
    private final EventQueries events;

    EventReading(ReadPool pool, EventQueries events) {
        this.pool = pool;
        this.events = events;
    }

    /**
     * A page.
     *
     * @param items never null
     * @param next  the cursor of the next page, or null on the last one
     */
    public record Page<T>(List<T> items, String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * One page of events, last told first.
     *
     * @param limit  at most {@value #EVENTS}
     * @param cursor the {@code next} of the page before, or null
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Page<ExportedEvent> events(EventQuery query, int limit, String cursor) {
        EventPage page = events.find(query.withPage(limit, cursor));
        return pool.ask(connection -> {
            Map<String, Count> counts =
                    counts(connection, page.items().stream().map(EventItem::id).toList());
            Map<String, Article> articles = articles(
                    connection,
                    ARTICLES,
                    page.items().stream()
                            .map(event -> event.evidence().article())
                            .toList());
            List<ExportedEvent> told = new ArrayList<>();
            for (EventItem event : page.items()) {
                Article article = articles.get(event.evidence().article());
                Count count = counts.get(event.id());
                // It may have been withdrawn or corrected since the page was read.
                if (count != null
                        && article != null
                        && article.revision() == event.evidence().revision()) {
                    told.add(new ExportedEvent(
                            event,
                            article.url(),
                            leads(event.evidence().sentence(), article.text()),
                            count.articles(),
                            count.mentions()));
                }
            }
            return new Page<>(told, page.next());
        });
    }

    /**
     * One page of those who tell an event, newest first.
     *
     * @param cursor the {@code next} of the page before, or null
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Page<ExportedTelling> tellings(String event, String cursor) {
        PageCursor after = PageCursor.decode(cursor, event);
        return pool.ask(connection -> {
            Kept.check(connection, after);
            Found<Telling> found =
                    EventRows.tellings(connection, EventQueries.tellings(event, after, TELLINGS + 1, false), TELLINGS);
            Map<String, Article> articles = articles(
                    connection,
                    BODIES,
                    found.items().stream().map(Telling::article).distinct().toList());
            List<ExportedTelling> told = new ArrayList<>();
            for (Telling telling : found.items()) {
                Article article = articles.get(telling.article());
                // Of another revision the offsets would point to other words.
                if (article != null && article.revision() == telling.revision()) {
                    told.add(new ExportedTelling(telling, article.url(), article.text()));
                }
            }
            return new Page<>(told, found.next(event, after));
        });
    }

    private record Count(long articles, long mentions) {}

    /** @param url or null */
    private record Article(int revision, String url, String text) {}

    private static boolean leads(Span sentence, String lead) {
        if (sentence.field().equals("title")) {
            return true;
        }
        int end = lead.indexOf("\n\n");
        return sentence.start() < (end < 0 ? lead.length() : end);
    }

    private static Map<String, Count> counts(Connection connection, List<String> ids) throws SQLException {
        Map<String, Count> counts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString("event"), new Count(rows.getLong("articles"), rows.getLong("mentions")));
                }
            }
        }
        return counts;
    }

    /** By id. */
    private static Map<String, Article> articles(Connection connection, String sql, List<String> ids)
            throws SQLException {
        Map<String, Article> articles = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String text = rows.getString("text");
                    articles.put(
                            rows.getString("id"),
                            new Article(rows.getInt("revision"), rows.getString("url"), text == null ? "" : text));
                }
            }
        }
        return articles;
    }
}
