package io.dateline.store.query;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Suggestions.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Completes names of what stored articles are tagged with. Every call blocks on the database. */
@ApplicationScoped
public class SuggestQueries {
    private static final Logger LOG = Logger.getLogger(SuggestQueries.class);
    /** Sorts behind every continuation of a prefix: the last code point, in an index that compares bytes. */
    private static final String LAST = "\uDBFF\uDFFF";

    /** Names in use as they stand now, then others in the order of their letters. */
    private static final String SUGGEST = """
            WITH used AS (SELECT kind, tag, label, folded, place
                FROM unnest(?) WITH ORDINALITY AS used (tag, place) JOIN labels USING (tag)),
            others AS (SELECT found.* FROM unnest(?) AS wanted (kind) CROSS JOIN LATERAL (
                SELECT kind, tag, label, folded, NULL::bigint AS place FROM labels
                WHERE labels.kind = wanted.kind AND folded >= ? AND folded < ? ORDER BY folded, tag LIMIT ?) AS found
                WHERE NOT EXISTS (SELECT FROM used WHERE used.tag = found.tag))
            SELECT kind, substr(tag, strpos(tag, ':') + 1) AS value, label
            FROM (SELECT * FROM used UNION ALL SELECT * FROM others) AS names
            ORDER BY place NULLS LAST, folded, tag LIMIT ?
            """;
    /** Newest articles over which it is counted how often a name is used. */
    private static final int COUNTED = 10_000;

    /** Counting so many is not for every letter that somebody types. */
    private static final Duration COUNTED_ANEW = Duration.ofMinutes(1);
    /** Anew while others have the count before; where nobody asked for so long, who asks next waits for it. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final ReadPool pool;
    private final LoadingCache<List<String>, NamesInUse> inUse;

    SuggestQueries(ReadPool pool) {
        this.pool = pool;
        inUse = Caffeine.newBuilder()
                .refreshAfterWrite(COUNTED_ANEW)
                .expireAfterWrite(FORGOTTEN)
                .maximumSize(1)
                .build(new Counting());
    }

    /** Where counting takes too long names come by their letters, and it is tried again in a minute. */
    private final class Counting implements CacheLoader<List<String>, NamesInUse> {
        @Override
        public NamesInUse load(List<String> kinds) {
            return count(kinds, NamesInUse.NONE);
        }

        @Override
        public NamesInUse reload(List<String> kinds, NamesInUse before) {
            return count(kinds, before);
        }

        private NamesInUse count(List<String> kinds, NamesInUse otherwise) {
            try {
                return pool.ask(connection -> NamesInUse.read(connection, kinds, COUNTED));
            } catch (ProblemException e) {
                if (!e.problem().code().equals(ProblemCode.QUERY_TIMEOUT.code())) {
                    throw e;
                }
                LOG.warn("counting the names in use took too long: suggestions are as before, or by letters");
                return otherwise;
            }
        }
    }

    /**
     * Those most used first, as of a minute ago, of up to ten for who asks after a pause.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Suggestions suggest(SuggestQuery query) {
        List<String> used = inUse.get(SuggestQuery.KINDS).tags(query.prefix(), query.kinds(), query.limit());
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SUGGEST)) {
                select.setArray(1, connection.createArrayOf("text", used.toArray()));
                select.setArray(
                        2, connection.createArrayOf("text", query.kinds().toArray()));
                select.setString(3, query.prefix());
                select.setString(4, query.prefix() + LAST);
                select.setInt(5, query.limit() + used.size());
                select.setInt(6, query.limit());
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
