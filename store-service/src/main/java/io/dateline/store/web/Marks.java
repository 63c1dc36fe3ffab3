package io.dateline.store.web;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Topic;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an article's tags into what its text is to show: one mark for each piece of evidence. */
final class Marks {
    private Marks() {}

    static List<Mark> of(EnrichedArticle document) {
        List<Mark> marks = new ArrayList<>();
        if (document.dateline() != null && document.dateline().span() != null) {
            marks.add(dateline(document.dateline()));
        }
        for (Entity entity : document.entities()) {
            String tip = tip(entity);
            String href = Addresses.entity(entity.id());
            entity.mentions().forEach(span -> marks.add(new Mark(kind(entity.type()), entity.name(), href, tip, span)));
        }
        for (Topic topic : document.topics()) {
            String tip = lines("Topic: " + topic.label(), topic.id(), "Found by " + topic.by());
            String href = Addresses.topic(topic.id());
            topic.evidence().forEach(span -> marks.add(new Mark(Mark.TOPIC, topic.label(), href, tip, span)));
        }
        int number = 0;
        for (Event event : document.events()) {
            String anchor = Happening.anchor(number++);
            Mark mark = event(event, anchor);
            marks.add(mark);
            for (Event.Mention mention : event.mentions()) {
                if (!mention.trigger().equals(event.trigger())) {
                    marks.add(new Mark(mark.kind(), mark.label(), mark.href(), mark.tip(), mention.trigger()));
                }
            }
        }
        for (DateMention date : document.dates()) {
            String means = Dated.words(date.from(), date.to(), date.precision());
            marks.add(new Mark(Mark.DATE, means, "#dates", lines(means, "Found by " + date.by()), date.span()));
        }
        return marks;
    }

    private static Mark event(Event event, String anchor) {
        String tip = lines(
                "Event: " + (event.actors().isEmpty() ? "somebody" : names(event.actors())) + " " + Happening.did(event)
                        + (event.recipients().isEmpty() ? "" : " " + names(event.recipients())),
                event.type() + (event.cameo() == null ? "" : " · CAMEO " + event.cameo()),
                "Found by " + event.by());
        return new Mark(Mark.EVENT, event.type(), "#" + anchor, tip, event.trigger(), anchor + "-text");
    }

    private static String names(List<Event.Participant> who) {
        return who.stream().map(one -> one.span().surface()).collect(Collectors.joining(", "));
    }

    static String kind(Entity.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static String word(Entity.Type type) {
        return switch (type) {
            case PER -> "person";
            case ORG -> "organisation";
            case LOC -> "place";
            case NORP -> "group of people";
        };
    }

    /** {@code Baku, Azerbaijan}; never null. */
    static String placeName(PlaceLink place) {
        return Stream.of(place.name(), place.admin1(), country(place.country()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** English name of a country by its ISO code; null for null, the code itself where it has no name. */
    static String country(String iso) {
        try {
            return iso == null
                    ? null
                    : new Locale.Builder().setRegion(iso).build().getDisplayCountry(Locale.ENGLISH);
        } catch (IllformedLocaleException noCode) {
            return iso;
        }
    }

    /** Ids by which others know the entity, its own first; never empty. */
    static List<String> ids(Entity entity) {
        Entity.Links links = entity.links();
        return Stream.of(
                        entity.id(),
                        links.geonames() == null ? null : "geonames:" + links.geonames(),
                        links.wikidata() == null ? null : "wikidata:" + links.wikidata(),
                        links.iso() == null ? null : "iso:" + links.iso())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Mark dateline(Dateline dateline) {
        String place = dateline.place() == null ? dateline.placeText() : placeName(dateline.place());
        String tip = lines(
                "Dateline: "
                        + Stream.of(place, dateline.date(), dateline.agency())
                                .filter(Objects::nonNull)
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")),
                dateline.place() == null ? null : dateline.place().id(),
                "Found by " + dateline.by());
        String about = dateline.place() == null
                ? dateline.placeText()
                : dateline.place().id();
        return new Mark(
                Mark.DATELINE, "Dateline", about == null ? null : SearchUrl.to("place", about), tip, dateline.span());
    }

    private static String tip(Entity entity) {
        return lines(
                entity.name() + " (" + word(entity.type()) + ")",
                entity.roles().isEmpty()
                        ? null
                        : entity.roles().stream().map(Entity.Role::text).collect(Collectors.joining("; ")),
                entity.geo() == null ? null : placeName(entity.geo()),
                String.join("  ", ids(entity)),
                "Found by " + entity.by());
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
