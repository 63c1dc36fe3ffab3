package io.dateline.store.web;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who did what to whom, as a reader is told.
 *
 * @param anchor     id of its entry, and with {@code -text} behind it of its words in the text
 * @param did        the act in plain words; never null
 * @param actors     never null
 * @param recipients never null
 * @param where      or null
 * @param when       the date as precisely as it is known, or null
 * @param percent    confidence, 0 to 100
 * @param before     the sentence up to the act
 * @param act        the words that name the act
 * @param after      the rest of the sentence
 * @param told       in how many sentences the article tells it
 * @param code       type, mode, contexts and code in the terms of PLOVER and CAMEO
 */
public record Happening(
        String anchor,
        String did,
        List<Who> actors,
        List<Who> recipients,
        String where,
        String when,
        long percent,
        String before,
        String act,
        String after,
        int told,
        String code,
        String by) {
    private static final Map<String, String> SECTORS = Map.ofEntries(
            Map.entry("GOV", "government"),
            Map.entry("LEG", "legislature"),
            Map.entry("JUD", "judiciary"),
            Map.entry("MIL", "military"),
            Map.entry("COP", "police"),
            Map.entry("SPY", "intelligence"),
            Map.entry("REB", "rebels"),
            Map.entry("OPP", "opposition"),
            Map.entry("PTY", "party"),
            Map.entry("IGO", "international organisation"),
            Map.entry("NGO", "non-governmental organisation"),
            Map.entry("BUS", "business"),
            Map.entry("MED", "media"),
            Map.entry("REL", "religious group"),
            Map.entry("EDU", "education"),
            Map.entry("LAB", "labour"),
            Map.entry("CVL", "civilians"),
            Map.entry("CRM", "criminals"),
            Map.entry("REF", "refugees"));

    /**
     * @param href  to the page about it, or null for somebody without a name
     * @param about country and part of society, or null
     */
    public record Who(String name, String href, String about) {}

    static List<Happening> of(EnrichedArticle document) {
        Map<String, Entity> byId = document.entities().stream()
                .collect(Collectors.toMap(Entity::id, Function.identity(), (first, second) -> first));
        List<Happening> all = new ArrayList<>();
        for (Event event : document.events()) {
            all.add(of(event, anchor(all.size()), byId));
        }
        return all;
    }

    /** Of the n-th event of an article, from 0. */
    static String anchor(int number) {
        return "event-" + (number + 1);
    }

    /** The act in plain words, as they stand before those it was done to, or alone where nobody is named. */
    static String did(Event event) {
        return Act.did(event.type(), !event.recipients().isEmpty());
    }

    private static Happening of(Event event, String anchor, Map<String, Entity> byId) {
        Quoted words = Quoted.of(event.sentence(), event.trigger());
        return new Happening(
                anchor,
                did(event),
                event.actors().stream().map(one -> who(one, byId)).toList(),
                event.recipients().stream().map(one -> who(one, byId)).toList(),
                event.place() == null ? null : Marks.placeName(event.place()),
                when(event.date(), event.datePrecision()),
                Math.round(event.confidence() * 100),
                words.before(),
                words.act(),
                words.after(),
                Math.max(1, event.mentions().size()),
                code(event),
                event.by());
    }

    private static Who who(Event.Participant one, Map<String, Entity> byId) {
        Entity entity = one.entity() == null ? null : byId.get(one.entity());
        return new Who(
                entity == null ? one.span().surface() : entity.name(),
                one.entity() == null ? null : Addresses.entity(one.entity()),
                about(one.country(), one.sector()));
    }

    /** Country and part of society, or null where neither is known. */
    static String about(String country, String sector) {
        String about = Stream.of(Marks.country(country), sector(sector))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return about.isEmpty() ? null : about;
    }

    private static String sector(String code) {
        return code == null ? null : SECTORS.getOrDefault(code, code);
    }

    /** As exact as it is known, or null. Before there was a precision, dates were days. */
    static String when(LocalDate date, DateMention.Precision precision) {
        return date == null ? null : Dated.words(date, date, precision == null ? DateMention.Precision.DAY : precision);
    }

    private static String code(Event event) {
        return code(event.type(), event.mode(), event.contexts(), event.cameo(), event.goldstein());
    }

    static String code(String type, String mode, List<String> contexts, String cameo, Double goldstein) {
        return Stream.of(
                        type,
                        mode,
                        contexts.isEmpty() ? null : String.join(", ", contexts),
                        cameo == null ? null : "CAMEO " + cameo,
                        goldstein == null ? null : "Goldstein " + goldstein)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
