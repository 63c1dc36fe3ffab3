package io.dateline.store.write;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.sql.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The bulky inserts: text, tags, search vector. */
final class ArticleTables {
    private static final String INSERT_ARTICLES = """
            INSERT INTO articles (stored_month, id, revision, is_head, status, source_id, source_name, source_kind, url,
                title, snippet, language, published_at, sort_at, fetched_at, enrichment_version, highlights, tags, tsv,
                raw, mentioned)
            SELECT ?, id, revision, is_head, status, source_id, source_name, source_kind, url, title, snippet, language,
                published_at, sort_at, fetched_at, version, highlights::jsonb, string_to_array(tags, U&'\\001F'),
                setweight(to_tsvector(config::regconfig, title_words), 'A')
                    || setweight(to_tsvector(config::regconfig, body_words), 'B'),
                raw::jsonb, mentioned::datemultirange
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS row (id, revision, is_head, status, source_id, source_name, source_kind, url, title, snippet,
                    language, published_at, sort_at, fetched_at, version, highlights, tags, config, title_words,
                    body_words, raw, mentioned)
            ON CONFLICT DO NOTHING
            """;
    private static final String INSERT_ENRICHMENTS = """
            INSERT INTO enrichments (stored_month, id, revision, version, packed, fingerprint)
            SELECT ?, * FROM unnest(?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final List<Column<ArticleRow>> ENRICHMENT = List.of(
            Column.text(ArticleRow::id),
            Column.integer(ArticleRow::revision),
            Column.text(ArticleRow::enrichmentVersion),
            Column.bytes(ArticleRow::packedTags),
            Column.text(ArticleRow::fingerprint));

    private ArticleTables() {}

    /** False where another writer has committed one of the rows since they were looked up. */
    static boolean insert(Connection connection, List<ArticleRow> rows, LocalDate month, KnownRevisions known)
            throws SQLException {
        return insert(connection, INSERT_ARTICLES, rows, month, article(known))
                && insert(connection, INSERT_ENRICHMENTS, rows, month, ENRICHMENT);
    }

    private static List<Column<ArticleRow>> article(KnownRevisions known) {
        return List.of(
                Column.text(ArticleRow::id),
                Column.integer(ArticleRow::revision),
                Column.flag(known::isHead),
                Column.text(row -> status(row.status())),
                Column.text(ArticleRow::sourceId),
                Column.text(ArticleRow::sourceName),
                Column.text(ArticleRow::sourceKind),
                Column.text(ArticleRow::url),
                Column.text(ArticleRow::title),
                Column.text(ArticleRow::snippet),
                Column.text(ArticleRow::language),
                Column.time(ArticleRow::publishedAt),
                Column.time(ArticleRow::sortAt),
                Column.time(ArticleRow::fetchedAt),
                Column.text(ArticleRow::enrichmentVersion),
                Column.text(ArticleRow::highlights),
                Column.text(row -> Tags.joined(row.tags())),
                Column.text(ArticleRow::textConfig),
                Column.text(ArticleRow::searchableTitle),
                Column.text(ArticleRow::searchable),
                Column.text(ArticleRow::raw),
                Column.text(ArticleRow::mentioned));
    }

    private static boolean insert(
            Connection connection, String sql, List<ArticleRow> rows, LocalDate month, List<Column<ArticleRow>> columns)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, month);
            Column.bind(insert, 2, rows, columns);
            return insert.executeUpdate() == rows.size();
        }
    }

    static String status(ArticleStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
