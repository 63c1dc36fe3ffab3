package io.dateline.ingest.identity;

/**
 * What is known of an article before the next version of it is judged.
 *
 * @param owner        who may revise it
 * @param ownerMoved   whether it has changed hands already
 * @param ownerDeleted whether the owner was a feed that is gone
 * @param fullText     whether the owner has sent the whole story
 * @param head         highest reserved revision
 * @param headHash     what the head stands for
 * @param acknowledged highest revision that Kafka acknowledged, 0 for none
 */
record ArticleState(
        String owner,
        boolean ownerMoved,
        boolean ownerDeleted,
        boolean fullText,
        int head,
        String headHash,
        int acknowledged) {

    static ArticleState first(String owner, boolean fullText, String hash) {
        return new ArticleState(owner, false, false, fullText, 1, hash, 0);
    }

    ArticleState revised(String newOwner, boolean nowFullText, String hash) {
        boolean moved = !newOwner.equals(owner);
        return new ArticleState(
                newOwner, ownerMoved || moved, !moved && ownerDeleted, nowFullText, head + 1, hash, acknowledged);
    }
}
