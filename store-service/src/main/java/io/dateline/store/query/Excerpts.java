package io.dateline.store.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows where the words of a question occur in the articles of a page, by PostgreSQL's {@code ts_headline}. */
final class Excerpts {
    /** Characters of a body that are looked through: the price is linear in them. */
    private static final int LOOKED_THROUGH = 50_000;

    /** Private use characters mark what was found; an article's own are taken out first. */
    private static final char START = '\uE000';

    private static final char STOP = '\uE001';
    private static final char NEXT = '\uE002';
    private static final String OPTIONS = "StartSel=" + START + ", StopSel=" + STOP + ", FragmentDelimiter=" + NEXT;
    private static final String TITLES_AND_BODIES = headlines("query");

    /** Any of the words, for bodies that have not all of them: the others stand in the title. */
    private static final String ANY_IN_BODIES = headlines("replace(querytree(query), '&', '|')::tsquery");

    private static String headlines(String inBody) {
        return """
            SELECT a.id, ts_headline(config, translate(a.title, marks, ''), query, ?) AS title,
                ts_headline(config, translate(left(a.raw ->> 'body', %d), marks, ''), %s, ?) AS body
            FROM (SELECT *, CASE language WHEN 'en' THEN 'english' ELSE 'simple' END::regconfig AS config, ? AS marks
                FROM articles) AS a, LATERAL (SELECT to_tsquery(config, ?) AS query) AS asked
            WHERE a.id = ANY (?) AND a.is_head AND a.status = 'usable'
            """.formatted(LOOKED_THROUGH, inBody);
    }

    private Excerpts() {}

    /** The page with an excerpt list for each of its articles, by id. */
    static ArticlePage add(ArticlePage page, Connection connection, Filter.Words words) throws SQLException {
        Map<String, List<Excerpt>> excerpts = new LinkedHashMap<>();
        page.items().forEach(item -> excerpts.put(item.id(), List.of()));
        read(connection, TITLES_AND_BODIES, List.copyOf(excerpts.keySet()), words, excerpts);
        List<String> without = excerpts.entrySet().stream()
                .filter(one -> one.getValue().stream()
                        .noneMatch(excerpt -> excerpt.field().equals("body")))
                .map(Map.Entry::getKey)
                .toList();
        if (words.in() == ArticleQuery.Where.ANYWHERE && words.text().contains("&") && !without.isEmpty()) {
            read(connection, ANY_IN_BODIES, without, words, excerpts);
        }
        return new ArticlePage(page.items(), page.next(), page.facets(), page.counted(), excerpts);
    }

    private static void read(
            Connection connection,
            String sql,
            List<String> ids,
            Filter.Words words,
            Map<String, List<Excerpt>> excerpts)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, OPTIONS + ", HighlightAll=true");
            select.setString(2, OPTIONS + ", MaxFragments=3, MinWords=8, MaxWords=30");
            select.setString(3, "" + START + STOP + NEXT);
            select.setString(4, words.text());
            select.setArray(5, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    List<Excerpt> found = new ArrayList<>();
                    if (words.in() != ArticleQuery.Where.BODY) {
                        split("title", rows.getString("title"), found);
                    }
                    if (words.in() != ArticleQuery.Where.TITLE) {
                        split("body", rows.getString("body"), found);
                    }
                    excerpts.put(rows.getString("id"), found);
                }
            }
        }
    }

    /** Fragments without a word that was found are PostgreSQL's way to say that there is none. */
    static void split(String field, String marked, List<Excerpt> excerpts) {
        for (String fragment : marked.split(String.valueOf(NEXT))) {
            StringBuilder text = new StringBuilder();
            List<Excerpt.Place> spans = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < fragment.length(); i++) {
                char c = fragment.charAt(i);
                if (c == START) {
                    start = text.length();
                } else if (c == STOP) {
                    spans.add(new Excerpt.Place(start, text.length()));
                } else {
                    text.append(c);
                }
            }
            if (!spans.isEmpty()) {
                excerpts.add(new Excerpt(field, text.toString(), spans));
            }
        }
    }
}
