package io.dateline.store.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.deadletter.LetterId;
import io.dateline.store.ops.OpsSnapshot;
import io.dateline.store.ops.Whereabouts;
import io.dateline.store.query.ArticleTrail;
import io.dateline.store.query.Sightings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the pipeline did with an article.
 *
 * @param id          never null
 * @param status      of the head, or null where none is stored
 * @param head        the highest revision, or null likewise
 * @param story       which it is in, or null
 * @param revisions   every revision the store has, highest first; never null
 * @param sightings   who else carries it, or null where none is stored
 * @param deadLetters records of it that could not be processed, newest first; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the pipeline did with an article.")
public record Trail(
        String id,

        @Schema(description = "Left out, as `head` and `sightings`, where none of it is stored.")
        ArticleStatus status,

        Integer head,
        ArticleTrail.InStory story,
        List<ArticleTrail.Passage> revisions,
        Sightings sightings,

        @Schema(description = "Newest first, 20 at most; put back and stored since, they are still told.")
        List<DeadEnd> deadLetters) {

    /**
     * A record of it that could not be processed.
     *
     * @param head   what its headers say; never null
     * @param letter where all of it is read (GET); never null
     * @param replay where it is put back (POST); never null
     */
    @Schema(description = "A record of the article that could not be processed.")
    public record DeadEnd(
            OpsSnapshot.DeadLetterInfo head,

            @Schema(
                    description = "Where all of it is read.",
                    examples = "/api/dead-letters/articles.raw.dead-letter/0/17")
            String letter,

            @Schema(description = "Where it is put back, by its topic, partition and offset.")
            String replay) {
        private static final String ALL = "/api/dead-letters/";

        static DeadEnd of(OpsSnapshot.DeadLetterInfo head) {
            LetterId id = new LetterId(head.topic(), head.partition(), head.offset());
            return new DeadEnd(head, ALL + id.path(), ALL + "replay");
        }
    }

    static Trail of(String id, Whereabouts.Known known) {
        List<DeadEnd> dead = known.letters().stream().map(DeadEnd::of).toList();
        ArticleTrail stored = known.trail();
        return stored == null
                ? new Trail(id, null, null, null, List.of(), null, dead)
                : new Trail(
                        id,
                        stored.status(),
                        stored.head(),
                        stored.story(),
                        stored.revisions(),
                        stored.sightings(),
                        dead);
    }
}
