package io.dateline.ingest.identity;

import io.dateline.contracts.article.ArticleStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a judged batch leaves to be written. */
final class BatchWrites {
    record Revision(String id, ArticleState state, ArticleStatus status) {}

    record Seen(String id, String owner) implements Comparable<Seen> {
        @Override
        public int compareTo(Seen other) {
            int byId = id.compareTo(other.id);
            return byId != 0 ? byId : owner.compareTo(other.owner);
        }
    }

    final List<Revision> revisions = new ArrayList<>();
    final Map<String, Revision> heads = new TreeMap<>();
    /** Owners by article. */
    final Map<String, String> adopted = new TreeMap<>();

    final Set<Seen> sightings = new TreeSet<>();
    final Set<String> seen = new TreeSet<>();
    /** Articles whose head is published once more. */
    final Set<String> tried = new TreeSet<>();

    private final Set<List<String>> publishing = new HashSet<>();

    void revision(String id, ArticleState state, ArticleStatus status) {
        Revision revision = new Revision(id, state, status);
        revisions.add(revision);
        heads.put(id, revision);
        // Only the newest content counts as being published: going back to an older one is a change again.
        publishing.removeIf(one -> one.get(0).equals(id));
    }

    void adopted(String id, String owner) {
        adopted.put(id, owner);
    }

    void sighting(String id, String owner) {
        sightings.add(new Seen(id, owner));
    }

    void tried(String id) {
        tried.add(id);
    }

    void seen(String id) {
        seen.add(id);
    }

    void publishing(String id, String owner, String hash) {
        publishing.add(List.of(id, owner, hash));
    }

    /** Whether this batch already publishes exactly this: saying it twice is no second publication. */
    boolean reservedInThisBatch(String id, String owner, String hash) {
        return publishing.contains(List.of(id, owner, hash));
    }
}
