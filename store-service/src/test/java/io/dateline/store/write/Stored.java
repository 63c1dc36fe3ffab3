package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import java.sql.SQLException;
import java.util.List;

/** Stores articles as the service does, for tests of what reads them. */
public final class Stored {
    private Stored() {}

    /** In this order, one transaction for all. */
    public static void write(AgroalDataSource pool, List<EnrichedArticle> articles) throws SQLException {
        new BatchWriter(pool, new Partitions(), new KnownTags())
                .write(articles.stream().map(article -> Rows.of(article, null)).toList());
    }

    /** As on request. */
    public static void erase(AgroalDataSource pool, String id) throws SQLException {
        new Erasure(pool).erase(id);
    }
}
