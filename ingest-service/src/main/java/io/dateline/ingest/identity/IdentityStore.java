package io.dateline.ingest.identity;

import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.ingest.parse.Edition;
import io.dateline.ingest.parse.ParsedArticle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives articles their ids and reserves their revisions, a batch in one transaction. Two instances that meet the same
 * article agree: whoever commits second sees what the first one did.
 */
public final class IdentityStore {
    private final Database database;
    private final IdentityKeys keys;
    private final RevisionPolicy policy = new RevisionPolicy();
    private final Duration trying;

    /** @param trying how long publishing may be under way after it was begun; longer than anybody waits for Kafka */
    public IdentityStore(Database database, CanonicalUrl urls, Duration trying) {
        this.database = database;
        this.keys = new IdentityKeys(urls);
        this.trying = trying;
    }

    /**
     * Answers in the order of the batch; committed when this returns.
     *
     * @throws StoreUnavailable where the database is away; nothing was reserved
     */
    public List<Reserved> reserve(List<Incoming> batch) {
        List<List<String>> names = batch.stream().map(keys::of).toList();
        return database.transaction(connection -> reserve(connection, batch, names));
    }

    /** What {@link #reserve} would answer now; nothing is written. */
    public List<Reserved> preview(List<Incoming> batch) {
        List<List<String>> names = batch.stream().map(keys::of).toList();
        return database.transaction(connection -> {
            IdentitySql sql = new IdentitySql(connection);
            WireStories stories = stories(connection, sql, batch, names, false);
            Resolution resolution = Resolution.of(stories, new BearersSql(connection), keys);
            Map<String, ArticleState> states = sql.states(resolution.ids(), false, trying);
            return judge(
                    stories.batch(), resolution, states, new BatchWrites(), before(connection, stories, resolution));
        });
    }

    /**
     * Reserves the revision that an article gets when its embargo ends; committed when this returns.
     *
     * @param held the revision under embargo
     * @return empty where the article was revised or canceled since: then the embargo is no longer its owner's last word
     * @throws StoreUnavailable where the database is away; nothing was reserved
     */
    public Optional<Reserved> release(String id, int held, Incoming released) {
        return database.transaction(connection -> {
            IdentitySql sql = new IdentitySql(connection);
            ArticleState state = sql.states(List.of(id), true, trying).get(id);
            String hash = released.article().contentHash();
            // The hash tells an earlier try that was cut off after it had reserved.
            if (state == null || state.head() != held && !state.headHash().equals(hash)) {
                return Optional.empty();
            }
            // Under the same number it is the owner's, though that may be the feed's successor by now.
            Copy copy = Copy.of(released);
            Decision decision = policy.decide(state, state.head() == held ? copy.by(state.owner()) : copy);
            if (decision instanceof Decision.Publish publish && !publish.reserved()) {
                BatchWrites writes = new BatchWrites();
                writes.revision(
                        id,
                        state.revised(
                                state.owner(),
                                state.fullText(),
                                hash,
                                released.article().edition()),
                        released.article().status());
                sql.write(writes, Set.of());
            }
            return Optional.of(new Reserved(released, id, decision));
        });
    }

    /**
     * Whether readers were told something else of an article since a revision of it was withheld, or are about to be. The
     * next number alone does not tell, while Kafka has not acknowledged it: its release may have been cut off.
     *
     * @throws StoreUnavailable where the database is away
     */
    public boolean overtaken(String id, int held) {
        return database.transaction(connection -> {
            ArticleState state = new IdentitySql(connection)
                    .states(List.of(id), false, trying)
                    .get(id);
            return state == null || state.acknowledged() > held || state.head() > held + 1;
        });
    }

    /** Remembers what Kafka acknowledged. */
    public void acknowledged(Collection<Reserved> published) {
        Map<String, Integer> highest = new TreeMap<>();
        published.forEach(one -> highest.merge(one.id(), one.decision().revision(), Math::max));
        if (!highest.isEmpty()) {
            database.transaction(connection -> {
                new IdentitySql(connection).acknowledge(highest);
                return null;
            });
        }
    }

