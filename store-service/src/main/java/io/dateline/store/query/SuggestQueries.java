package io.dateline.store.query;

import io.dateline.store.query.Suggestions.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Completes names of what stored articles are tagged with. Every call blocks on the database. */
@ApplicationScoped
public class SuggestQueries {
    /** Sorts behind every continuation of a prefix: the last code point, in an index that compares bytes. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final String SUGGEST = """
            SELECT wanted.kind, substr(tag, strpos(tag, ':') + 1) AS value, label
            FROM unnest(?) AS wanted (kind) CROSS JOIN LATERAL (SELECT tag, label, folded FROM labels
                WHERE labels.kind = wanted.kind AND folded >= ? AND folded < ? ORDER BY folded, tag LIMIT ?) AS found
            ORDER BY folded, tag LIMIT ?
            """;

    private final ReadPool pool;

    SuggestQueries(ReadPool pool) {
        this.pool = pool;
    }

    public Suggestions suggest(SuggestQuery query) {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SUGGEST)) {
                select.setArray(
                        1, connection.createArrayOf("text", query.kinds().toArray()));
                select.setString(2, query.prefix());
                select.setString(3, query.prefix() + LAST);
                select.setInt(4, query.limit());
                select.setInt(5, query.limit());
                List<Suggestion> items = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        items.add(new Suggestion(
                                rows.getString("kind"), rows.getString("value"), rows.getString("label")));
                    }
                }
                return new Suggestions(items);
            }
        });
    }
}
