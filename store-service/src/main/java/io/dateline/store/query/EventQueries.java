package io.dateline.store.query;

import io.dateline.store.query.EventRows.Found;
import io.dateline.store.query.ToldEvent.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Events over all articles, each once however often it is told. Every call blocks on the database. */
@ApplicationScoped
public class EventQueries {
    private static final int PLACED = 5_000;

    private final ReadPool pool;
    private final Filters filters;

    EventQueries(ReadPool pool, Filters filters) {
        this.pool = pool;
        this.filters = filters;
    }

    /**
     * One page of events, last told first.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}, {@code query-timeout} or
     *     {@code store-unavailable}
     */
    public EventPage find(EventQuery query) {
        PageCursor cursor = PageCursor.decode(query.cursor(), query.question());
        Keys keys = keys(query);
        return pool.ask(connection -> page(connection, query, keys, cursor));
    }

    /**
     * An event and one page of its tellings; empty where no article that lists may show tells it.
     *
     * @throws io.dateline.contracts.http.ProblemException as {@link #find}
     */
    public Optional<ToldEvent> get(String id, PageRequest page) {
        PageCursor cursor = PageCursor.decode(page.cursor(), id);
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return pool.ask(connection -> {
            Kept.check(connection, cursor);
            Found<EventItem> newest = EventRows.items(connection, tellings(id, null, 1, true), 1);
            if (newest.items().isEmpty()) {
                return Optional.empty();
            }
            Found<Telling> told =
                    EventRows.tellings(connection, tellings(id, cursor, page.limit() + 1, false), page.limit());
            return Optional.of(new ToldEvent(newest.items().get(0), told.items(), told.next(id, cursor)));
        });
    }

    /** The telling that was first; empty where no article that lists may show tells the event. */
    public Optional<Telling> first(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Conditions sql = new Conditions()
                .add(
                        "SELECT " + EventRows.COLUMNS
                                + " FROM (SELECT m.* FROM event_mentions AS m WHERE m.current AND m.event = ?"
                                + " ORDER BY m.sort_at, m.id, m.ordinal LIMIT 1) AS m" + EventRows.JOIN_ARTICLE,
                        id);
        return pool.ask(connection ->
                EventRows.tellings(connection, sql, 1).items().stream().findFirst());
    }

    /**
     * Where the events of a question were, most events first; its cursor and limit do not count. Counted over the newest
     * 5,000 tellings that fit; places without coordinates are left out.
     *
     * @param limit places at most
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public List<EventPlace> places(EventQuery query, int limit) {
        Conditions sql = new Conditions()
                .add("WITH told AS (SELECT m.event, m.document -> 'place' AS place FROM event_mentions AS m WHERE ")
                .add(fits("m", query, keys(query), null))
                .add(EventRows.ORDER + " LIMIT " + PLACED + ")")
                .add(EventPlace.COUNTED, limit);
        return pool.ask(connection -> EventPlace.read(connection, sql));
    }

    private static EventPage page(Connection connection, EventQuery query, Keys keys, PageCursor cursor)
            throws SQLException {
        Kept.check(connection, cursor);
        // What is told again while somebody reads on stays where it was when the first page was asked for.
        EventQuery bounded = cursor == null ? query : query.toldUpTo(cursor.upTo());
        Long asOf = cursor == null ? null : cursor.asOf();
        Conditions sql = new Conditions()
                .add("SELECT " + EventRows.COLUMNS + ", told.* FROM (SELECT m.* FROM event_mentions AS m WHERE ")
                .add(fits("m", bounded, keys, asOf));
        after(sql, cursor);
        // Of the tellings that fit, the newest stands for the event.
        sql.add(" AND NOT EXISTS (SELECT FROM event_mentions AS n WHERE n.event = m.event"
                        + " AND (n.sort_at, n.id, n.ordinal) > (m.sort_at, m.id, m.ordinal) AND ")
                .add(fits("n", bounded, keys, asOf))
                .add(")" + EventRows.ORDER + " LIMIT ?) AS m", query.limit() + 1)
                .add(EventRows.JOIN_ARTICLE + EventRows.COUNTS + EventRows.ORDER);
        Found<EventItem> found = EventRows.items(connection, sql, query.limit());
        return new EventPage(found.items(), found.next(query.question(), cursor));
    }

    static Conditions tellings(String event, PageCursor cursor, int limit, boolean counted) {
        Conditions sql = new Conditions()
                .add(
                        "SELECT " + EventRows.COLUMNS + (counted ? ", told.*" : "")
                                + " FROM (SELECT m.* FROM event_mentions AS m WHERE m.current AND m.event = ?",
                        event);
        after(sql, cursor);
        return sql.add(EventRows.ORDER + " LIMIT ?) AS m", limit)
                .add(EventRows.JOIN_ARTICLE + (counted ? EventRows.COUNTS : "") + EventRows.ORDER);
    }

    private static void after(Conditions sql, PageCursor cursor) {
        if (cursor != null) {
            sql.add(" AND (m.sort_at, m.id, m.ordinal) < (?, ?, ?)", cursor.sortAt(), cursor.id(), cursor.ordinal());
        }
    }

    /** Keys as the rows have them, names resolved. */
    private record Keys(List<List<String>> groups, Set<String> excluded) {}

    private Keys keys(EventQuery query) {
        List<List<String>> groups = new ArrayList<>();
        filters.tags(query.wanted()).values().forEach(tags -> groups.add(List.copyOf(tags)));
        Set<String> excluded = new TreeSet<>();
        filters.tags(query.unwanted()).values().forEach(excluded::addAll);
        return new Keys(groups, excluded);
    }

    private static Conditions fits(String m, EventQuery query, Keys keys, Long asOf) {
        Conditions sql = new Conditions().add(m + ".current");
        for (List<String> group : keys.groups()) {
            sql.add(" AND " + m + ".keys && ?", Conditions.texts(group));
        }
        if (!keys.excluded().isEmpty()) {
            sql.add(" AND NOT " + m + ".keys && ?", Conditions.texts(List.copyOf(keys.excluded())));
        }
        if (query.minConfidence() > 0) {
            sql.add(" AND " + m + ".confidence >= ?::real", query.minConfidence());
        }
        if (query.told().from() != null) {
            sql.add(" AND " + m + ".sort_at >= ?", query.told().from())
                    .storedSince(m, query.told().from());
        }
        bound(sql, m + ".sort_at < ?", query.told().to());
        bound(sql, m + ".event_date >= ?", query.happened().firstDay());
        bound(sql, m + ".event_date < ?", query.happened().dayAfter());
        if (asOf != null) {
            sql.asOf(m, asOf);
        }
        return sql;
    }

    private static void bound(Conditions sql, String condition, Object value) {
        if (value != null) {
            sql.add(" AND " + condition, value);
        }
    }
}
