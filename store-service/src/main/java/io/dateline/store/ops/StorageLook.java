package io.dateline.store.ops;

import io.dateline.store.query.ItemRows;
import io.dateline.store.query.ReadPool;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** One look at the database. Sizes and estimates only: nothing here reads through a table. */
final class StorageLook {
    private static final String SELECT = """
            SELECT (SELECT last FROM change_counter) AS last,
                (SELECT stored_at FROM revisions ORDER BY seq DESC LIMIT 1) AS last_stored_at,
                (SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class AS c
                    WHERE c.relkind IN ('r', 'm') AND c.relnamespace = 'store'::regnamespace) AS bytes,
                (SELECT count(*) FROM pg_inherits WHERE inhparent = 'articles'::regclass) AS partitions,
                (SELECT coalesce(sum(greatest(i.reltuples, 0)), 0)::bigint FROM pg_inherits AS part
                    JOIN pg_class AS i ON i.oid = part.inhrelid
                    WHERE part.inhparent = 'articles_newest'::regclass) AS articles
            """;

    private StorageLook() {}

    static OpsSnapshot.Storage take(ReadPool pool) {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new OpsSnapshot.Storage(
                        row.getLong("articles"),
                        row.getLong("last"),
                        ItemRows.instant(row, "last_stored_at"),
                        row.getLong("bytes"),
                        row.getInt("partitions"),
                        null);
            }
        });
    }
}
