package io.dateline.ingest.push;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is answered to a push. */
final class PushAnswer {
    private PushAnswer() {}

    @Schema(name = "Accepted", description = "The article is safe: the broker acknowledged it, or had it before.")
    record One(
            @Schema(description = "Its id for ever.", examples = "url-0123456789abcdef0123456789abcdef")
            String id,

            int revision,

            @Schema(
                    description = "accepted: a new article or revision. unchanged: you sent the same before."
                            + " sighting: another source owns this article and sent it first.",
                    enumeration = {"accepted", "unchanged", "sighting"})
            String outcome) {}

    @Schema(name = "AcceptedLines", description = "Counts of lines by what became of them.")
    record Many(long accepted, long unchanged, long sightings, List<Rejected> rejected) {}

    @Schema(name = "RejectedLine")
    record Rejected(@Schema(description = "From 1.") long line, String code, String detail) {}
}
