package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a person's role as an office and whom it is held with: "Speaker" with the "Milli Majlis", "CEO" with "Apple",
 * "President" with "France". Whom is an organisation, place or people named in the role or right before it.
 */
final class Offices {
    private static final int SOONEST = 4;
    private static final WordSet BETWEEN =
            WordSet.of(Words.OF, Words.THE, Words.FOR, Words.AND, Words.AT, Words.TO, Words.IN, Words.POSSESSIVE);

    private record Named(Mention mention, Cluster cluster) {}

    private final Map<Field, Map<Integer, Named>> byFirstToken = new HashMap<>();
    private final Map<Field, Map<Integer, Named>> byEnd = new HashMap<>();

    Offices(Collection<Cluster> clusters) {
        for (Cluster cluster : clusters) {
            if (cluster.type == Entity.Type.PER) {
                continue;
            }
            for (Mention mention : cluster.mentions) {
                Named named = new Named(mention, cluster);
                byFirstToken
                        .computeIfAbsent(mention.field(), field -> new HashMap<>())
                        .put(mention.from(), named);
                byEnd.computeIfAbsent(mention.field(), field -> new HashMap<>()).put(mention.to(), named);
            }
        }
    }

    /** @param role as {@link Roles} found it */
    Entity.Role of(Field field, Roles.Range role) {
        Tokens tokens = field.tokens();
        Named with = within(field, role);
        int from = role.from();
        int to = role.to();
        Named over = over(field, from);
        if (over != null && over.mention().to() < to) {
            with = over;
            from = over.mention().to();
        } else if (with == null) {
            with = before(field, tokens, from);
        } else if (with.mention().from() == from) {
            from = with.mention().to();
        } else {
            to = with.mention().from();
        }
        String text = null;
        if (with != null
                && with.mention().from() > from
                && holdsTitle(tokens, with.mention().to(), role.to())
                && !holdsTitle(tokens, from, with.mention().from())) {
            // "former Treasury secretary": the office stands around whom it is held with.
            text = tokens.surface(from, with.mention().from()) + " "
                    + tokens.surface(with.mention().to(), role.to());
            to = role.to();
        }
        while (to - 1 > from && BETWEEN.contains(tokens.lower(to - 1))) {
            to--;
        }
        while (from < to - 1 && BETWEEN.contains(tokens.lower(from))) {
            from++;
        }
        if (from >= to) {
            return null;
        }
        return new Entity.Role(
                Names.shown(text == null ? tokens.surface(from, to) : text),
                field.span(from, to),
                with == null ? null : with.cluster().id);
    }

    /** "Los Angeles Police | Chief": whose name reaches into the role. */
    private Named over(Field field, int from) {
        Map<Integer, Named> starts = byFirstToken.getOrDefault(field, Map.of());
        for (int i = Math.max(0, from - SOONEST); i < from; i++) {
            Named named = starts.get(i);
            if (named != null && named.mention().to() > from) {
                return named;
            }
        }
        return null;
    }

    private static boolean holdsTitle(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Titles.isHeld(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** An organisation before all others; of places and peoples the first. */
    private Named within(Field field, Roles.Range role) {
        Map<Integer, Named> starts = byFirstToken.getOrDefault(field, Map.of());
        Named first = null;
        for (int i = role.from(); i < role.to(); i++) {
            Named named = starts.get(i);
            if (named != null && named.mention().to() <= role.to()) {
                if (named.cluster().type == Entity.Type.ORG) {
                    return named;
                }
                first = first == null ? named : first;
            }
        }
        return first;
    }

    /** "Apple CEO", "Apple's CEO", "French foreign minister": what ends where the role begins. */
    private Named before(Field field, Tokens tokens, int from) {
        Map<Integer, Named> ends = byEnd.getOrDefault(field, Map.of());
        Named right = ends.get(from);
        if (right == null && from > 0 && tokens.lower(from - 1) == Words.POSSESSIVE) {
            right = ends.get(from - 1);
        }
        return right != null && from - right.mention().from() <= SOONEST + 1 ? right : null;
    }
}
