package io.dateline.store.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.http.Problem;
import io.dateline.store.deadletter.Letter;
import io.dateline.store.deadletter.LetterHead;
import io.dateline.store.deadletter.Payload;
import java.time.Instant;
import java.util.List;

/**
 * One dead letter.
 *
 * @param group    address of the letters of its cause; never null
 * @param replayed when it was put back, in words, oldest first; never null
 * @param content  headers and payload; null for a reader who may not operate
 * @param notice   what was just done, or null
 * @param problem  why it was not put back, or null
 */
public record DeadLetterView(
        LetterHead head,
        String path,
        String api,
        String group,
        Moment at,
        String size,
        String topic,
        int left,
        List<Done> replayed,
        Content content,
        ReplayNotice notice,
        Problem problem) {
    /** More of a payload than anybody reads on a page; the API has all of it. */
    private static final int SHOWN = 200_000;

    public record Done(Moment at, String by, boolean edited) {}

    /**
     * What those who may operate see.
     *
     * @param kind   in words; never null
     * @param shown  of the payload; never null
     * @param cut    whether there is more of it
     * @param breach what it would fail on as it is, or null
     * @param form   what the form to edit holds; never null
     * @param edits  whether there is such a form
     */
    public record Content(
            List<Letter.NamedHeader> headers,
            String kind,
            String shown,
            boolean cut,
            Letter.Breach breach,
            String form,
            boolean edits) {}

    /** @param typed what a refused form held, or null */
    static DeadLetterView of(
            Letter letter, boolean operates, ReplayNotice notice, Problem problem, String typed, Instant now) {
        LetterHead head = letter.head();
        return new DeadLetterView(
                head,
                DeadPaths.letter(head.id()),
                "/api/dead-letters/" + head.id().path(),
                DeadPaths.group(head.group()),
                Moment.of(head.at(), now),
                DeadGroupView.size(head.bytes()),
                letter.topic(),
                letter.left(),
                letter.replayed().stream()
                        .map(replay -> new Done(Moment.of(replay.at(), now), replay.by(), replay.edited()))
                        .toList(),
                operates ? content(letter, typed) : null,
                notice,
                problem);
    }

    private static Content content(Letter letter, String typed) {
        String text = text(letter.payload());
        boolean cut = text.length() > SHOWN;
        String own = cut || letter.payload().hex() != null ? "" : text;
        return new Content(
                letter.headers(),
                kind(letter.payload()),
                cut ? text.substring(0, SHOWN) : text,
                cut,
                letter.contract(),
                typed == null ? own : typed,
                letter.editable());
    }

    private static String text(Payload payload) {
        JsonNode json = payload.json();
        if (json != null) {
            return json.toPrettyString();
        }
        if (payload.text() != null) {
            return payload.text();
        }
        return payload.hex() == null ? "" : payload.hex();
    }

    private static String kind(Payload payload) {
        String packed = payload.gzip() ? ", unpacked from gzip" : "";
        return switch (payload.form()) {
            case "json" -> "JSON" + packed;
            case "text" -> "text that is no JSON" + packed;
            case "none" -> "nothing";
            default -> "no text; its first 64 bytes in hex";
        };
    }
}
