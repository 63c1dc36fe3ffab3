package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.List;

/**
 * One story as wire copy carries it: its header and marks read, its text unwrapped, what is for editors kept apart.
 *
 * @param slug       without its marks, or null
 * @param headline   as printed, without its marks, or null
 * @param byline     with its "By", or null
 * @param summary    the sender's own, or null
 * @param body       paragraphs parted by a blank line, the dateline still in it; may be empty, never null
 * @param sent       the body's lines before anything was made of them; never null
 * @param afterDateline the body behind its dateline, for deriving a title, or null where there is no dateline
 * @param agency     from the header, the trailer or the dateline, or null
 * @param published  as an ISO or RFC 822 date, or null
 * @param created    when this version was sent, to the minute at least, or null
 * @param urgency    1 (highest) to 9, or null
 * @param categories the sender's own words or codes; never null
 * @param notes      for editors: marks, notes and contacts, in order; never null
 * @param embargo    RFC 3339 where it could be read, else as written; null for none
 * @param held       an embargo without an end
 * @param marks      what the sender said this version is; never null
 * @param more       whether the sender says that more follows
 */
public record WireStory(
        String slug,
        String headline,
        String byline,
        String summary,
        String body,
        String sent,
        String afterDateline,
        String agency,
        String published,
        Instant created,
        Integer urgency,
        List<String> categories,
        List<String> notes,
        String embargo,
        boolean held,
        Marks marks,
        boolean more) {

    public WireStory {
        categories = List.copyOf(categories);
        notes = List.copyOf(notes);
    }
}
