package io.dateline.ingest.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Articles that contested names lead to; not asked for a batch without any. */
final class BearersSql implements Resolution.Bearers {
    private final Connection connection;

    BearersSql(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Bearer> of(Collection<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql = """
                SELECT id, owner, head_hash,
                       EXISTS (SELECT 1 FROM identity_keys k WHERE k.article_id = articles.id AND key LIKE 'url-%'),
                       EXISTS (SELECT 1 FROM identity_keys k WHERE k.article_id = articles.id AND key LIKE 'guid-%')
                FROM articles WHERE id = ANY (?)
                """;
        Map<String, Bearer> found = new HashMap<>();
        Sql.list(
                connection,
                sql,
                row -> found.put(
                        row.getString(1),
                        new Bearer(row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5))),
                Sql.texts(connection, ids));
        return found;
    }
}
