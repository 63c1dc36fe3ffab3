package io.dateline.store.story;

import io.dateline.store.query.Filter;
import io.dateline.store.query.ItemRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads one page of stories. */
final class StoryPages {
    /** Articles whose stories are looked for where stories are filtered by their articles. */
    static final int MATCHES = 10_000;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private StoryPages() {}

    static StoryPage read(Connection connection, StoryQuery query, Filter filter) throws SQLException {
        int limit = query.articles().limit();
        List<StorySummary> items = new ArrayList<>();
        String next = null;
        StoryCursorToken last = null;
        try (PreparedStatement select = new StoryPages().question(query, filter).prepare(connection);
                ResultSet row = select.executeQuery()) {
            int found = 0;
            while (row.next()) {
                if (++found > limit) {
                    next = last.encode(query.key());
                    break;
                }
                last = new StoryCursorToken(
                        row.getInt("members"), ItemRows.instant(row, "last_at"), row.getString("story_id"));
                // A story whose first article was hidden a moment ago is shown again when it has another first.
                if (row.getString("id") != null) {
                    items.add(StoryRows.summary(row, ItemRows.item(row)));
                }
            }
        }
        return new StoryPage(items, next);
    }

    private StoryPages question(StoryQuery query, Filter filter) {
        boolean largest = query.sort() == StoryQuery.Sort.LARGEST;
        String order = (largest ? "s.members DESC, " : "") + "s.last_at DESC, s.story_id DESC";
        add("SELECT " + StoryRows.COLUMNS + ", " + ItemRows.ARTICLE_COLUMNS + ", " + ItemRows.REVISION_COLUMNS
                + " FROM (SELECT * FROM stories AS s WHERE s.merged_into IS NULL AND "
                // The very words of a partial index, or the planner does not see that it fits.
                + (query.minSources() > 1 ? "s.sources > 1" : "s.members > 0")
                + (largest && query.minSources() > 1 ? " AND s.members > 0" : ""));
        if (query.minSources() > 2) {
            add(" AND s.sources >= ?", query.minSources());
        }
        if (filter.sorted().from() != null) {
            add(" AND s.last_at >= ?", time(filter.sorted().from()));
        }
        if (filter.sorted().to() != null) {
            add(" AND s.first_at < ?", time(filter.sorted().to()));
        }
        if (!filter.tagGroups().isEmpty() || !filter.excluded().isEmpty()) {
            matching(filter);
        }
        if (query.articles().cursor() != null) {
            StoryCursorToken after = StoryCursorToken.decode(query.articles().cursor(), query.key());
            if (largest) {
                add(
                        " AND (s.members, s.last_at, s.story_id) < (?, ?, ?)",
                        after.members(),
                        time(after.lastAt()),
                        after.id());
            } else {
                add(" AND (s.last_at, s.story_id) < (?, ?)", time(after.lastAt()), after.id());
            }
        }
        add(" ORDER BY " + order + " LIMIT ?", query.articles().limit() + 1);
        return add(") AS s" + StoryRows.FIRST.replace(" JOIN", " LEFT JOIN") + " ORDER BY " + order);
    }

    private void matching(Filter filter) {
        add(" AND s.story_id IN (SELECT m.story_id FROM story_members AS m JOIN (SELECT a.id FROM articles AS a"
                + " WHERE a.is_head AND a.status = 'usable'");
        for (List<String> group : filter.tagGroups()) {
            add(" AND a.tags && ?", group);
        }
        if (!filter.excluded().isEmpty()) {
            add(" AND NOT a.tags && ?", List.copyOf(filter.excluded()));
        }
        if (filter.sorted().from() != null) {
            // A story of that time may match by an article of its beginning.
            add(
                    " AND a.sort_at >= ?::timestamptz - interval '14 days'",
                    time(filter.sorted().from()));
        }
        if (filter.sorted().to() != null) {
            // Or the newest matches would all be of stories that had not begun.
            add(
                    " AND a.sort_at < ?::timestamptz + interval '14 days'",
                    time(filter.sorted().to()));
        }
        add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT " + MATCHES + ") AS a ON m.article_id = a.id)");
    }

    private StoryPages add(String piece, Object... bound) {
        sql.append(piece);
        values.addAll(List.of(bound));
        return this;
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof List<?> list) {
                select.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
            } else {
                select.setObject(i + 1, value);
            }
        }
        return select;
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
