package io.dateline.store.web;

import io.dateline.contracts.enriched.Entity;
import java.util.Arrays;
import java.util.Locale;

/** Of which type an entity is, as far as its id tells. */
final class EntityKind {
    private EntityKind() {}

    /** Style class; {@code entity} where the id does not tell. */
    static String of(String id) {
        int colon = id.indexOf(':');
        String scheme = colon < 0 ? "" : id.substring(0, colon);
        if (scheme.equals("geonames")) {
            return Marks.kind(Entity.Type.LOC);
        }
        boolean type = Arrays.stream(Entity.Type.values())
                .anyMatch(one -> one.name().toLowerCase(Locale.ROOT).equals(scheme));
        return type ? scheme : "entity";
    }
}
