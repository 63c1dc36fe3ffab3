package io.dateline.store.deadletter;

import io.dateline.store.query.ReadPool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was put back, remembered for as long as Kafka may keep the letter. Thread-safe. */
final class ReplayTable {
    /** Of one topic, read at once; more than {@link Known} is ever asked about, as each letter is put back a few times. */
    private static final int MOST = 50_000;

    private static final String OF_ONE = """
            SELECT partition_no, letter_offset, written_at, replayed_at, key_id, edited FROM dead_letter_replays
            WHERE topic = ? AND partition_no = ? AND letter_offset = ? ORDER BY replayed_at
            """;
    private static final String OF_TOPIC = """
            SELECT partition_no, letter_offset, written_at, replayed_at, key_id, edited FROM dead_letter_replays
            WHERE topic = ? ORDER BY written_at DESC, replayed_at LIMIT ?
            """;
    private static final String INSERT = """
            INSERT INTO dead_letter_replays (topic, partition_no, letter_offset, written_at, replayed_at, key_id, edited)
            VALUES (?, ?, ?, ?, clock_timestamp(), ?, ?)
            """;
    private static final String FORGET =
            "DELETE FROM dead_letter_replays WHERE written_at < now() - make_interval(secs => ?)";

    private final ReadPool pool;
    private final Duration keep;

    /** @param keep since a letter was written */
    ReplayTable(ReadPool pool, Duration keep) {
        this.pool = pool;
        this.keep = keep;
    }

    /** What is known of some letters. An offset alone would name another letter where a topic was made anew. */
    static final class Known {
        private final Map<Place, List<Replay>> replays = new HashMap<>();

        private record Place(int partition, long offset, long writtenAt) {}

        private void add(ResultSet row) throws SQLException {
            Place place = new Place(
                    row.getInt("partition_no"),
                    row.getLong("letter_offset"),
                    row.getObject("written_at", OffsetDateTime.class)
                            .toInstant()
                            .toEpochMilli());
            replays.computeIfAbsent(place, none -> new ArrayList<>())
                    .add(new Replay(
                            row.getObject("replayed_at", OffsetDateTime.class).toInstant(),
                            row.getString("key_id"),
                            row.getBoolean("edited")));
        }

        /** Oldest first; never null. */
        List<Replay> of(LetterHead head) {
            return replays.getOrDefault(
                    new Place(
                            head.id().partition(), head.id().offset(), head.at().toEpochMilli()),
                    List.of());
        }
    }

    Known of(LetterId id) {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_ONE)) {
                select.setString(1, id.topic());
                select.setInt(2, id.partition());
                select.setLong(3, id.offset());
                return known(select);
            }
        });
    }

    Known of(String topic) {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_TOPIC)) {
                select.setString(1, topic);
                select.setInt(2, MOST);
                return known(select);
            }
        });
    }

    /** @param by id of a key, or null */
    void remember(LetterHead head, String by, boolean edited) {
        pool.ask(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, head.id().topic());
                insert.setInt(2, head.id().partition());
                insert.setLong(3, head.id().offset());
                insert.setObject(4, head.at().atOffset(ZoneOffset.UTC));
                insert.setString(5, by);
                insert.setBoolean(6, edited);
                insert.executeUpdate();
            }
            forget(connection);
            return head;
        });
    }

    private void forget(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setLong(1, keep.toSeconds());
            delete.executeUpdate();
        }
    }

    private static Known known(PreparedStatement select) throws SQLException {
        Known known = new Known();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                known.add(rows);
            }
        }
        return known;
    }
}
