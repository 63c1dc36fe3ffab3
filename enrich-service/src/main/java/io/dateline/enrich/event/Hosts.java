package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.Entity;

/** In whose country a meeting is held. */
final class Hosts {
    private static final int NEAR = 5;

    private final Reading reading;
    private final Home dateline;

    /** @param dateline of the article, or null */
    Hosts(Reading reading, Dateline dateline) {
        this.reading = reading;
        this.dateline = dateline == null || dateline.place() == null ? null : home(dateline);
    }

    private static Home home(Dateline dateline) {
        String country = dateline.place().country();
        return country == null ? null : new Home(country, dateline.span());
    }

    /** ISO code: of what tokens {@code [from, to)} say is visited, else of their place, else of the dateline; or null. */
    String country(int from, int to) {
        String place = null;
        for (int i = from; i < to; i++) {
            String country = country(reading.entity(i));
            if (country == null) {
                continue;
            }
            if (visited(from, i)) {
                return country;
            }
            boolean in = i > from && reading.is(i - 1, Word.PLACE);
            place = place == null && in ? country : place;
        }
        return place != null ? place : dateline == null ? null : dateline.country();
    }

    /** Where the article was filed, or null. */
    Home dateline() {
        return dateline;
    }

    private boolean visited(int from, int at) {
        for (int i = Math.max(from, at - NEAR); i < at; i++) {
            if (reading.word(i) != null && reading.word(i).visits) {
                return true;
            }
        }
        return false;
    }

    static String country(Entity entity) {
        if (entity == null || entity.type() != Entity.Type.LOC) {
            return null;
        }
        return entity.links().iso() != null
                ? entity.links().iso()
                : entity.geo() == null ? null : entity.geo().country();
    }
}
