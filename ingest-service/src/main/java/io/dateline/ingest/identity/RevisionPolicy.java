package io.dateline.ingest.identity;

/** Decides what becomes of an incoming article. Pure. */
final class RevisionPolicy {

    /** @param state null for an article never seen before */
    Decision decide(ArticleState state, String owner, boolean fullText, String hash) {
        if (state == null) {
            return new Decision.Publish(1, false);
        }
        if (state.owner().equals(owner)) {
            return ofOwner(state, hash);
        }
        return mayTakeOver(state, fullText)
                ? new Decision.Publish(state.head() + 1, false)
                : new Decision.Sighting(state.head());
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

    private static boolean mayTakeOver(ArticleState state, boolean fullText) {
        if (state.ownerDeleted()) {
            return true;
        }
        if (state.acknowledged() == 0) {
            // Nothing of it was ever published: calling this a sighting would promise an article that nobody has.
            return true;
        }
        return fullText && !state.fullText() && !state.ownerMoved();
    }
}
