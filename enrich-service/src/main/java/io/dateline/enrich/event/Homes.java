package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The countries persons and bodies act for, as their offices say: "Prosecutor General … of Laos". */
final class Homes {
    private Homes() {}

    /** By entity id; only looked up, never walked. */
    static Map<String, Home> of(List<Entity> entities) {
        Map<String, Home> homes = new HashMap<>();
        for (Entity person : entities) {
            for (Entity.Role role : person.roles()) {
                Home home = within(role, entities);
                if (home != null) {
                    homes.putIfAbsent(person.id(), home);
                }
            }
        }
        return homes;
    }

    private static Home within(Entity.Role role, List<Entity> entities) {
        for (Entity entity : entities) {
            String iso = entity.links().iso() != null
                    ? entity.links().iso()
                    : entity.geo() == null ? null : entity.geo().country();
            Span inside = iso == null ? null : inside(entity, role.span());
            if (inside != null) {
                return new Home(iso, inside);
            }
            if (iso != null && entity.id().equals(role.affiliation())) {
                return new Home(iso, nearest(entity, role.span()));
            }
        }
        return null;
    }

    /** Where the words of the office name it, or null. */
    private static Span inside(Entity entity, Span role) {
        for (Span span : entity.mentions()) {
            if (span.field().equals(role.field()) && span.start() >= role.start() && span.end() <= role.end()) {
                return span;
            }
        }
        return null;
    }

    /** "Foreign Minister Doe of Laos": the name that stands nearest to the office. */
    private static Span nearest(Entity entity, Span role) {
        return entity.mentions().stream()
                .min(Comparator.comparing((Span span) -> !span.field().equals(role.field()))
                        .thenComparing(span -> Math.abs(span.start() - role.start())))
                .orElseThrow();
    }
}
