package io.dateline.store.web;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.deadletter.LetterId;
import io.dateline.store.ops.OpsSnapshot;
import io.dateline.store.ops.Whereabouts;
import io.dateline.store.query.ArticleTrail;
import java.time.Instant;
import java.util.List;

/**
 * Where an article is that an operator looks for.
 *
 * @param id      what was asked, empty where nothing was
 * @param stored  in words, or null where none is
 * @param href    of the article's page, or null where it has none to show
 * @param letters records of it that could not be processed, newest first; never null
 * @param unknown what was looked at, where it is nowhere; else null
 */
public record WhereaboutsView(String id, String stored, String href, List<Line> letters, String unknown) {
    static final WhereaboutsView ASKING = new WhereaboutsView("", null, null, List.of(), null);
    /** As much of a mistyped id as is shown again. */
    private static final int SHOWN = 200;

    /** A letter. */
    public record Line(String href, Moment at, String reason, String detail, String service, String topic) {}

    static WhereaboutsView of(String id, Whereabouts.Answer answer, Instant now) {
        String shown = id.length() > SHOWN ? id.substring(0, SHOWN) : id;
        if (answer instanceof Whereabouts.Known known) {
            ArticleTrail trail = known.trail();
            boolean page = trail != null && trail.status() == ArticleStatus.USABLE;
            return new WhereaboutsView(
                    shown,
                    trail == null ? null : stored(trail, now),
                    page ? Addresses.article(id) : null,
                    known.letters().stream().map(letter -> line(letter, now)).toList(),
                    null);
        }
        return new WhereaboutsView(shown, null, null, List.of(), ((Whereabouts.Unknown) answer).detail());
    }

    private static String stored(ArticleTrail trail, Instant now) {
        return "Stored "
                + Moment.of(trail.revisions().get(0).stored().at(), now).relative() + ": revision " + trail.head()
                + (trail.status() == ArticleStatus.USABLE ? "." : ", withdrawn by its owner.");
    }

    private static Line line(OpsSnapshot.DeadLetterInfo letter, Instant now) {
        return new Line(
                DeadPaths.letter(new LetterId(letter.topic(), letter.partition(), letter.offset())),
                Moment.of(letter.at(), now),
                letter.reason(),
                letter.detail(),
                letter.service() == null ? "not known" : letter.service(),
                letter.topic());
    }
}
