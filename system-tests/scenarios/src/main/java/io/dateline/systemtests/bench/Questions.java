package io.dateline.systemtests.bench;

import io.dateline.systemtests.corpus.WideCorpus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What is asked of a full store. The SQL is what the store's query package makes of it, written down once more. */
final class Questions {
    private static final int EACH = 20;
    private static final int COMMON = 5;
    private static final int MID = 800;
    private static final int RARE = 350_000;

    private static final String ARTICLE =
            "a.id, a.revision, a.status, a.source_id, a.source_name, a.source_kind, a.url,"
                    + " a.title, a.snippet, a.language, a.published_at, a.sort_at, a.fetched_at, a.highlights";
    private static final String LISTABLE = "a.is_head AND a.status = 'usable'";
    /** As a reader asks who has not said in which language. */
    private static final String WORDS = " AND ((a.language = 'en' AND a.tsv @@ to_tsquery('english', ?))"
            + " OR (a.language <> 'en' AND a.tsv @@ to_tsquery('simple', ?)))";

    private static final String NEWEST = "SELECT a.*, r.seq, r.stored_at FROM (SELECT " + ARTICLE
            + " FROM articles AS a WHERE " + LISTABLE
            + "%s ORDER BY a.sort_at DESC, a.id DESC LIMIT 21) AS a JOIN revisions AS r USING (id, revision)"
            + " ORDER BY a.sort_at DESC, a.id DESC";
    private static final String OF_ENTITY = "SELECT a.*, r.seq, r.stored_at FROM (SELECT " + ARTICLE
            + " FROM (SELECT e.id, e.revision, e.stored_month FROM article_entities AS e WHERE e.entity = ? AND e.current"
            + " ORDER BY e.sort_at DESC, e.id DESC LIMIT 21) AS e JOIN articles AS a USING (id, revision, stored_month))"
            + " AS a JOIN revisions AS r USING (id, revision) ORDER BY a.sort_at DESC, a.id DESC";
    private static final String RANKED = "WITH candidate AS (SELECT a.id, a.revision, a.stored_month, a.sort_at,"
            + " CASE WHEN a.language = 'en' THEN ts_rank_cd(a.tsv, to_tsquery('english', ?))"
            + " ELSE ts_rank_cd(a.tsv, to_tsquery('simple', ?)) END AS rank FROM (SELECT a.id, a.revision,"
            + " a.stored_month, a.sort_at, a.language, a.tsv FROM articles AS a WHERE " + LISTABLE
            + WORDS + " ORDER BY a.sort_at DESC, a.id DESC LIMIT 10001) AS a), best AS (SELECT * FROM candidate"
            + " ORDER BY rank DESC, sort_at DESC, id DESC LIMIT 21) SELECT " + ARTICLE
            + ", r.seq, r.stored_at, best.rank, (SELECT max(sort_at) FROM candidate),"
            + " (SELECT count(*) FROM candidate) FROM best JOIN articles AS a USING (id, revision, stored_month)"
            + " JOIN revisions AS r USING (id, revision) ORDER BY best.rank DESC, best.sort_at DESC, best.id DESC";
    private static final String COUNTED = """
            , size AS MATERIALIZED (SELECT count(*) AS matches, CASE WHEN count(*) > 10000 THEN 4 ELSE 1 END AS step
                FROM matches),
            every AS MATERIALIZED (SELECT tag, count(*) * min(step) AS n FROM size, matches, unnest(tags) AS tag
                WHERE nth % step = 0 GROUP BY tag),
            counted AS (SELECT * FROM every
                WHERE split_part(tag, ':', 1) = ANY ('{entity,topic,place,source,lang,event}')
                    AND tag !~ '^event:([0-9]|.*/)'),
            ranked AS (SELECT tag, n, split_part(tag, ':', 1) AS kind, row_number() OVER
                (PARTITION BY split_part(tag, ':', 1) ORDER BY n DESC, tag) AS place FROM counted)
            SELECT ranked.kind, tag, label, n, (SELECT matches FROM size) FROM ranked LEFT JOIN labels USING (tag)
            WHERE place <= 20 ORDER BY ranked.kind, place
            """;
    private static final String FACETS = "WITH matches AS MATERIALIZED (SELECT a.tags, row_number() OVER"
            + " (ORDER BY a.sort_at DESC, a.id DESC) AS nth FROM (SELECT a.tags, a.sort_at, a.id FROM articles AS a WHERE "
            + LISTABLE + WORDS + " ORDER BY a.sort_at DESC, a.id DESC LIMIT 10001) AS a)" + COUNTED;
    private static final String TIMELINE = "SELECT date_trunc('month', e.sort_at, 'UTC') AS bucket, count(*) AS n"
            + " FROM article_entities AS e WHERE e.entity = ? AND e.current GROUP BY 1 ORDER BY 1 LIMIT 1001";
    private static final String TRENDS = """
            WITH recent AS (SELECT a.tags FROM articles AS a WHERE a.is_head AND a.status = 'usable'
                    AND a.sort_at >= ?::timestamptz AND a.sort_at < ?::timestamptz
                    ORDER BY a.sort_at DESC, a.id DESC LIMIT 10001),
                past AS (SELECT a.tags FROM articles AS a WHERE a.is_head AND a.status = 'usable'
                    AND a.sort_at >= ?::timestamptz AND a.sort_at < ?::timestamptz
                    ORDER BY a.sort_at DESC, a.id DESC LIMIT 10001),
                size AS (SELECT (SELECT count(*) FROM recent) AS recent, (SELECT count(*) FROM past) AS past),
                every AS MATERIALIZED (SELECT tag, count(*) FILTER (WHERE late) AS late,
                        count(*) FILTER (WHERE NOT late) AS early
                    FROM (SELECT true AS late, unnest(tags) AS tag FROM recent
                        UNION ALL SELECT false, unnest(tags) FROM past) AS told GROUP BY tag),
                counted AS (SELECT * FROM every WHERE split_part(tag, ':', 1) = 'entity'),
                expected AS (SELECT tag, late, early, size.recent, size.past,
                        (late + early) * size.recent::float8 / (size.recent + size.past) AS expected FROM counted, size),
                rising AS (SELECT *, (late - expected) / sqrt(expected) AS score FROM expected
                    WHERE late >= 3 AND late > expected ORDER BY score DESC, tag LIMIT 20)
            SELECT size.recent, size.past, tag, label, late, early, expected, score
            FROM size LEFT JOIN (rising LEFT JOIN labels USING (tag)) ON true ORDER BY score DESC, tag
            """;

