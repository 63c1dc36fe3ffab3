package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The countries persons and bodies act for, as their offices say: "Prosecutor General … of Laos". */
final class Homes {
    private Homes() {}

    /** ISO codes by entity id; only looked up, never walked. */
    static Map<String, String> of(List<Entity> entities) {
        Map<String, String> homes = new HashMap<>();
        for (Entity person : entities) {
            for (Entity.Role role : person.roles()) {
                String home = within(role, entities);
                if (home != null) {
                    homes.putIfAbsent(person.id(), home);
                }
            }
        }
        return homes;
    }

    private static String within(Entity.Role role, List<Entity> entities) {
        for (Entity entity : entities) {
            String iso = entity.links().iso() != null
                    ? entity.links().iso()
                    : entity.geo() == null ? null : entity.geo().country();
            if (iso != null && (entity.id().equals(role.affiliation()) || inside(entity, role.span()))) {
                return iso;
            }
        }
        return null;
    }

    private static boolean inside(Entity entity, Span role) {
        for (Span span : entity.mentions()) {
            if (span.field().equals(role.field()) && span.start() >= role.start() && span.end() <= role.end()) {
                return true;
            }
        }
        return false;
    }
}
