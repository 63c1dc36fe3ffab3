package io.dateline.store.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest articles about something, of each story one: copies of it would push out everything else. They are looked for
 * among so many of the newest only, which an index holds in order; to ask for {@code dup=story} would read all there are.
 */
@ApplicationScoped
public class NewestOfStories {
    private static final int LOOKED_THROUGH = 50;

    private final ArticleQueries articles;
    private final ReadPool pool;

    NewestOfStories(ArticleQueries articles, ReadPool pool) {
        this.articles = articles;
        this.pool = pool;
    }

    /**
     * Blocks on the database.
     *
     * @param most 1 to 50; fewer come where few stories are among the newest articles
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public List<ArticleItem> of(Criterion criterion, String value, int most) {
        List<ArticleItem> newest = articles.find(ArticleQuery.newest(criterion, value, LOOKED_THROUGH))
                .items();
        Map<String, String> stories = pool.ask(connection ->
                stories(connection, newest.stream().map(ArticleItem::id).toList()));
        Set<String> told = new HashSet<>();
        return newest.stream()
                .filter(article -> told.add(stories.getOrDefault(article.id(), article.id())))
                .limit(most)
                .toList();
    }

    private static Map<String, String> stories(Connection connection, List<String> articles) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT article_id, story_id FROM story_members WHERE article_id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", articles.toArray(String[]::new)));
            Map<String, String> stories = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    stories.put(rows.getString(1), rows.getString(2));
                }
            }
            return stories;
        }
    }
}
