package io.dateline.enrich.event;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Tags;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when an act was done: as its sentence says, else, in the lead, as the dateline or the day of publication does. */
final class Setting {
    private static final int LEAD = 3;

    private final Reading reading;
    private final Document document;
    private final Tags tags;

    Setting(Reading reading, Document document, Tags tags) {
        this.reading = reading;
        this.document = document;
        this.tags = tags;
    }

    /** Null where neither the sentence nor the dateline says. */
    Where where(Act act, int from, int to) {
        for (int i = act.from(); i < to; i++) {
            Where where = at(i, from);
            if (where != null) {
                return where;
            }
        }
        for (int i = from; i < act.from(); i++) {
            Where where = at(i, from);
            if (where != null) {
                return where;
            }
        }
        Dateline dateline = tags.dateline();
        if (act.future() || dateline == null || dateline.place() == null || !lead(from)) {
            return null;
        }
        int start = dateline.span().start() + dateline.span().surface().indexOf(dateline.placeText());
        return new Where(
                dateline.place(),
                Span.of(
                        "body",
                        document.body().text(),
                        start,
                        start + dateline.placeText().length()));
    }

    /** "in Baku", "near the town of Goma". */
    private Where at(int token, int from) {
        Entity entity = reading.entity(token);
        boolean place = entity != null && entity.type() == Entity.Type.LOC && entity.geo() != null;
        if (!place || token == from || reading.entity(token - 1) == entity) {
            return null;
        }
        int before = token - 1;
        if (reading.is(before, Word.DETERMINER) && before > from) {
            before--;
        }
        if (!reading.is(before, Word.PLACE)) {
            return null;
        }
        int to = token + 1;
        while (to < reading.tokens.size() && reading.entity(to) == entity) {
            to++;
        }
        return new Where(entity.geo(), reading.field.span(token, to));
    }

    private boolean lead(int from) {
        return !reading.field.name().equals("body") || reading.tokens.sentence(from) < LEAD + sentencesOfDateline();
    }

    private int sentencesOfDateline() {
        Dateline dateline = tags.dateline();
        int at = dateline == null ? 0 : reading.tokens.at(dateline.span().end());
        return at < reading.tokens.size() && at > 0 ? reading.tokens.sentence(at) : 0;
    }

    /** Null where it is not certain. */
    When when(Act act, int from, int to) {
        int start = reading.tokens.start(from);
        int end = reading.tokens.end(to - 1);
        int trigger = reading.tokens.start(act.from());
        DateMention best = null;
        for (DateMention date : tags.dates()) {
            Span span = date.span();
            boolean inside = span.field().equals(reading.field.name()) && span.start() >= start && span.end() <= end;
            if (inside && (best == null || distance(span, trigger) < distance(best.span(), trigger))) {
                best = date;
            }
        }
        if (best != null) {
            return new When(best.from(), best.precision(), best.span());
        }
        if (act.future() || !lead(from)) {
            return null;
        }
        LocalDate day = day();
        return day == null ? null : new When(day, DateMention.Precision.DAY, null);
    }

    private static int distance(Span span, int trigger) {
        return Math.abs(span.start() - trigger);
    }

    private LocalDate day() {
        if (tags.dateline() != null && tags.dateline().date() != null) {
            return tags.dateline().date();
        }
        var published = document.article().publishedAt();
        return published == null ? null : published.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A place and the words that say so. */
    record Where(PlaceLink place, Span span) {}

    /**
     * A date.
     *
     * @param span the words that say so, or null where it follows from the dateline
     */
    record When(LocalDate date, DateMention.Precision precision, Span span) {}
}
