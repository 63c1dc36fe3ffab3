package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.gazetteer.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One entity in the making: its mentions so far. */
final class Cluster {
    final String id;
    final Entity.Type type;
    final String name;
    /** Of a place or a nationality, or null. */
    final Place place;
    /** Why that place, or null. */
    final String reason;

    final List<Mention> mentions = new ArrayList<>();
    /** By what is shown, so that each is told once. */
    final Map<String, Entity.Role> roles = new LinkedHashMap<>();

    Cluster(String id, Entity.Type type, String name, Place place, String reason) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.place = place;
        this.reason = reason;
    }
}
