package io.dateline.enrich.evaluate;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Dateline;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Datelines of openings written for this set: found, right in place, date and agency, and sentences left alone. */
final class Datelines implements Evaluation {
    private static final Instant PUBLISHED = Instant.parse("2025-09-24T08:00:00Z");

    @Override
    public String step() {
        return "dateline";
    }

    @Override
    public String set() {
        return "own set";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        int datelines = 0;
        int found = 0;
        int right = 0;
        int sentences = 0;
        int leftAlone = 0;
        for (OwnDatelines.Opening opening : OwnDatelines.load()) {
            RawArticle article = TestArticle.of("", opening.body()).toBuilder()
                    .publishedAt(PUBLISHED)
                    .publishedPrecision("second")
                    .build();
            Dateline ours = ground.pipeline().enrich(article).dateline();
            if (opening.hasDateline()) {
                datelines++;
                found += ours == null ? 0 : 1;
                right += isRight(opening, ours) ? 1 : 0;
            } else {
                sentences++;
                leftAlone += ours == null ? 1 : 0;
            }
        }
        return List.of(
                new Figure("found", 100.0 * found / datelines, datelines),
                new Figure("place, date and agency right", 100.0 * right / datelines, datelines),
                new Figure("sentences left alone", 100.0 * leftAlone / sentences, sentences));
    }

    private static boolean isRight(OwnDatelines.Opening opening, Dateline ours) {
        return ours != null
                && ours.place() != null
                && ours.place().id().equals(opening.place())
                && Objects.equals(ours.date() == null ? null : ours.date().toString(), opening.date())
                && Objects.equals(ours.agency(), opening.agency());
    }
}
