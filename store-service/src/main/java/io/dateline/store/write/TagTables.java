package io.dateline.store.write;

import io.dateline.store.sql.Column;
import io.dateline.store.write.TagRows.EntityRow;
import io.dateline.store.write.TagRows.EventRow;
import io.dateline.store.write.TagRows.QuoteRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The inserts of entities, events and quotes, one statement a table and batch. */
final class TagTables {
    /** Those whose rows say by {@code current} whether they are of a usable head. */
    static final List<String> WITH_CURRENT = List.of("article_entities", "event_mentions", "quotes");

    private static final String INSERT_ENTITIES = """
            INSERT INTO article_entities (stored_month, id, revision, sort_at, current, entity, type, name, salience,
                mentions, roles)
            SELECT ?, id, revision, sort_at, current, entity, type, name, salience, mentions, roles::jsonb
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS row (id, revision, sort_at, current, entity, type, name,
                salience, mentions, roles)
            ON CONFLICT DO NOTHING
            """;
    private static final String INSERT_EVENTS = """
            INSERT INTO event_mentions (stored_month, id, revision, sort_at, current, ordinal, event, type, keys,
                event_date, confidence, source_id, document)
            SELECT ?, id, revision, sort_at, current, ordinal, event, type, string_to_array(keys, U&'\\001F'),
                event_date::date, confidence, source_id, document::jsonb
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS row (id, revision, sort_at, current, ordinal, event,
                type, keys, event_date, confidence, source_id, document)
            ON CONFLICT DO NOTHING
            """;
    private static final String INSERT_QUOTES = """
            INSERT INTO quotes (stored_month, id, revision, sort_at, current, ordinal, speaker, document)
            SELECT ?, id, revision, sort_at, current, ordinal, speaker, document::jsonb
            FROM unnest(?, ?, ?, ?, ?, ?, ?) AS row (id, revision, sort_at, current, ordinal, speaker, document)
            ON CONFLICT DO NOTHING
            """;

    private TagTables() {}

    /** To be called once the articles are in: a row that is there already is one of this very batch. */
    static void insert(Connection connection, List<ArticleRow> rows, LocalDate month, KnownRevisions known)
            throws SQLException {
        insert(
                connection,
                INSERT_ENTITIES,
                month,
                each(rows, row -> row.tagRows().entities()),
                columns(
                        known,
                        text(EntityRow::entity),
                        text(EntityRow::type),
                        text(EntityRow::name),
                        Column.real(one -> one.tag().salience()),
                        Column.integer(one -> one.tag().mentions()),
                        text(EntityRow::roles)));
        insert(
                connection,
                INSERT_EVENTS,
                month,
                each(rows, row -> row.tagRows().events()),
                columns(
                        known,
                        Column.integer(Of::ordinal),
                        text(EventRow::event),
                        text(EventRow::type),
                        text(event -> Tags.joined(event.keys())),
                        text(EventRow::date),
                        Column.real(one -> one.tag().confidence()),
                        Column.text(one -> one.article().sourceId()),
                        text(EventRow::document)));
        insert(
                connection,
                INSERT_QUOTES,
                month,
                each(rows, row -> row.tagRows().quotes()),
                columns(known, Column.integer(Of::ordinal), text(QuoteRow::speaker), text(QuoteRow::document)));
    }

    /** A tag and whose it is. */
    private record Of<T>(ArticleRow article, T tag, int ordinal) {}

    private static <T> List<Of<T>> each(List<ArticleRow> rows, Function<ArticleRow, List<T>> tags) {
        List<Of<T>> all = new ArrayList<>();
        for (ArticleRow row : rows) {
            int ordinal = 0;
            for (T tag : tags.apply(row)) {
                all.add(new Of<>(row, tag, ordinal++));
            }
        }
        return all;
    }

    @SafeVarargs
    private static <T> List<Column<Of<T>>> columns(KnownRevisions known, Column<Of<T>>... own) {
        List<Column<Of<T>>> columns = new ArrayList<>();
        columns.add(Column.text(one -> one.article().id()));
        columns.add(Column.integer(one -> one.article().revision()));
        columns.add(Column.time(one -> one.article().sortAt()));
        columns.add(
                Column.flag(one -> known.isHead(one.article()) && !one.article().hides()));
        columns.addAll(List.of(own));
        return columns;
    }

    private static <T> Column<Of<T>> text(Function<T, String> value) {
        return Column.text(one -> value.apply(one.tag()));
    }

    private static <T> void insert(
            Connection connection, String sql, LocalDate month, List<Of<T>> rows, List<Column<Of<T>>> columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, month);
            Column.bind(insert, 2, rows, columns);
            insert.executeUpdate();
        }
    }
}
