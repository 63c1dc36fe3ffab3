package io.dateline.store.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Resolves ids and exact names (in any case) to tags. */
@ApplicationScoped
public class Filters {
    /** One name may be that of several things; more than these are not told apart by a name. */
    private static final int NAMESAKES = 200;

    private static final Pattern TOPIC_NUMBER = Pattern.compile("\\d{8}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private final ReadPool pool;

    Filters(ReadPool pool) {
        this.pool = pool;
    }

    /** Blocks on the database where the query filters by something that may be a name. */
    public Filter resolve(ArticleQuery query) {
        List<List<String>> groups = new ArrayList<>();
        add(groups, "entity", query.entities());
        add(groups, "topic", query.topics());
        add(groups, "place", query.places());
        add(groups, "source", query.sources());
        if (!query.languages().isEmpty()) {
            groups.add(query.languages().stream().map(code -> "lang:" + code).toList());
        }
        return new Filter(query.text(), groups, query.languages(), query.from(), query.to());
    }

    private void add(List<List<String>> groups, String kind, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        Set<String> tags = new LinkedHashSet<>();
        values.forEach(value -> tags.add(kind + ":" + id(kind, value)));
        tags.addAll(named(kind, values));
        groups.add(List.copyOf(tags));
    }

    private static String id(String kind, String value) {
        if (kind.equals("topic") && TOPIC_NUMBER.matcher(value).matches()) {
            return "medtop:" + value;
        }
        return kind.equals("place") && COUNTRY.matcher(value).matches() ? value.toUpperCase(Locale.ROOT) : value;
    }

    private List<String> named(String kind, List<String> names) {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT tag FROM labels WHERE kind = ? AND folded = ANY (?) ORDER BY tag LIMIT " + NAMESAKES)) {
                select.setString(1, kind);
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                names.stream()
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .toArray()));
                return tags(select);
            }
        });
    }

    private static List<String> tags(PreparedStatement select) throws SQLException {
        List<String> tags = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                tags.add(found.getString(1));
            }
        }
        return tags;
    }
}
