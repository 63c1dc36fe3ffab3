package io.dateline.systemtests.faults;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageHeaders;
import java.util.function.UnaryOperator;

/** Messages of a producer that is newer than the consumers. What was only added passes; what they cannot know does not. */
final class VersionFaults {
    private static final UnaryOperator<String> WITH_FIELDS =
            Records.replacing("{", "{\"mood\":{\"tone\":\"calm\",\"scale\":[1,2,{}]},\"readingSeconds\":17,");

    private VersionFaults() {}

    static void strike(Rig rig) {
        Extras extras = rig.extras();
        RawArticle raw = extras.article().article();
        extras.stored(Records.raw(raw, WITH_FIELDS), raw);
        EnrichedArticle enriched = extras.article();
        extras.stored(Records.enriched(enriched, WITH_FIELDS), enriched.article());
        versions(extras);
        values(extras);
    }

    private static void versions(Extras extras) {
        extras.buried(
                Records.with(
                        Records.raw(extras.article().article()), MessageHeaders.CE_TYPE, "io.dateline.article.raw.v2"),
                DeadLetterReason.UNKNOWN_VERSION);
        extras.buried(
                Records.with(
                        Records.enriched(extras.article(), json -> json),
                        MessageHeaders.CE_TYPE,
                        "io.dateline.article.enriched.v7"),
                DeadLetterReason.UNKNOWN_VERSION);
        extras.buried(
                Records.with(
                        Records.raw(extras.article().article()), MessageHeaders.CE_TYPE, "io.dateline.podcast.raw.v1"),
                DeadLetterReason.UNKNOWN_TYPE);
    }

    /** A status or a way in that came later. */
    private static void values(Extras extras) {
        UnaryOperator<String> status = Records.replacing("\"status\":\"usable\"", "\"status\":\"corrected\"");
        UnaryOperator<String> kind = Records.replacing("\"kind\":\"feed\"", "\"kind\":\"satellite\"");
        extras.buried(Records.raw(extras.article().article(), status), DeadLetterReason.UNDECODABLE);
        extras.buried(Records.raw(extras.article().article(), kind), DeadLetterReason.UNDECODABLE);
        extras.buried(Records.enriched(extras.article(), status), DeadLetterReason.UNDECODABLE);
    }
}
