package io.dateline.store.query;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.RecordPosition;
import io.dateline.store.query.ArticleTrail.Enriched;
import io.dateline.store.query.ArticleTrail.Fetched;
import io.dateline.store.query.ArticleTrail.InStory;
import io.dateline.store.query.ArticleTrail.Passage;
import io.dateline.store.query.ArticleTrail.Published;
import io.dateline.store.query.ArticleTrail.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pipeline did with an article. Every call blocks on the database. */
@ApplicationScoped
public class TrailQueries {
    private static final String TRAIL = """
            SELECT r.*, a.fetched_at, a.source_id, a.raw ->> 'feedId' AS feed_id, a.enrichment_version
            FROM revisions AS r LEFT JOIN articles AS a USING (id, revision, stored_month)
            WHERE r.id = ? ORDER BY r.revision DESC
            """;

    private static final String STORY = "SELECT story_id, seq, copy_of FROM story_members WHERE article_id = ?";

    private final ReadPool pool;

    TrailQueries(ReadPool pool) {
        this.pool = pool;
    }

    /**
     * Empty where the store has no such article or it is under embargo; a withdrawn one still has a trail.
     *
     * @throws ProblemException {@code erased}, {@code query-timeout} or {@code store-unavailable}
     */
    public Optional<ArticleTrail> get(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(TRAIL)) {
                select.setString(1, id);
                List<Passage> passages = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getObject("erased_at") != null) {
                            throw new ProblemException(
                                    ProblemCode.ERASED, "It was erased on request, in every revision.");
                        }
                        passages.add(passage(rows));
                    }
                }
                if (passages.isEmpty() || passages.get(0).status() == ArticleStatus.WITHHELD) {
                    return Optional.empty();
                }
                Passage head = passages.get(0);
                return Optional.of(new ArticleTrail(
                        id,
                        head.status(),
                        head.revision(),
                        story(connection, id),
                        passages,
                        SightingReading.of(connection, id).untitled()));
            }
        });
    }

    private static InStory story(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STORY)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new InStory(row.getString(1), row.getLong(2), row.getString(3)) : null;
            }
        }
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                row.getInt("revision"),
                ItemRows.status(row.getString("status")),
                new Fetched(ItemRows.instant(row, "fetched_at"), row.getString("source_id"), row.getString("feed_id")),
                new Published(position(row, "raw", "raw_at")),
                new Enriched(
                        ItemRows.instant(row, "enriched_at"),
                        row.getString("enrichment_version"),
                        position(row, "enriched", "enriched_published_at")),
                new Stored(ItemRows.instant(row, "stored_at"), row.getLong("seq"), row.getString("trace_id")));
    }

    private static RecordPosition position(ResultSet row, String record, String time) throws SQLException {
        String topic = row.getString(record + "_topic");
        return topic == null
                ? null
                : new RecordPosition(
                        topic,
                        row.getInt(record + "_partition"),
                        row.getLong(record + "_offset"),
                        ItemRows.instant(row, time));
    }
}
