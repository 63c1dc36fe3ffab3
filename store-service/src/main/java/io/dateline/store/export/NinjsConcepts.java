package io.dateline.store.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Topic;

/** What an article is about, as ninjs names it: subjects, people, organisations, places. */
final class NinjsConcepts {
    private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
    private static final String GEONAMES = "https://sws.geonames.org/";
    private static final String WIKIDATA = "http://www.wikidata.org/entity/";

    private final EnrichedArticle enriched;

    NinjsConcepts(EnrichedArticle enriched) {
        this.enriched = enriched;
    }

    void addTo(ObjectNode item) {
        set(item, "subjects", subjects());
        set(item, "people", entities(Entity.Type.PER));
        set(item, "organisations", entities(Entity.Type.ORG));
        set(item, "places", entities(Entity.Type.LOC));
    }

    private static void set(ObjectNode item, String name, ArrayNode concepts) {
        if (!concepts.isEmpty()) {
            item.set(name, concepts);
        }
    }

    /** Our topics, which have a code, and then the publisher's own words, which have none. */
    private ArrayNode subjects() {
        ArrayNode subjects = JsonNodeFactory.instance.arrayNode();
        for (Topic topic : enriched.topics()) {
            ObjectNode subject = subjects.addObject();
            subject.put("name", topic.label());
            subject.put("uri", MEDIA_TOPICS + topic.id().substring(topic.id().indexOf(':') + 1));
            subject.put("creator", topic.by());
            subject.put("confidence", percent(topic.score()));
        }
        for (String category : enriched.article().categories()) {
            subjects.addObject()
                    .put("name", category)
                    .put("creator", enriched.article().source().name());
        }
        return subjects;
    }

    private static int percent(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * 100);
    }

    private ArrayNode entities(Entity.Type type) {
        ArrayNode concepts = JsonNodeFactory.instance.arrayNode();
        for (Entity entity : enriched.entities()) {
            if (entity.type() == type) {
                ObjectNode concept = concepts.addObject();
                concept.put("name", entity.name());
                String uri = uri(entity);
                if (uri != null) {
                    concept.put("uri", uri);
                }
                concept.put("literal", entity.id());
                if (type == Entity.Type.LOC) {
                    point(concept, entity.geo());
                }
            }
        }
        return concepts;
    }

    /** Places by GeoNames, everything else by Wikidata; null where it is known to neither. */
    private static String uri(Entity entity) {
        Entity.Links links = entity.links();
        if (entity.type() == Entity.Type.LOC && links.geonames() != null) {
            return GEONAMES + links.geonames() + "/";
        }
        return links.wikidata() == null ? null : WIKIDATA + links.wikidata();
    }

    /** GeoJSON (RFC 7946): longitude first. */
    private static void point(ObjectNode concept, PlaceLink place) {
        if (place != null && place.latitude() != null && place.longitude() != null) {
            ObjectNode point = concept.putObject("geoJSON");
            point.put("type", "Point");
            point.putArray("coordinates").add(place.longitude()).add(place.latitude());
        }
    }
}
