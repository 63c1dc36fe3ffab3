package io.dateline.store.write;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.write.Unnest.Column;
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
            INSERT INTO enrichments (stored_month, id, revision, version, document)
            SELECT ?, id, revision, version, document::jsonb
            FROM unnest(?, ?, ?, ?) AS row (id, revision, version, document)
            ON CONFLICT DO NOTHING
            """;
    private static final List<Column<ArticleRow>> ENRICHMENT = List.of(
            Unnest.text(ArticleRow::id),
            Unnest.integer(ArticleRow::revision),
            Unnest.text(ArticleRow::enrichmentVersion),
            Unnest.text(ArticleRow::document));

    private ArticleTables() {}

    /** False where another writer has committed one of the rows since they were looked up. */
    static boolean insert(Connection connection, List<ArticleRow> rows, LocalDate month, KnownRevisions known)
            throws SQLException {
        return insert(connection, INSERT_ARTICLES, rows, month, article(known))
                && insert(connection, INSERT_ENRICHMENTS, rows, month, ENRICHMENT);
    }

    private static List<Column<ArticleRow>> article(KnownRevisions known) {
        return List.of(
                Unnest.text(ArticleRow::id),
                Unnest.integer(ArticleRow::revision),
                new Column<>("bool", known::isHead),
                Unnest.text(row -> status(row.status())),
                Unnest.text(ArticleRow::sourceId),
                Unnest.text(ArticleRow::sourceName),
                Unnest.text(ArticleRow::sourceKind),
                Unnest.text(ArticleRow::url),
                Unnest.text(ArticleRow::title),
                Unnest.text(ArticleRow::snippet),
                Unnest.text(ArticleRow::language),
                Unnest.time(ArticleRow::publishedAt),
                Unnest.time(ArticleRow::sortAt),
                Unnest.time(ArticleRow::fetchedAt),
                Unnest.text(ArticleRow::enrichmentVersion),
                Unnest.text(ArticleRow::highlights),
                Unnest.text(row -> String.join(String.valueOf(Unnest.SEPARATOR), row.tags())),
                Unnest.text(ArticleRow::textConfig),
                Unnest.text(ArticleRow::searchableTitle),
                Unnest.text(ArticleRow::searchable),
                Unnest.text(ArticleRow::raw),
                Unnest.text(ArticleRow::mentioned));
    }

    private static boolean insert(
            Connection connection, String sql, List<ArticleRow> rows, LocalDate month, List<Column<ArticleRow>> columns)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, month);
            Unnest.bind(insert, 2, rows, columns);
            return insert.executeUpdate() == rows.size();
        }
    }

    static String status(ArticleStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