    private List<Reserved> reserve(Connection connection, List<Incoming> batch, List<List<String>> names)
            throws SQLException {
        IdentitySql sql = new IdentitySql(connection);
        WireStories stories = stories(connection, sql, batch, names, true);
        Resolution resolution = Resolution.of(stories, new BearersSql(connection), keys);
        BatchWrites writes = new BatchWrites();
        // New articles first, then their names, then locks on known ones, each in order: so nobody waits in a circle.
        Map<String, Incoming> fresh = resolution.fresh();
        List<String> inserted = sql.insertArticles(fresh);
        sql.insertKeys(resolution.newKeys());
        List<String> known = new ArrayList<>(resolution.ids());
        known.removeAll(new java.util.HashSet<>(inserted));
        Map<String, ArticleState> states = sql.states(known, true, trying);
        if (states.size() < known.size()) {
            throw new Database.Redo();
        }
        List<Reserved> reserved =
                judge(stories.batch(), resolution, states, writes, before(connection, stories, resolution));
        sql.write(writes, new java.util.HashSet<>(inserted));
        new WireStoriesSql(connection).write(stories.changed());
        // Last, and in order: nobody waits for anything else behind it.
        SenderHours.heard(connection, batch);
        return reserved;
    }

    /** The batch with its takes of wire copy joined to their stories. */
    private static WireStories stories(
            Connection connection, IdentitySql sql, List<Incoming> batch, List<List<String>> names, boolean lock)
            throws SQLException {
        List<String> slugs = batch.stream()
                .map(WireStories::slugKey)
                .filter(key -> key != null)
                .distinct()
                .sorted()
                .toList();
        if (slugs.isEmpty()) {
            return new WireStories(batch, names, sql.articlesOf(all(names)), List.of(), Instant.EPOCH);
        }
        WireStoriesSql takes = new WireStoriesSql(connection);
        if (lock) {
            takes.lock(slugs);
        }
        return new WireStories(batch, names, sql.articlesOf(all(names)), takes.running(slugs), takes.now());
    }

    /** What was published of the articles that come in versions; read under their locks. */
    private static Map<String, Map<String, Integer>> before(
            Connection connection, WireStories stories, Resolution resolution) throws SQLException {
        List<String> versioned = new ArrayList<>();
        for (int i = 0; i < stories.batch().size(); i++) {
            if (comesInVersions(stories.batch().get(i))) {
                versioned.add(resolution.id(i));
            }
        }
        return new WireStoriesSql(connection)
                .revisions(versioned.stream().distinct().sorted().toList());
    }

    private static boolean comesInVersions(Incoming incoming) {
        Edition edition = incoming.article().edition();
        return WireStories.slugKey(incoming) != null || edition.number() != null || edition.created() != null;
    }

    private List<Reserved> judge(
            List<Incoming> batch,
            Resolution resolution,
            Map<String, ArticleState> known,
            BatchWrites writes,
            Map<String, Map<String, Integer>> before) {
        Map<String, ArticleState> states = new HashMap<>(known);
        List<Reserved> answers = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Incoming incoming = batch.get(i);
            String id = resolution.id(i);
            String owner = incoming.origin().owner();
            String hash = incoming.article().contentHash();
            ArticleState state = states.get(id);
            Map<String, Integer> published = before.computeIfAbsent(id, any -> new HashMap<>());
            Decision decision = writes.reservedInThisBatch(id, owner, hash)
                    ? new Decision.Unchanged(state.head())
                    : decide(incoming, state, published);
            if (decision instanceof Decision.Publish publish && !publish.reserved()) {
                ArticleState next = next(incoming, state);
                states.put(id, next);
                published.put(hash, next.head());
                writes.revision(id, next, incoming.article().status());
            } else if (decision instanceof Decision.Unchanged && !state.owner().equals(owner)) {
                states.put(id, state.adopted(owner));
                writes.adopted(id, owner);
            } else if (decision instanceof Decision.Sighting) {
                writes.sighting(id, owner);
            }
            writes.seen(id);
            if (decision instanceof Decision.Publish publish) {
                writes.publishing(id, owner, hash);
                if (publish.reserved()) {
                    writes.tried(id);
                }
            }
            answers.add(new Reserved(incoming, id, decision));
        }
        return answers;
    }

    private Decision decide(Incoming incoming, ArticleState state, Map<String, Integer> published) {
        ParsedArticle article = incoming.article();
        if (comesInVersions(incoming)) {
            String owner = incoming.origin().owner();
            Decision late = policy.late(state, owner, article.contentHash(), article.edition(), published);
            if (late != null) {
                return late;
            }
        }
        return policy.decide(state, Copy.of(incoming));
    }

    private static ArticleState next(Incoming incoming, ArticleState state) {
        ParsedArticle article = incoming.article();
        String owner = incoming.origin().owner();
        if (state == null) {
            return ArticleState.first(owner, article.fullText(), article.contentHash(), article.edition());
        }
        boolean fullText = article.fullText() || state.owner().equals(owner) && state.fullText();
        return state.revised(owner, fullText, article.contentHash(), article.edition());
    }

    private static List<String> all(List<List<String>> names) {
        return names.stream().flatMap(List::stream).distinct().sorted().toList();
    }
}
