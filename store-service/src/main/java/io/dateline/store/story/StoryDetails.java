package io.dateline.store.story;

import io.dateline.contracts.article.Source;
import io.dateline.store.query.ItemRows;
import io.dateline.store.story.Story.Change;
import io.dateline.store.story.Story.Member;
import io.dateline.store.story.Story.Reporter;
import io.dateline.store.story.Story.SharedTag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one story with all that is shown of it. */
final class StoryDetails {
    /** A merged story whose other was merged in its turn is followed so far. */
    private static final int MERGERS = 20;

    private static final String STORY =
            "SELECT s.merged_into, " + StoryRows.COLUMNS + " FROM stories AS s WHERE s.story_id = ?";
    private static final String SHOWN =
            " JOIN articles AS a ON a.id = m.article_id AND a.is_head AND a.status = 'usable'";
    private static final String MEMBERS = "SELECT " + ItemRows.ARTICLE_COLUMNS + ", " + ItemRows.REVISION_COLUMNS
            + ", m.copy_of FROM story_members AS m" + SHOWN
            + " JOIN revisions AS r ON r.id = a.id AND r.revision = a.revision"
            + " WHERE m.story_id = ? ORDER BY m.at, m.seq LIMIT " + Story.MEMBERS;
    private static final String REPORTERS =
            "SELECT a.source_id, max(a.source_name) AS name, max(a.source_kind) AS kind,"
                    + " count(*) FILTER (WHERE m.copy_of IS NULL) AS originals, count(m.copy_of) AS copies,"
                    + " min(m.at) AS first_at FROM story_members AS m" + SHOWN
                    + " WHERE m.story_id = ? GROUP BY a.source_id"
                    + " ORDER BY count(*) = count(m.copy_of), min(m.at), min(m.seq) LIMIT 200";
    private static final String SHARED = """
            WITH originals AS (SELECT a.tags FROM story_members AS m
                    JOIN articles AS a ON a.id = m.article_id AND a.is_head AND a.status = 'usable'
                    WHERE m.story_id = ? AND m.copy_of IS NULL ORDER BY m.at, m.seq LIMIT 200),
                counted AS (SELECT tag, count(*) AS n FROM originals, unnest(tags) AS tag GROUP BY tag HAVING count(*) > 1),
                ranked AS (SELECT tag, n, split_part(tag, ':', 1) AS kind, row_number() OVER
                    (PARTITION BY split_part(tag, ':', 1) ORDER BY n DESC, tag) AS place FROM counted)
            SELECT kind, substr(tag, strpos(tag, ':') + 1) AS value, n,
                coalesce((SELECT label FROM labels WHERE labels.tag = ranked.tag), substr(tag, strpos(tag, ':') + 1))
                    AS label
            FROM ranked WHERE kind IN ('entity', 'topic', 'place', 'event') AND place <= 12 ORDER BY kind, place
            """;
    private static final String HISTORY = """
            SELECT * FROM (SELECT * FROM story_changes WHERE story_id = ? OR other = ?
                ORDER BY seq DESC, place DESC LIMIT 100) AS last ORDER BY seq, place
            """;

    private final Connection connection;

    StoryDetails(Connection connection) {
        this.connection = connection;
    }

    Optional<Story> read(String asked) throws SQLException {
        String id = asked;
        for (int i = 0; i < MERGERS; i++) {
            try (PreparedStatement select = connection.prepareStatement(STORY)) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    String into = row.getString("merged_into");
                    if (into == null) {
                        return story(row, id);
                    }
                    id = into;
                }
            }
        }
        throw new IllegalStateException("story " + asked + " was merged in a circle");
    }

    private Optional<Story> story(ResultSet row, String id) throws SQLException {
        List<Member> members =
                list(MEMBERS, member -> new Member(ItemRows.item(member), member.getString("copy_of")), id);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Member first = members.stream()
                .min(Comparator.comparing(member -> member.copyOf() != null))
                .orElseThrow();
        return Optional.of(new Story(
                StoryRows.summary(row, first.article()),
                members,
                members.size() < Story.MEMBERS ? 0 : Math.max(0, row.getInt("members") - members.size()),
                list(REPORTERS, StoryDetails::reporter, id),
                list(
                        SHARED,
                        tag -> new SharedTag(
                                tag.getString("kind"), tag.getString("value"), tag.getString("label"), tag.getInt("n")),
                        id),
                list(HISTORY, StoryDetails::change, id, id)));
    }

    private static Reporter reporter(ResultSet row) throws SQLException {
        return new Reporter(
                new Source(
                        row.getString("source_id"),
                        row.getString("name"),
                        Source.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))),
                row.getInt("originals"),
                row.getInt("copies"),
                ItemRows.instant(row, "first_at"));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("seq"),
                row.getString("kind"),
                row.getString("story_id"),
                row.getString("article_id"),
                row.getString("other"),
                row.getString("reason"));
    }

    private <T> List<T> list(String sql, RowReader<T> reader, String... parameters) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(reader.read(row));
                }
            }
        }
        return all;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
