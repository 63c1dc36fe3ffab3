package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.message.RecordPosition;
import java.time.Instant;
import java.util.List;

/**
 * What the pipeline did with an article; without any of its text.
 *
 * @param id        never null
 * @param status    of the head; never null
 * @param head      the highest revision
 * @param story     which it is in, or null as long as none was built, or where it is hidden
 * @param revisions every revision the store has, highest first; never null
 * @param sightings who else carries it, without titles; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleTrail(
        String id, ArticleStatus status, int head, InStory story, List<Passage> revisions, Sightings sightings) {
    public ArticleTrail {
        revisions = List.copyOf(revisions);
    }

    /**
     * @param id     of the story; never null
     * @param seq    of the change it was put there for
     * @param copyOf the article whose text this one repeats, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InStory(String id, long seq, String copyOf) {}

    /** The way of one revision; each step is never null, what is not known in it is. */
    public record Passage(
            int revision,
            ArticleStatus status,
            Fetched fetched,
            Published published,
            Enriched enriched,
            Stored stored) {}

    /**
     * @param at     null where the text was dropped with its month
     * @param source id of the source, null like {@code at}
     * @param feed   id of the feed, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fetched(Instant at, String source, String feed) {}

    /** @param record what ingest published, or null where the way was not recorded */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published(RecordPosition record) {}

    /**
     * @param at      when enrich wrote its message, or null where that was not recorded
     * @param version of the enrichment that is shown, or null where it was dropped with its month
     * @param record  what enrich published, or null where that was not recorded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Enriched(Instant at, String version, RecordPosition record) {}

    /**
     * @param at      never null
     * @param seq     its place in the order of changes
     * @param traceId W3C trace id of its way here, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stored(Instant at, long seq, String traceId) {}
}
