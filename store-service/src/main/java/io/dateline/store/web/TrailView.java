package io.dateline.store.web;

import io.dateline.contracts.message.RecordPosition;
import io.dateline.store.query.ArticleTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pipeline did with one revision of an article.
 *
 * @param steps in the order of time; never null
 */
public record TrailView(List<Step> steps) {

    /**
     * @param what   fetched, published, enriched or stored; never null
     * @param at     or null where that was not recorded
     * @param after  how long after the fetch, or null
     * @param detail where the record lies, or what else is known of the step; or null
     */
    public record Step(String what, Moment at, String after, String detail) {}

    /** Null where the trail has no such revision. */
    static TrailView of(ArticleTrail trail, int revision, Instant now) {
        return trail.revisions().stream()
                .filter(passage -> passage.revision() == revision)
                .findFirst()
                .map(passage -> of(passage, now))
                .orElse(null);
    }

    private static TrailView of(ArticleTrail.Passage passage, Instant now) {
        Instant fetched = passage.fetched().at();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "Fetched",
                Moment.of(fetched, now),
                null,
                passage.fetched().feed() == null
                        ? passage.fetched().source()
                        : passage.fetched().source() + ", feed "
                                + passage.fetched().feed()));
        RecordPosition raw = passage.published().record();
        if (raw != null) {
            steps.add(step("Published", raw.appendedAt(), fetched, position(raw), now));
        }
        RecordPosition enriched = passage.enriched().record();
        steps.add(step(
                "Enriched",
                passage.enriched().at(),
                fetched,
                passage.enriched().version() + (enriched == null ? "" : ", " + position(enriched)),
                now));
        steps.add(step(
                "Stored",
                passage.stored().at(),
                fetched,
                "change " + Figures.number(passage.stored().seq()),
                now));
        return new TrailView(List.copyOf(steps));
    }

    private static Step step(String what, Instant at, Instant fetched, String detail, Instant now) {
        return new Step(what, Moment.of(at, now), after(fetched, at), detail);
    }

    /** Clocks of two machines differ: a step before the fetch says nothing. */
    private static String after(Instant fetched, Instant at) {
        if (at == null || at.isBefore(fetched)) {
            return null;
        }
        return "+" + Figures.duration((double) Duration.between(fetched, at).toMillis());
    }

    private static String position(RecordPosition record) {
        return record.topic() + " " + record.partition() + ":" + record.offset();
    }
}
