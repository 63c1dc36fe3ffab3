package io.dateline.store.story;

import io.dateline.store.query.Filter;
import io.dateline.store.query.Filters;
import io.dateline.store.query.ReadPool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** {@link Stories} on the tables. */
@ApplicationScoped
class PostgresStories implements Stories {
    private static final String PLACE_OF = """
        SELECT m.story_id, s.members, s.sources FROM story_members AS m JOIN stories AS s USING (story_id)
        JOIN articles AS a ON a.id = m.article_id AND a.is_head AND a.status = 'usable' WHERE m.article_id = ?
        """;

    private final ReadPool pool;
    private final Filters filters;

    PostgresStories(ReadPool pool, Filters filters) {
        this.pool = pool;
        this.filters = filters;
    }

    @Override
    public Optional<Story> get(String id) {
        return id.indexOf('\0') >= 0 ? Optional.empty() : pool.ask(connection -> new StoryDetails(connection).read(id));
    }

    @Override
    public Optional<Place> placeOf(String articleId) {
        if (articleId.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(PLACE_OF)) {
                select.setString(1, articleId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Place(row.getString(1), row.getInt(2), row.getInt(3)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public StoryPage find(StoryQuery query) {
        Filter filter = filters.resolve(query.articles());
        return pool.ask(connection -> StoryPages.read(connection, query, filter));
    }
}
