package io.dateline.store.query;

import io.dateline.store.query.Filter.Salient;
import io.dateline.store.query.Filter.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Resolves ids and exact names (in any case) to tags. */
@ApplicationScoped
public class Filters {
    /** One name may be that of several things; more than these are not told apart by a name. */
    private static final int NAMESAKES = 200;
    /** So many places of a circle are asked for at most, those nearest to its centre. */
    private static final int NEAREST = 2_000;

    private static final double EARTH_RADIUS_KM = 6_371.0;
    private static final double KM_PER_DEGREE = 111.2;

    private final ReadPool pool;

    Filters(ReadPool pool) {
        this.pool = pool;
    }

    /** Blocks on the database where the query filters by something that may be a name, or by a circle. */
    public Filter resolve(ArticleQuery query) {
        Map<Criterion, Set<String>> wanted = tags(query.wanted());
        List<List<String>> groups = new ArrayList<>();
        wanted.values().forEach(tags -> groups.add(List.copyOf(tags)));
        if (query.near() != null) {
            groups.add(near(query.near()));
        }
        Set<String> excluded = new HashSet<>();
        tags(query.unwanted()).values().forEach(excluded::addAll);
        return new Filter(
                query.text() == null ? null : words(query),
                groups,
                excluded,
                query.wanted(Criterion.LANGUAGE).stream()
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .toList(),
                query.minSalience() == null
                        ? null
                        : new Salient(entities(wanted.getOrDefault(Criterion.ENTITY, Set.of())), query.minSalience()),
                query.duplicates(),
                query.status(),
                query.sorted(),
                query.stored(),
                query.mentioned(),
                query.happened(),
                null);
    }

    private static Words words(ArticleQuery query) {
        try {
            return new Words(TextQuery.read(query.text()), query.in());
        } catch (TextQuery.Malformed e) {
            throw new IllegalStateException("the parser lets no such question through", e);
        }
    }

    /** The ids among tags of entities. */
    static List<String> entities(Set<String> tags) {
        return tags.stream().map(tag -> tag.substring("entity:".length())).toList();
    }

    /** What the query's entities are called in tags, empty where it asks for none. */
    public List<String> entities(ArticleQuery query) {
        return query.wanted(Criterion.ENTITY).isEmpty()
                ? List.of()
                : entities(tags(Criterion.ENTITY, query.wanted(Criterion.ENTITY)));
    }

    /** By criterion, the tags that its values may mean. Blocks on the database where one may be a name. */
    Map<Criterion, Set<String>> tags(Map<Criterion, List<String>> exact) {
        Map<Criterion, Set<String>> tags = new EnumMap<>(Criterion.class);
        exact.forEach((criterion, values) -> tags.put(criterion, tags(criterion, values)));
        return tags;
    }

    private Set<String> tags(Criterion criterion, List<String> values) {
        Set<String> tags = new LinkedHashSet<>();
        values.forEach(value -> tags.add(criterion.tag() + ":" + criterion.id(value)));
        if (!criterion.namedAs().isEmpty()) {
            named(criterion.namedAs(), values).forEach(id -> tags.add(criterion.tag() + ":" + id));
        }
        return tags;
    }

    private List<String> named(List<String> kinds, List<String> names) {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT DISTINCT substr(tag, strpos(tag, ':') + 1) FROM labels WHERE kind = ANY (?)"
                            + " AND folded = ANY (?) ORDER BY 1 LIMIT " + NAMESAKES)) {
                select.setArray(1, connection.createArrayOf("text", kinds.toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                names.stream()
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .toArray()));
                return strings(select);
            }
        });
    }

    /** Tags of the known places in a circle: a belt of latitudes by index, then the great-circle distance (haversine). */
    private List<String> near(Near near) {
        double belt = near.kilometres() / KM_PER_DEGREE;
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT 'place:' || place FROM (SELECT place, 2 * %s * asin(sqrt(least(1,
                        sin(radians(latitude - ?) / 2) ^ 2 + cos(radians(?)) * cos(radians(latitude))
                        * sin(radians(longitude - ?) / 2) ^ 2))) AS km
                    FROM places WHERE latitude BETWEEN ? AND ?) AS belt
                    WHERE km <= ? ORDER BY km, place LIMIT %d
                    """.formatted(EARTH_RADIUS_KM, NEAREST))) {
                select.setDouble(1, near.latitude());
                select.setDouble(2, near.latitude());
                select.setDouble(3, near.longitude());
                select.setDouble(4, near.latitude() - belt);
                select.setDouble(5, near.latitude() + belt);
                select.setDouble(6, near.kilometres());
                return strings(select);
            }
        });
    }

    private static List<String> strings(PreparedStatement select) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                strings.add(found.getString(1));
            }
        }
        return strings;
    }
}
