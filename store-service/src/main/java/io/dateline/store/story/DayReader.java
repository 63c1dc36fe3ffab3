package io.dateline.store.story;

import io.dateline.store.story.Window.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the builder knows of a day, and on which days articles are, within one transaction. */
final class DayReader implements Window.Source {
    private static final String DAY = """
            SELECT m.article_id, m.seq, m.revision, m.at, m.source_id, m.language, m.copy_of, m.story_id,
                f.indexed, f.length, f.words, f.names, f.sketch, s.founded_at, s.founded_seq
            FROM story_features AS f JOIN story_members AS m USING (article_id) JOIN stories AS s USING (story_id)
            WHERE f.day = ? ORDER BY m.seq
            """;

    private final Connection connection;
    private final TableLedger ledger;

    DayReader(Connection connection, TableLedger ledger) {
        this.connection = connection;
        this.ledger = ledger;
    }

    @Override
    public List<Row> read(int day) throws SQLException {
        // What was done so far may concern members of that day.
        ledger.flush();
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DAY)) {
            select.setInt(1, day);
            select.setFetchSize(5_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Member member = new Member(report(row), row.getBoolean("indexed"));
                    member.copyOf(row.getString("copy_of"));
                    rows.add(new Row(
                            member,
                            row.getString("story_id"),
                            row.getObject("founded_at", OffsetDateTime.class).toInstant(),
                            row.getLong("founded_seq")));
                }
            }
        }
        return rows;
    }

    /** The days of those articles that are in a story. */
    Map<String, Integer> days(List<String> articles) throws SQLException {
        Map<String, Integer> days = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT article_id, day FROM story_features WHERE article_id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", articles.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return days;
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("seq"),
                row.getString("article_id"),
                row.getInt("revision"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("source_id"),
                row.getString("language"),
                new Features(
                        Terms.decode(row.getBytes("words")),
                        Terms.decode(row.getBytes("names")),
                        row.getBytes("sketch"),
                        row.getInt("length")));
    }
}
