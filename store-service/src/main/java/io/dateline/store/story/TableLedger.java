package io.dateline.store.story;

import io.dateline.store.sql.Column;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@link Ledger} on the tables, within one transaction. Rows are collected and written a kind at a time: first what
 * concerns members that may not be in memory, then those in memory as they are by now. Not thread-safe.
 */
final class TableLedger implements Ledger {
    private static final String FOUND = """
            INSERT INTO stories (story_id, founded_at, founded_seq) SELECT * FROM unnest(?, ?, ?)
            ON CONFLICT (story_id) DO UPDATE SET founded_at = excluded.founded_at
            """;
    private static final String MEMBERS = """
            INSERT INTO story_members (article_id, story_id, copy_of, seq, revision, at, source_id, language)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id, copy_of = excluded.copy_of,
                seq = excluded.seq, revision = excluded.revision, at = excluded.at, source_id = excluded.source_id,
                language = excluded.language
            """;
    private static final String FEATURES = """
            INSERT INTO story_features (article_id, day, indexed, length, words, names, sketch)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (article_id) DO UPDATE SET day = excluded.day, indexed = excluded.indexed,
                length = excluded.length, words = excluded.words, names = excluded.names, sketch = excluded.sketch
            """;
    private static final String CHANGES = """
            INSERT INTO story_changes (seq, place, story_id, kind, article_id, other, reason)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
            """;
    /** Takes the ids of stories; adds up what they have. */
    static final String SUMS = """
            UPDATE stories SET members = sums.members, originals = sums.originals, sources = sums.sources,
                first_at = sums.first_at, last_at = sums.last_at, first_article = sums.first_article,
                languages = sums.languages
            FROM (SELECT touched.story_id, count(m.article_id) AS members,
                    count(m.article_id) FILTER (WHERE m.copy_of IS NULL) AS originals,
                    count(DISTINCT m.source_id) FILTER (WHERE m.copy_of IS NULL) AS sources,
                    min(m.at) AS first_at, max(m.at) AS last_at,
                    (array_agg(m.article_id ORDER BY m.copy_of IS NOT NULL, m.at, m.seq))[1] AS first_article,
                    coalesce(array_agg(DISTINCT m.language) FILTER (WHERE m.language IS NOT NULL), '{}') AS languages
                FROM unnest(?) AS touched (story_id) LEFT JOIN story_members AS m USING (story_id)
                GROUP BY touched.story_id) AS sums
            WHERE stories.story_id = sums.story_id
            """;

    private final Connection connection;
    private final Map<String, BuiltStory> founded = new LinkedHashMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<Deferred> deferred = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private long seq;
    private int place;

    TableLedger(Connection connection) {
        this.connection = connection;
    }

    /** What is written down from here on is caused by this change. */
    void cause(long seq) {
        this.seq = seq;
        this.place = 0;
    }

    /** How much was written down. */
    Map<Kind, Integer> counts() {
        return counts;
    }

    private record Deferred(String sql, List<Object> parameters) {}

    private record Change(long seq, int place, Kind kind, String story, String article, String other, String reason) {}

    @Override
    public void founded(BuiltStory story) {
        founded.put(story.id, story);
        touched.add(story.id);
    }

    @Override
    public void member(Member member) {
        members.put(member.id(), member);
        touched.add(member.story.id);
    }

    @Override
    public void gone(Member member) {
        members.remove(member.id());
        gone.add(member.id());
        touched.add(member.story.id);
    }

    @Override
    public void merged(BuiltStory from, BuiltStory into) {
        founded.put(into.id, into);
        touched.add(from.id);
        touched.add(into.id);
        deferred.add(
                new Deferred("UPDATE story_members SET story_id = ? WHERE story_id = ?", List.of(into.id, from.id)));
        deferred.add(new Deferred(
                "UPDATE stories SET merged_into = ? WHERE story_id = ? OR merged_into = ?",
                List.of(into.id, from.id, from.id)));
    }

