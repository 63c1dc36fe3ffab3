package io.dateline.store.write;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.sql.Column;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Shows other tags of stored revisions: what lists, filters and pages go by is made anew of them, and the pointer to them
 * is moved. It is no change of the article, so no seq is taken and no follower is told.
 */
public final class ShownTags {
    private static final String UPDATE = """
            UPDATE articles AS a
            SET enrichment_version = row.version, language = row.language, highlights = row.highlights::jsonb,
                tags = string_to_array(row.tags, U&'\\001F'), mentioned = row.mentioned::datemultirange,
                tsv = setweight(to_tsvector(row.config::regconfig, row.title_words), 'A')
                    || setweight(to_tsvector(row.config::regconfig, row.body_words), 'B')
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS row (id, revision, version, language, highlights, tags, config,
                title_words, body_words, mentioned)
            WHERE a.id = row.id AND a.revision = row.revision AND a.stored_month = ?
            """;
    /** Not again under the lock: an article that is hidden or dropped meanwhile is left as it is. */
    private static final String MONTHS = """
            SELECT id, revision, stored_month FROM articles
            WHERE id = ANY (?) AND status = 'usable'
            """;

    private static final String REPLACED = """
            UPDATE enrichments SET replaced = row.replaced FROM unnest(?, ?, ?, ?) AS row (id, revision, version, replaced)
            WHERE enrichments.id = row.id AND enrichments.revision = row.revision AND enrichments.version = row.version
            """;

    private final DataSource dataSource;
    private final KnownTags knownTags = new KnownTags();

    public ShownTags(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One revision and the tags it is to show.
     *
     * @param article  with those tags
     * @param replaced the version they take the place of, to be remembered with them; null where they go back to what was
     *                 there before
     */
    public record Switch(EnrichedArticle article, String replaced) {}

    /** How many were switched; all are committed when it returns, none when it throws. */
    public int show(List<Switch> switches) throws SQLException {
        List<ArticleRow> rows = switches.stream()
                .map(one -> Rows.of(one.article(), null))
                .sorted(Comparator.comparing(ArticleRow::id).thenComparing(ArticleRow::revision))
                .toList();
        return Sql.transaction(dataSource, connection -> {
            int switched = show(connection, rows);
            remember(connection, switches);
            return switched;
        });
    }

    private int show(Connection connection, List<ArticleRow> rows) throws SQLException {
        // Before the lock, as writers do. Names of what is erased meanwhile are swept with all that nobody uses.
        knownTags.labels().insertNew(connection, ArticleRow.shown(rows));
        knownTags.places().insertNew(connection, rows);
        // Writers and erasures wait: which revision is the head, and what there is, stays so until the commit.
        ChangeOrder.take(connection, 0);
        KnownRevisions known = KnownRevisions.read(connection, rows);
        Map<LocalDate, List<ArticleRow>> byMonth = byMonth(connection, rows);
        int switched = 0;
        for (Map.Entry<LocalDate, List<ArticleRow>> month : byMonth.entrySet()) {
            for (String table : TagTables.WITH_CURRENT) {
                delete(connection, table, month.getKey(), month.getValue());
            }
            update(connection, month.getKey(), month.getValue());
            TagTables.insert(connection, month.getValue(), month.getKey(), known);
            switched += month.getValue().size();
        }
        return switched;
    }

    private static Map<LocalDate, List<ArticleRow>> byMonth(Connection connection, List<ArticleRow> rows)
            throws SQLException {
        Map<String, LocalDate> months = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(MONTHS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(ArticleRow::id).toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    months.put(found.getString(1) + "/" + found.getInt(2), found.getObject(3, LocalDate.class));
                }
            }
        }
        return rows.stream()
                .filter(row -> months.containsKey(row.id() + "/" + row.revision()))
                .collect(Collectors.groupingBy(
                        row -> months.get(row.id() + "/" + row.revision()), TreeMap::new, Collectors.toList()));
    }

    private static void delete(Connection connection, String table, LocalDate month, List<ArticleRow> rows)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM %1$s USING unnest(?, ?) AS row (id, revision) WHERE %1$s.id = row.id AND %1$s.revision ="
                                .formatted(table)
                        + " row.revision AND stored_month = ?")) {
            Column.bind(delete, 1, rows, List.of(Column.text(ArticleRow::id), Column.integer(ArticleRow::revision)));
            delete.setObject(3, month);
            delete.executeUpdate();
        }
    }

    private static void update(Connection connection, LocalDate month, List<ArticleRow> rows) throws SQLException {
        List<Column<ArticleRow>> columns = List.of(
                Column.text(ArticleRow::id),
                Column.integer(ArticleRow::revision),
                Column.text(ArticleRow::enrichmentVersion),
                Column.text(ArticleRow::language),
                Column.text(ArticleRow::highlights),
                Column.text(row -> Tags.joined(row.tags())),
                Column.text(ArticleRow::textConfig),
                Column.text(ArticleRow::searchableTitle),
                Column.text(ArticleRow::searchable),
                Column.text(ArticleRow::mentioned));
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            Column.bind(update, 1, rows, columns);
            update.setObject(columns.size() + 1, month);
            update.executeUpdate();
        }
    }

    private static void remember(Connection connection, List<Switch> switches) throws SQLException {
        List<Switch> told = new ArrayList<>(switches);
        told.removeIf(one -> one.replaced() == null);
        if (told.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(REPLACED)) {
            Column.bind(
                    update,
                    1,
                    told,
                    List.of(
                            Column.text(one -> one.article().article().id()),
                            Column.integer(one -> one.article().article().revision()),
                            Column.text(one -> one.article().enrichment().version()),
                            Column.text(Switch::replaced)));
            update.executeUpdate();
        }
    }
}