    private final WideCorpus corpus;
    private final int stored;

    /** @param stored articles of the corpus, from the first on */
    Questions(WideCorpus corpus, int stored) {
        this.corpus = corpus;
        this.stored = stored;
    }

    /** By name, lists newest first: they are held to one bar. */
    Map<String, List<Question>> newest() {
        Map<String, List<Question>> all = new LinkedHashMap<>();
        all.put("all", List.of(new Question("/api/articles", NEWEST.formatted(""), List.of())));
        all.put("rare", words(RARE));
        all.put("mid", words(MID));
        all.put("common", words(COMMON));
        all.put("entity", each(this::entity));
        all.put("timeline", each(this::timeline));
        return all;
    }

    List<Question> ranked() {
        return each(i -> {
            String word = corpus.word(COMMON + i);
            return new Question("/api/articles?sort=relevance&q=" + word, RANKED, List.of(word, word, word, word));
        });
    }

    /** What is beyond the page itself, which the API asks for first. */
    List<Question> facets() {
        return each(i -> {
            String word = corpus.word(COMMON + i);
            return new Question("/api/articles?facets=true&q=" + word, FACETS, List.of(word, word));
        });
    }

    List<Question> trends() {
        return each(i -> {
            Instant end = WideCorpus.at(stored - 1 - i * stored / 50);
            Instant begin = end.minusSeconds(2 * 86_400);
            Instant before = end.minusSeconds(14 * 86_400);
            return new Question(
                    "/api/articles/trends?field=entity&to=" + end,
                    TRENDS,
                    List.of(begin.toString(), end.toString(), before.toString(), begin.toString()));
        });
    }

    private List<Question> words(int rank) {
        return each(i -> {
            String word = corpus.word(rank + i * rank / 100);
            return new Question(
                    "/api/articles?q=" + word, NEWEST.formatted(WORDS), List.of("'" + word + "'", "'" + word + "'"));
        });
    }

    private Question entity(int i) {
        String person = corpus.person(i * 7);
        return new Question("/api/articles?entity=" + encoded(person), OF_ENTITY, List.of(person));
    }

    private Question timeline(int i) {
        String person = corpus.person(i * 7);
        return new Question(
                "/api/articles/histogram?interval=month&entity=" + encoded(person), TIMELINE, List.of(person));
    }

    /** All that is known of somebody, which takes a dozen statements: of the API alone. */
    List<String> profiles() {
        return each(i -> i).stream()
                .map(i -> "/api/entities/" + encoded(corpus.person(i * 7)))
                .toList();
    }

    private static <T> List<T> each(IntFunction<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            all.add(one.apply(i));
        }
        return all;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
