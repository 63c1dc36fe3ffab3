package io.dateline.ingest.feed;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
import io.dateline.ingest.opml.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Takes in a list of feeds. A feed that is there already keeps its settings and gains the folders' tags, so doing the
 * same again changes nothing; one bad entry disturbs no other.
 */
final class FeedImport {
    static final int REPORTED = 10_000;
    private static final int CHUNK = 500;

    private final Database database;
    private final FeedRules rules;

    FeedImport(Database database, FeedRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * What became of the entries.
     *
     * @param created       feeds that are new
     * @param existing      feeds that were there
     * @param repeated      entries whose feed stands further up in the list
     * @param rejectedTotal entries that name no feed we may poll
     * @param rejected      of those, the first 10,000
     */
    @Schema(name = "OpmlAnswer")
    record Answer(int created, int existing, int repeated, int rejectedTotal, List<Rejected> rejected) {}

    /**
     * @param ordinal of the outline, from 1
     * @param line    in the document, from 1
     */
    @Schema(name = "RejectedOutline")
    record Rejected(int ordinal, int line, String code, String detail) {}

    private record Wanted(FeedRules.Valid feed, SortedSet<String> tags) {}

    Answer take(List<Subscription> subscriptions) {
        Map<String, Wanted> byUrl = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        int repeated = 0;
        int rejectedTotal = 0;
        for (Subscription one : subscriptions) {
            try {
                repeated += collect(one, byUrl) ? 1 : 0;
            } catch (ProblemException e) {
                rejectedTotal++;
                if (rejected.size() < REPORTED) {
                    rejected.add(new Rejected(
                            one.ordinal(),
                            one.line(),
                            e.problem().code(),
                            e.problem().detail()));
                }
            }
        }
        int created = 0;
        List<Wanted> wanted = List.copyOf(byUrl.values());
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<Wanted> chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
            created += database.transaction(connection -> write(connection, chunk));
        }
        return new Answer(created, wanted.size() - created, repeated, rejectedTotal, rejected);
    }

    /** Whether the feed stood further up. */
    private boolean collect(Subscription one, Map<String, Wanted> byUrl) {
        FeedRules.Valid feed = rules.check(new FeedRequest(one.url(), one.name(), null, null, null, null, null));
        List<String> tags = FeedTags.check(one.tag() == null ? null : List.of(one.tag()));
        Wanted known = byUrl.get(feed.url());
        if (known == null) {
            byUrl.put(feed.url(), new Wanted(feed, new TreeSet<>(tags)));
            return false;
        }
        if (known.tags.size() == FeedTags.MOST && !known.tags.containsAll(tags)) {
            throw new ProblemException(ProblemCode.INVALID_FEED, "The feed lies in too many folders.");
        }
        known.tags.addAll(tags);
        return true;
    }

    /** How many of them are new. */
    private static int write(Connection connection, List<Wanted> chunk) throws SQLException {
        Sql.update(connection, """
                INSERT INTO hosts (host) SELECT DISTINCT h FROM unnest(?::text[]) h ORDER BY h ON CONFLICT DO NOTHING
                """, Sql.texts(connection, chunk, one -> one.feed.host()));
        Set<String> created = insert(connection, chunk);
        FeedStore.tell(connection, created);
        addTags(connection, chunk);
        return created.size();
    }

    private static Set<String> insert(Connection connection, List<Wanted> chunk) throws SQLException {
        String sql = """
                INSERT INTO feeds (id, url, name, host, source_id, interval_seconds)
                SELECT id, url, name, host, source_id, interval_seconds
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[])
                    AS new (id, url, name, host, source_id, interval_seconds, written)
                WHERE NOT EXISTS (SELECT 1 FROM feeds WHERE feeds.url = new.written) ORDER BY url
                ON CONFLICT (url) DO NOTHING RETURNING id
                """;
        return Set.copyOf(Sql.list(
                connection,
                sql,
                row -> row.getString(1),
                Sql.texts(connection, chunk, one -> FeedStore.newId()),
                Sql.texts(connection, chunk, one -> one.feed.url()),
                Sql.texts(connection, chunk, one -> one.feed.name()),
                Sql.texts(connection, chunk, one -> one.feed.host()),
                Sql.texts(connection, chunk, one -> one.feed.source()),
                Sql.array(connection, "int4", chunk, one ->
                        (int) one.feed.interval().toSeconds()),
                Sql.texts(connection, chunk, one -> one.feed.written())));
    }

    /** Tags hold no line ends, so these can part them. */
    private static void addTags(Connection connection, List<Wanted> chunk) throws SQLException {
        String sql = """
                UPDATE feeds SET tags = ARRAY(SELECT DISTINCT t FROM unnest(feeds.tags || new.tags) t ORDER BY t)
                FROM (SELECT url, written, string_to_array(lines, E'\\n') AS tags
                      FROM unnest(?::text[], ?::text[], ?::text[]) n (url, written, lines)) new
                WHERE feeds.url IN (new.url, new.written) AND NOT feeds.tags @> new.tags
                AND cardinality(ARRAY(SELECT DISTINCT t FROM unnest(feeds.tags || new.tags) t)) <= ?
                """;
        Sql.update(
                connection,
                sql,
                Sql.texts(connection, chunk, one -> one.feed.url()),
                Sql.texts(connection, chunk, one -> one.feed.written()),
                Sql.texts(connection, chunk, one -> String.join("\n", one.tags)),
                FeedTags.MOST);
    }
}
