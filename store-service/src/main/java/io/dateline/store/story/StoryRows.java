package io.dateline.store.story;

import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.ItemRows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Reads summaries from rows of the table {@code stories AS s}. */
final class StoryRows {
    static final String COLUMNS = "s.story_id, s.first_at, s.last_at, s.members, s.originals, s.sources, s.languages";

    /** Its first article as lists show it, where it may be shown. */
    static final String FIRST = " JOIN articles AS a ON a.id = s.first_article AND a.is_head AND a.status = 'usable'"
            + " JOIN revisions AS r ON r.id = a.id AND r.revision = a.revision";

    private StoryRows() {}

    /** @param first to take the title from */
    static StorySummary summary(ResultSet row, ArticleItem first) throws SQLException {
        return new StorySummary(
                row.getString("story_id"),
                first.title(),
                first,
                ItemRows.instant(row, "first_at"),
                ItemRows.instant(row, "last_at"),
                row.getInt("members"),
                row.getInt("originals"),
                row.getInt("sources"),
                languages(row.getArray("languages")));
    }

    private static List<String> languages(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).sorted().toList();
    }
}
