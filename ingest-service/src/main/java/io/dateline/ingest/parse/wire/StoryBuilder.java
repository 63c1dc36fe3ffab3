package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A story while it is read. */
final class StoryBuilder {
    String slug;
    String headline;
    String byline;
    String summary;
    String body = "";
    String sent = "";
    String agency;
    String published;
    Instant created;
    Integer urgency;
    final List<String> categories = new ArrayList<>();
    /** Each once, in the order in which they stand. */
    final Set<String> notes = new LinkedHashSet<>();

    /** Lines that hold the story back, as written. */
    final List<String> embargoes = new ArrayList<>();

    Marks marks = Marks.NONE;
    boolean more;

    /** The first of several slug lines counts. */
    void slug(String line) {
        Marks read = Marks.ofSlug(line);
        mark(read);
        if (slug == null && !read.text().isBlank()) {
            slug = read.text();
        }
    }

    void headline(String line) {
        Marks read = Marks.ofLine(LineEnds.withoutOne(line, "=<").strip());
        mark(read);
        if (headline == null && !read.text().isBlank()) {
            headline = read.text();
        }
    }

    void mark(Marks read) {
        marks = marks.and(read);
        urgency = urgency == null ? read.urgency() : urgency;
    }

    void note(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (!line.isEmpty()) {
            notes.add(line);
        }
    }

    /** @param at when this version was sent, or null */
    void sentAt(Instant at) {
        if (at != null && created == null) {
            created = at;
            published = published == null ? at.toString() : published;
        }
    }

    /** Sets body and notes from the lines below the header. */
    void copy(List<String> lines, Instant now) {
        sent = String.join("\n", lines).strip();
        CopyLines copy = CopyLines.of(lines, this, now);
        body = Paragraphs.of(copy.kept());
    }

    /** @param now counts for when it was sent where it does not say */
    WireStory build(Instant now) {
        Instant sentAt = created == null ? now : created;
        List<Embargo> read =
                embargoes.stream().map(line -> Embargo.of(line, sentAt)).toList();
        String until = Embargo.latest(read);
        Set<String> all = new LinkedHashSet<>(marks.forEditors());
        all.addAll(notes);
        AgencyLine line = AgencyLine.of(body);
        String from = line == null ? null : body.substring(line.end()).strip();
        return new WireStory(
                slug,
                headline,
                byline,
                summary,
                body,
                sent,
                from == null || from.isEmpty() ? null : from,
                agency != null || line == null ? agency : line.agency(),
                published,
                created,
                urgency,
                categories,
                List.copyOf(all),
                until,
                until == null && !read.isEmpty(),
                marks,
                more);
    }
}
