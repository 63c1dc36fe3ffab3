package io.dateline.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.query.EventItem.Evidence;
import io.dateline.store.query.EventItem.Party;
import io.dateline.store.query.ToldEvent.Telling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads events from rows of {@code event_mentions AS m} joined with {@code articles AS a}. */
final class EventRows {
    static final String COLUMNS =
            "m.id, m.revision, m.ordinal, m.event, m.document, m.sort_at, m.source_id, a.title, " + Pages.AS_OF;
    /** The order of tellings, newest first. */
    static final String ORDER = " ORDER BY m.sort_at DESC, m.id DESC, m.ordinal DESC";

    static final String JOIN_ARTICLE =
            " JOIN articles AS a ON a.id = m.id AND a.revision = m.revision AND a.stored_month = m.stored_month";
    static final String COUNTS =
            " CROSS JOIN LATERAL (SELECT count(*) AS mentions, count(DISTINCT n.source_id) AS sources,"
                    + " min(n.sort_at) AS first_told FROM event_mentions AS n WHERE n.current AND n.event = m.event) AS told";

    private EventRows() {}

    /** A telling, and how often its event is told; 0 where that was not counted. */
    private record Row(String event, Telling telling, int ordinal, long mentions, long sources, Instant firstTold) {}

    /** Tellings of which the rows may hold one more than a page does. */
    record Found<T>(List<T> items, PageCursor last, boolean more) {
        /** @param before of the page before, or null for the first */
        String next(String question, PageCursor before) {
            return more ? last.since(before).encode(question) : null;
        }
    }

    static Found<Telling> tellings(Connection connection, Conditions sql, int limit) throws SQLException {
        Found<Row> rows = read(connection, sql, limit, false);
        return new Found<>(rows.items().stream().map(Row::telling).toList(), rows.last(), rows.more());
    }

    static Found<EventItem> items(Connection connection, Conditions sql, int limit) throws SQLException {
        Found<Row> rows = read(connection, sql, limit, true);
        Labels names = Labels.read(
                connection,
                rows.items().stream()
                        .map(row -> row.telling().event())
                        .flatMap(event -> Stream.concat(event.actors().stream(), event.recipients().stream()))
                        .map(party -> "entity:" + party.entity())
                        .toList());
        return new Found<>(rows.items().stream().map(row -> item(row, names)).toList(), rows.last(), rows.more());
    }

    private static Found<Row> read(Connection connection, Conditions sql, int limit, boolean counted)
            throws SQLException {
        List<Row> items = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (items.size() == limit) {
                    Row last = items.get(limit - 1);
                    return new Found<>(
                            items,
                            new PageCursor(
                                    last.telling().sortAt(),
                                    last.telling().article(),
                                    last.ordinal(),
                                    items.get(0).telling().sortAt(),
                                    rows.getLong("as_of")),
                            true);
                }
                items.add(new Row(
                        rows.getString("event"),
                        new Telling(
                                rows.getString("id"),
                                rows.getInt("revision"),
                                rows.getString("title"),
                                rows.getString("source_id"),
                                ItemRows.instant(rows, "sort_at"),
                                event(rows.getString("document"))),
                        rows.getInt("ordinal"),
                        counted ? rows.getLong("mentions") : 0,
                        counted ? rows.getLong("sources") : 0,
                        counted ? ItemRows.instant(rows, "first_told") : null));
            }
        }
        return new Found<>(items, null, false);
    }

    private static EventItem item(Row row, Labels names) {
        Telling telling = row.telling();
        Event event = telling.event();
        return new EventItem(
                row.event(),
                event.type(),
                event.mode(),
                event.contexts(),
                event.cameo(),
                event.goldstein(),
                parties(event.actors(), names),
                parties(event.recipients(), names),
                event.place(),
                event.date(),
                event.datePrecision(),
                event.confidence(),
                new Evidence(
                        telling.article(),
                        telling.revision(),
                        telling.title(),
                        telling.source(),
                        telling.sortAt(),
                        event.sentence(),
                        event.trigger()),
                row.mentions(),
                row.sources(),
                row.firstTold());
    }

    private static List<Party> parties(List<Event.Participant> participants, Labels names) {
        return participants.stream()
                .map(who -> new Party(who.entity(), name(who, names), who.country(), who.sector()))
                .toList();
    }

    private static String name(Event.Participant who, Labels names) {
        return who.entity() == null ? who.span().surface() : names.of("entity", who.entity());
    }

    private static Event event(String json) {
        try {
            return MessageCodec.json().readValue(json, Event.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that the store wrote cannot be read", e);
        }
    }
}
