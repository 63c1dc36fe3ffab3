package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.pipeline.Scores;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who and what an article names. English in full; in every other language countries and large cities in the spellings
 * the gazetteer lists.
 */
public final class EntityStep implements Step {
    /** A directory of names is no news story; beyond this the least salient are left out. */
    static final int MOST_ENTITIES = 300;

    static final int MOST_MENTIONS = 200;
    private static final int MOST_ROLES = 5;
    private static final int LEAD_TOKENS = 60;

    private final MentionFinder finder;
    private final PlaceForms forms;
    private final Gazetteer gazetteer;

    public EntityStep(Tagger tagger, Gazetteer gazetteer) {
        this.finder = new MentionFinder(tagger, gazetteer);
        this.forms = new PlaceForms(gazetteer);
        this.gazetteer = gazetteer;
    }

    @Override
    public String name() {
        return "entity";
    }

    @Override
    public String version() {
        return "11";
    }

    @Override
    public List<String> files() {
        return Stream.concat(Stream.of(TaggerModel.FILE, Lexica.FILE), GazetteerFiles.ALL.stream())
                .toList();
    }

    @Override
    public void run(Document document, Tags tags) {
        String language = tags.language().code();
        boolean english = language.equals("en");
        List<Field> fields = fields(document, language);
        List<Mention> mentions = new ArrayList<>();
        for (Field field : fields) {
            mentions.addAll(english ? finder.find(field) : new ListedPlaces(gazetteer, language).find(field));
        }
        mentions = dateline(mentions, fields.get(1), tags.dateline());
        if (!english) {
            tags.unsupported("names");
        } else {
            mentions = Consistency.apply(PersonPlaces.apply(mentions), fields, this::isListed);
        }
        Dateline dateline = tags.dateline();
        PlaceLink filed = dateline == null ? null : dateline.place();
        List<Entity> entities = new ArrayList<>();
        Collection<Cluster> clusters =
                new NameJoiner(gazetteer, tags.explain(), language).join(NameJoiner.longFirst(mentions), filed);
        Offices offices = new Offices(clusters);
        for (Cluster cluster : clusters) {
            roles(cluster, offices);
            entities.add(entity(cluster, dateline));
        }
        entities.sort(Comparator.comparingDouble(Entity::salience).reversed().thenComparing(Entity::id));
        tags.entities(entities.subList(0, Math.min(MOST_ENTITIES, entities.size())));
    }

    private boolean isListed(Mention place) {
        return !gazetteer
                .named(Gazetteer.hash(place.field().tokens(), place.from(), place.to()))
                .isEmpty();
    }

    private List<Field> fields(Document document, String language) {
        List<Field> fields = List.of(document.title(), document.body());
        return language.equals("en")
                ? fields
                : fields.stream().map(field -> forms.read(field, language)).toList();
    }

    /** In the dateline only the place is a name to tag: the agency is not what the story is about. */
    private static List<Mention> dateline(List<Mention> mentions, Field body, Dateline dateline) {
        if (dateline == null) {
            return mentions;
        }
        Span span = dateline.span();
        Tokens tokens = body.tokens();
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean inside = mention.field() == body
                    && tokens.start(mention.from()) < span.end()
                    && tokens.end(mention.to() - 1) > span.start();
            if (!inside) {
                kept.add(mention);
            }
        }
        if (dateline.place() != null) {
            int start = span.start() + span.surface().indexOf(dateline.placeText());
            int end = start + dateline.placeText().length();
            int from = tokens.at(start);
            int to = from;
            while (to < tokens.size() && tokens.isWord(to) && tokens.end(to) <= end) {
                to++;
            }
            if (to > from) {
                kept.add(new Mention(body, from, to, Entity.Type.LOC));
            }
        }
        return kept;
    }

    private static void roles(Cluster cluster, Offices offices) {
        if (cluster.type != Entity.Type.PER) {
            return;
        }
        for (Mention mention : cluster.mentions) {
            if (cluster.roles.size() >= MOST_ROLES) {
                return;
            }
            Tokens tokens = mention.field().tokens();
            for (Roles.Range range : Roles.of(tokens, mention.from(), mention.to())) {
                add(cluster, offices, mention.field(), range);
            }
        }
    }

    private static void add(Cluster cluster, Offices offices, Field field, Roles.Range range) {
        Entity.Role role = offices.of(field, range);
        if (role != null) {
            cluster.roles.putIfAbsent(role.text() + '\n' + role.affiliation(), role);
        }
    }

    private Entity entity(Cluster cluster, Dateline dateline) {
        List<Span> spans = new ArrayList<>();
        double salience = 0;
        int counted = 0;
        for (Mention mention : cluster.mentions) {
            Span span = mention.field().span(mention.from(), mention.to());
            boolean inDateline = dateline != null
                    && span.field().equals("body")
                    && span.start() >= dateline.span().start()
                    && span.end() <= dateline.span().end();
            if (!inDateline) {
                counted++;
                salience = Math.max(salience, place(mention));
            }
            spans.add(span);
        }
        salience += 0.4 * Math.min(1, counted / 6.0);
        spans.sort(Comparator.comparing((Span span) -> span.field().equals("title") ? 0 : 1)
                .thenComparingInt(Span::start));
        Place place = cluster.place;
        boolean where = place != null && cluster.type == Entity.Type.LOC;
        PlaceLink geo = where ? place.link() : null;
        return new Entity(
                cluster.id,
                cluster.type,
                cluster.name,
                Scores.round(Math.max(0.05, salience)),
                List.copyOf(cluster.roles.values()),
                links(place, where),
                geo,
                cluster.reason,
                spans.subList(0, Math.min(MOST_MENTIONS, spans.size())),
                by());
    }

    /** What the place of its best mention says: the headline most, then the lead, then the rest. */
    private static double place(Mention mention) {
        if (mention.field().name().equals("title")) {
            return 0.6;
        }
        return mention.from() < LEAD_TOKENS ? 0.4 : 0.1;
    }

    private static Entity.Links links(Place place, boolean where) {
        if (place == null) {
            return Entity.Links.NONE;
        }
        if (!where) {
            return new Entity.Links(null, null, place.country());
        }
        String number = place.geonames() > 0 ? Integer.toString(place.geonames()) : null;
        boolean country = place.kind() == Place.Kind.COUNTRY;
        return new Entity.Links(number, place.wikidata(), country ? place.country() : null);
    }
}
