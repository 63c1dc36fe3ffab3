package io.dateline.ingest.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.ingest.identity.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Rows of the table of imports, as objects. */
final class ImportRows {
    static final String COLUMNS = """
            SELECT id, path, kind, source, rate, state, reason, detail, total_files, total_bytes, file, file_offset,
                   file_record, done_bytes, accepted, unchanged, sightings, skipped, rejected, report_bytes,
                   busy_seconds, created_at, started_at, finished_at FROM imports
            """;

    private ImportRows() {}

    static Import view(ResultSet row) throws SQLException {
        Progress progress = progress(row);
        Import.State state = state(row.getString("state"));
        long total = row.getLong("total_bytes");
        long records = progress.accepted
                + progress.unchanged
                + progress.sightings
                + progress.rejected.values().stream().mapToLong(Long::longValue).sum();
        boolean known = progress.busySeconds > 0;
        Double perSecond = known ? Double.valueOf(Math.round(records / progress.busySeconds * 10) / 10.0) : null;
        boolean left = state == Import.State.RUNNING && known && progress.doneBytes > 0;
        Long secondsLeft = left
                ? Long.valueOf(
                        Math.round(Math.max(0, total - progress.doneBytes) * progress.busySeconds / progress.doneBytes))
                : null;
        return new Import(
                row.getString("id"),
                row.getString("path"),
                ImportKind.of(row.getString("kind")),
                row.getString("source"),
                row.getInt("rate"),
                state,
                row.getString("reason"),
                row.getString("detail"),
                position(progress),
                row.getInt("total_files"),
                total,
                progress.doneBytes,
                progress.accepted,
                progress.unchanged,
                progress.sightings,
                progress.skipped,
                progress.rejected,
                perSecond,
                secondsLeft,
                progress.reportBytes == 0 ? null : "rejected/" + row.getString("id") + ImportFolder.REPORT,
                Sql.instant(row, "created_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"));
    }

    private static Import.Position position(Progress progress) {
        if (progress.file == null) {
            return null;
        }
        Long offset = progress.offset == Progress.END ? null : Long.valueOf(progress.offset);
        return new Import.Position(progress.file, offset, progress.record);
    }

    static LeasedImport leased(ResultSet row, UUID token) throws SQLException {
        return new LeasedImport(
                row.getString("id"),
                row.getString("path"),
                ImportKind.of(row.getString("kind")),
                row.getString("source"),
                row.getInt("rate"),
                progress(row),
                token);
    }

    private static Progress progress(ResultSet row) throws SQLException {
        Progress progress = new Progress();
        progress.file = row.getString("file");
        progress.offset = row.getLong("file_offset");
        progress.record = row.getLong("file_record");
        progress.doneBytes = row.getLong("done_bytes");
        progress.accepted = row.getLong("accepted");
        progress.unchanged = row.getLong("unchanged");
        progress.sightings = row.getLong("sightings");
        progress.skipped = row.getLong("skipped");
        progress.rejected.putAll(counts(row.getString("rejected")));
        progress.reportBytes = row.getLong("report_bytes");
        progress.busySeconds = row.getDouble("busy_seconds");
        return progress;
    }

    static String json(Map<String, Long> counts) {
        try {
            return MessageCodec.json().writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts cannot be written", e);
        }
    }

    private static Map<String, Long> counts(String json) {
        try {
            return MessageCodec.json().readValue(json, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts cannot be read", e);
        }
    }

    static Import.State state(String column) {
        return Import.State.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
