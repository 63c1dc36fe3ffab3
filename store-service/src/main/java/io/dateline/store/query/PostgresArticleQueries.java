package io.dateline.store.query;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.StoredArticle.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@link ArticleQueries} on the tables. */
@ApplicationScoped
class PostgresArticleQueries implements ArticleQueries {
    private static final String REVISIONS = """
            SELECT revision, seq, content_hash, status, stored_at, trace_id, erased_at FROM revisions
            WHERE id = ? ORDER BY revision DESC
            """;
    private static final String DOCUMENT = """
            SELECT a.raw, %s FROM revisions AS r
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            JOIN enrichments AS e ON e.id = a.id AND e.revision = a.revision AND e.version = a.enrichment_version
                AND e.stored_month = a.stored_month
            WHERE r.id = ? AND r.revision = ?
            """.formatted(StoredTags.columns("e"));

    private final ReadPool pool;
    private final Filters filters;

    PostgresArticleQueries(ReadPool pool, Filters filters) {
        this.pool = pool;
        this.filters = filters;
    }

    @Override
    public ArticlePage find(ArticleQuery query) {
        Filter filter = filters.resolve(query);
        List<String> entities = query.sort() == ArticleQuery.Sort.SALIENCE ? filters.entities(query) : List.of();
        return pool.ask(connection -> {
            ArticlePage page = Pages.read(connection, query, filter, entities);
            if (query.facets()) {
                page = Facets.count(page, connection, filter);
            }
            return query.highlight() ? Excerpts.add(page, connection, filter.words()) : page;
        });
    }

    @Override
    public Optional<StoredArticle> get(String id) {
        return get(id, OptionalInt.empty());
    }

    @Override
    public Optional<StoredArticle> get(String id, int revision) {
        return get(id, OptionalInt.of(revision));
    }

    private Optional<StoredArticle> get(String id, OptionalInt wanted) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return pool.ask(connection -> {
            List<Revision> revisions = revisions(connection, id);
            if (revisions.isEmpty() || !shown(revisions.get(0).status())) {
                return Optional.empty();
            }
            Optional<Revision> revision = revisions.stream()
                    .filter(one -> wanted.isEmpty() || one.revision() == wanted.getAsInt())
                    .findFirst();
            if (revision.isEmpty() || !shown(revision.get().status())) {
                return Optional.empty();
            }
            EnrichedArticle document = document(connection, id, revision.get().revision());
            return Optional.of(new StoredArticle(
                    document,
                    revisions.get(0).revision(),
                    revision.get(),
                    revisions,
                    SightingReading.of(connection, id)
                            .besides(document.article().title())));
        });
    }

    /** False under embargo; a killed one is worth saying so. */
    private static boolean shown(ArticleStatus status) {
        if (status == ArticleStatus.CANCELED) {
            throw new ProblemException(ProblemCode.WITHDRAWN, "Its owner asks that it no longer be shown.");
        }
        return status == ArticleStatus.USABLE;
    }

    private static List<Revision> revisions(Connection connection, String id) throws SQLException {
        List<Revision> revisions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(REVISIONS)) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getObject("erased_at") != null) {
                        throw new ProblemException(ProblemCode.ERASED, "It was erased on request, in every revision.");
                    }
                    revisions.add(new Revision(
                            rows.getInt("revision"),
                            rows.getLong("seq"),
                            rows.getString("content_hash"),
                            ItemRows.status(rows.getString("status")),
                            ItemRows.instant(rows, "stored_at"),
                            rows.getString("trace_id")));
                }
            }
        }
        return revisions;
    }

    private static EnrichedArticle document(Connection connection, String id, int revision) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DOCUMENT)) {
            select.setString(1, id);
            select.setInt(2, revision);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new ProblemException(
                            ProblemCode.EXPIRED, "Its text was dropped with the month in which it was stored.");
                }
                return StoredTags.of(rows, "e").with(rows.getString("raw"));
            }
        }
    }
}
