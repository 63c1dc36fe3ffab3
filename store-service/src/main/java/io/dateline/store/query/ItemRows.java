package io.dateline.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.message.MessageCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Reads list items from rows that hold the columns named here. */
public final class ItemRows {
    /** Of the table {@code articles AS a}. */
    public static final String ARTICLE_COLUMNS =
            "a.id, a.revision, a.status, a.source_id, a.source_name, a.source_kind, a.url, a.title, a.snippet,"
                    + " a.language, a.published_at, a.sort_at, a.fetched_at, a.highlights";
    /** Of the table {@code revisions AS r}. */
    public static final String REVISION_COLUMNS = "r.seq, r.stored_at";

    private ItemRows() {}

    /** The item of the current row. */
    public static ArticleItem item(ResultSet row) throws SQLException {
        ArticleStatus status = status(row.getString("status"));
        // What was withdrawn is not shown, only that it was.
        boolean withdrawn = status == ArticleStatus.CANCELED;
        Highlights highlights = withdrawn ? Highlights.NONE : highlights(row.getString("highlights"));
        return new ArticleItem(
                row.getString("id"),
                row.getInt("revision"),
                row.getLong("seq"),
                status,
                withdrawn ? "" : row.getString("title"),
                withdrawn ? "" : row.getString("snippet"),
                new Source(
                        row.getString("source_id"),
                        row.getString("source_name"),
                        Source.Kind.valueOf(row.getString("source_kind").toUpperCase(Locale.ROOT))),
                row.getString("url"),
                row.getString("language"),
                instant(row, "published_at"),
                instant(row, "sort_at"),
                instant(row, "fetched_at"),
                instant(row, "stored_at"),
                highlights.dateline(),
                highlights.entities(),
                highlights.topics());
    }

    public static ArticleStatus status(String column) {
        return ArticleStatus.valueOf(column.toUpperCase(Locale.ROOT));
    }

    /** The instant in a timestamptz column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Highlights highlights(String json) {
        try {
            return MessageCodec.json().readValue(json, Highlights.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("highlights that the store wrote cannot be read", e);
        }
    }
}
