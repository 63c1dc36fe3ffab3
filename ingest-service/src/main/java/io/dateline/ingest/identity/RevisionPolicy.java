package io.dateline.ingest.identity;

import io.dateline.ingest.parse.Edition;
import java.util.Map;

/** Decides what becomes of an incoming article. Pure. */
final class RevisionPolicy {

    /** @param state null for an article never seen before */
    Decision decide(ArticleState state, Copy copy) {
        if (state == null) {
            return new Decision.Publish(1, false);
        }
        if (state.owner().equals(copy.owner())) {
            return ofOwner(state, copy.hash());
        }
        if (adopts(state, copy)) {
            return new Decision.Unchanged(state.head());
        }
        // Only its owner can withdraw an article, also where that is gone or was never heard: anybody could kill it
        // else.
        if (copy.kill()) {
            return new Decision.Sighting(state.head());
        }
        if (!state.ownerDeleted() && state.trying() && wanting(state, copy.fullText())) {
            return new Decision.Pending(state.head());
        }
        return mayTakeOver(state, copy.fullText())
                ? new Decision.Publish(state.head() + 1, false)
                : new Decision.Sighting(state.head());
    }

    /**
     * Of copy that says which version it is, or that joined its story by slug: whether it comes after a newer one. The
     * sender's numbers decide where both have one, else the times the versions were made; where neither tells, copy that
     * was published before comes late.
     *
     * @param before the numbers that stand for what was published of this article, by content
     * @return null where it is not late
     */
    Decision late(ArticleState state, String owner, String hash, Edition edition, Map<String, Integer> before) {
        if (state == null || !state.owner().equals(owner) || state.headHash().equals(hash)) {
            return null;
        }
        int order = order(state, edition);
        Integer reserved = before.get(hash);
        if (order > 0 || order == 0 && reserved == null) {
            return null;
        }
        // Its own number was reserved, but Kafka never said it has it: that number is completed, below the head.
        return reserved != null && reserved > state.acknowledged()
                ? new Decision.Publish(reserved, true)
                : new Decision.Late(state.head());
    }

    /** Below zero for what is older than the head, above for what is newer, zero where nothing tells. */
    private static int order(ArticleState state, Edition edition) {
        Long number = edition.number();
        if (number != null && state.version() != null && !number.equals(state.version())) {
            return number.compareTo(state.version());
        }
        return edition.created() != null && state.created() != null
                ? edition.created().compareTo(state.created())
                : 0;
    }

    private static Decision ofOwner(ArticleState state, String hash) {
        if (!state.headHash().equals(hash)) {
            return new Decision.Publish(state.head() + 1, false);
        }
        // Reserved, but Kafka never said it has it: the sender was told nothing and now tries again.
        return state.acknowledged() < state.head()
                ? new Decision.Publish(state.head(), true)
                : new Decision.Unchanged(state.head());
    }

    /** A feed that was deleted and added once more brings what readers have, under the source they know it by. */
    private static boolean adopts(ArticleState state, Copy copy) {
        return state.ownerDeleted()
                && copy.source().equals(state.goneSource())
                && copy.hash().equals(state.headHash())
                && state.acknowledged() >= state.head();
    }

    /**
     * Whether readers lack what another has reserved: all of it, or the whole story where it changed hands for that. Once
     * they have that, what the new owner changes is its own affair.
     */
    private static boolean wanting(ArticleState state, boolean fullText) {
        return state.acknowledged() == 0 || fullText && state.ownerMoved() && state.acknowledged() < state.ownerSince();
    }

    private static boolean mayTakeOver(ArticleState state, boolean fullText) {
        if (state.ownerDeleted()) {
            return true;
        }
        if (wanting(state, fullText)) {
            // Calling this a sighting would promise an article that nobody has.
            return true;
        }
        return fullText && !state.fullText() && !state.ownerMoved();
    }
}
