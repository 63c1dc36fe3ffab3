package io.dateline.ingest.identity;

import io.dateline.ingest.parse.Edition;
import java.time.Instant;

/**
 * What is known of an article before the next version of it is judged.
 *
 * @param owner        who may revise it
 * @param ownerMoved   whether it has changed hands already
 * @param ownerSince   revision with which the owner began: 1 for the first one
 * @param ownerDeleted whether the owner was a feed that is gone
 * @param goneSource   the source id of that feed; null where it is not gone, or went before that was kept
 * @param fullText     whether the owner has sent the whole story
 * @param head         highest reserved revision
 * @param headHash     what the head stands for
 * @param acknowledged highest revision that Kafka acknowledged, 0 for none
 * @param version      the sender's number of the head, or null
 * @param created      when the sender made the head, or null
 * @param trying       whether publishing the head was begun so lately that it may still be under way
 */
record ArticleState(
        String owner,
        boolean ownerMoved,
        int ownerSince,
        boolean ownerDeleted,
        String goneSource,
        boolean fullText,
        int head,
        String headHash,
        int acknowledged,
        Long version,
        Instant created,
        boolean trying) {

    static ArticleState first(String owner, boolean fullText, String hash, Edition edition) {
        return new ArticleState(
                owner, false, 1, false, null, fullText, 1, hash, 0, edition.number(), edition.created(), true);
    }

    ArticleState revised(String newOwner, boolean nowFullText, String hash, Edition edition) {
        boolean moved = !newOwner.equals(owner);
        // What nobody has ever read has not changed hands: the first owner may still come with the whole story.
        boolean seen = acknowledged > 0;
        return new ArticleState(
                newOwner,
                ownerMoved || moved && seen,
                moved ? head + 1 : ownerSince,
                !moved && ownerDeleted,
                moved ? null : goneSource,
                nowFullText,
                head + 1,
                hash,
                acknowledged,
                edition.number() != null ? edition.number() : version,
                edition.created() != null ? edition.created() : created,
                true);
    }

    /** The same in other hands that are really the same: nothing of it is published anew, and it has not moved. */
    ArticleState adopted(String newOwner) {
        return new ArticleState(
                newOwner,
                ownerMoved,
                ownerSince,
                false,
                null,
                fullText,
                head,
                headHash,
                acknowledged,
                version,
                created,
                trying);
    }
}