    @Override
    public void recopied(String original, String now) {
        deferred.add(new Deferred(
                "UPDATE story_members SET copy_of = ? WHERE copy_of = ? AND article_id <> ?",
                List.of(now, original, now)));
    }

    @Override
    public void followed(String original, BuiltStory story) {
        deferred.add(
                new Deferred("UPDATE story_members SET story_id = ? WHERE copy_of = ?", List.of(story.id, original)));
    }

    @Override
    public void change(Kind kind, String story, String article, String other, String reason) {
        counts.merge(kind, 1, Integer::sum);
        changes.add(new Change(seq, place++, kind, story, article, other, reason));
        touched.add(story);
        if (other != null) {
            touched.add(other);
        }
    }

    @Override
    public String replaceOriginal(String original) throws SQLException {
        flush();
        String earliest = null;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT article_id FROM story_members WHERE copy_of = ? ORDER BY at, seq LIMIT 1")) {
            select.setString(1, original);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    earliest = row.getString(1);
                }
            }
        }
        if (earliest != null) {
            Sql.update(
                    connection,
                    "UPDATE story_members SET copy_of = nullif(?, article_id) WHERE copy_of = ?",
                    earliest,
                    original);
        }
        return earliest;
    }

    @Override
    public boolean emptied(BuiltStory story, BuiltStory into) throws SQLException {
        flush();
        return Sql.update(
                        connection,
                        "UPDATE stories SET merged_into = ? WHERE story_id = ? AND members = 0 AND merged_into IS NULL",
                        into.id,
                        story.id)
                > 0;
    }

    @Override
    public void flush() throws SQLException {
        Column.update(
                connection,
                FOUND,
                List.copyOf(founded.values()),
                List.of(
                        Column.text(story -> story.id),
                        Column.time(BuiltStory::foundedAt),
                        Column.big(story -> story.foundedSeq)));
        for (Deferred one : deferred) {
            Sql.update(connection, one.sql(), one.parameters().toArray());
        }
        delete();
        insertMembers(List.copyOf(members.values()));
        insertChanges();
        sums();
        founded.clear();
        deferred.clear();
        gone.clear();
        members.clear();
        changes.clear();
        touched.clear();
    }

    private void delete() throws SQLException {
        if (!gone.isEmpty()) {
            Sql.update(connection, "DELETE FROM story_members WHERE article_id = ANY (?)", gone);
            Sql.update(connection, "DELETE FROM story_features WHERE article_id = ANY (?)", gone);
        }
    }

    private void insertMembers(List<Member> rows) throws SQLException {
        Column.update(
                connection,
                MEMBERS,
                rows,
                List.of(
                        Column.text(Member::id),
                        Column.text(member -> member.story.id),
                        Column.text(member -> member.copyOf()),
                        Column.big(member -> member.report.seq()),
                        Column.integer(member -> member.report.revision()),
                        Column.time(member -> member.report.at()),
                        Column.text(member -> member.report.sourceId()),
                        Column.text(member -> member.report.language())));
        Column.update(
                connection,
                FEATURES,
                rows,
                List.of(
                        Column.text(Member::id),
                        Column.integer(member -> member.report.day()),
                        Column.flag(member -> member.indexed),
                        Column.integer(member -> member.report.features().length()),
                        Column.bytes(member -> member.report.features().words().encode()),
                        Column.bytes(member -> member.report.features().names().encode()),
                        Column.bytes(member -> member.report.features().sketch())));
    }

    private void insertChanges() throws SQLException {
        Column.update(
                connection,
                CHANGES,
                changes,
                List.of(
                        Column.big(Change::seq),
                        Column.integer(Change::place),
                        Column.text(Change::story),
                        Column.text(change -> change.kind().name().toLowerCase(Locale.ROOT)),
                        Column.text(Change::article),
                        Column.text(Change::other),
                        Column.text(Change::reason)));
    }

    private void sums() throws SQLException {
        if (!touched.isEmpty()) {
            Sql.update(connection, SUMS, touched);
        }
    }
}
