package io.dateline.systemtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.corpus.WideCorpus;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Questions to a store of a million articles, one after the other, each also as plain JDBC with the same SQL in turns with
 * it; then how long a new article takes to be queryable and to arrive on a stream. All articles lie in one month's
 * partition and story building is off.
 */
final class QueryBench {
    private static final int ROUNDS = 10;
    private static final int WARM_UP = 100;
    private static final int DEEP = 10_000;
    private static final int AROUND = 100;

    private final int count;
    private final boolean withLatency;
    private final Http http = new Http();
    private final WideCorpus corpus = new WideCorpus();
    private double worstRatio;

    QueryBench(int count, boolean withLatency) {
        this.count = count;
        this.withLatency = withLatency;
    }

    String run() {
        try (Dateline dateline = Dateline.start(Map.of("DATELINE_STORE_STORY_BUILD", "false"))) {
            FilledStore store = new FilledStore(dateline);
            store.fill(corpus, count);
            store.settle();
            String url = dateline.url(Service.STORE);
            String answers = answers(url, store);
            return withLatency ? answers + " " + latency(dateline) : answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answers(String url, FilledStore store) throws SQLException {
        Questions questions = new Questions(corpus, count);
        warmUp(url, questions);
        try (Connection connection = store.connect("store")) {
            // As the store's own connections: the best plan for each, however often it is asked.
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET plan_cache_mode = force_custom_plan");
            }
            double newest = 0;
            for (Map.Entry<String, List<Question>> kind : questions.newest().entrySet()) {
                newest = Math.max(newest, p95(kind.getKey(), kind.getValue(), url, connection));
            }
            double ranked = p95("ranked", questions.ranked(), url, connection);
            double facets = p95("facets", questions.facets(), url, connection);
            double trends = p95("trends", questions.trends(), url, connection);
            return String.format(
                    Locale.ROOT,
                    "articles=%d p95_ms=%.1f ranked_p95_ms=%.1f facets_p95_ms=%.1f trends_p95_ms=%.1f profile_p95_ms=%.1f deep_ratio=%.2f"
                            + " ratio_raw=%.2f",
                    count,
                    newest,
                    ranked,
                    facets,
                    trends,
                    profiles(questions, url),
                    deep(url),
                    worstRatio);
        }
    }

    /** The store has written until now and answered nothing: its compilers come first. */
    private void warmUp(String url, Questions questions) {
        for (int round = 0; round < WARM_UP; round++) {
            questions
                    .newest()
                    .values()
                    .forEach(kind -> http.get(url + kind.get(0).path()));
            for (List<Question> kind : List.of(questions.ranked(), questions.facets(), questions.trends())) {
                http.get(url + kind.get(0).path());
            }
        }
    }

    /** Of the API; the first round, of both, is to warm up. */
    private double p95(String name, List<Question> questions, String url, Connection connection) throws SQLException {
        int rounds = Math.max(ROUNDS, 100 / questions.size());
        double[] api = new double[rounds * questions.size()];
        double[] raw = new double[api.length];
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < questions.size(); i++) {
                Question question = questions.get(i);
                double asked = millis(() -> http.json(url + question.path()));
                double plain = millis(() -> rows(connection, question));
                if (round >= 0) {
                    api[round * questions.size() + i] = asked;
                    raw[round * questions.size() + i] = plain;
                }
            }
        }
        Arrays.sort(api);
        Arrays.sort(raw);
        double apiP95 = PacedPushes.percentile(api, 0.95);
        double rawP95 = PacedPushes.percentile(raw, 0.95);
        // Three milliseconds are HTTP's, of the question and its answer.
        double ratio = Math.max(0, apiP95 - 3) / rawP95;
        System.out.printf(
                Locale.ROOT,
                "%s: api p50 %.1f p95 %.1f max %.1f ms, raw p50 %.1f p95 %.1f ms, (api - 3 ms) / raw %.2f%n",
                name,
                PacedPushes.percentile(api, 0.5),
                apiP95,
                api[api.length - 1],
                PacedPushes.percentile(raw, 0.5),
                rawP95,
                ratio);
        worstRatio = Math.max(worstRatio, ratio);
        return apiP95;
    }

    private double profiles(Questions questions, String url) {
        double[] millis = new double[ROUNDS * questions.profiles().size()];
        for (int i = 0; i < millis.length; i++) {
            String path = questions.profiles().get(i % questions.profiles().size());
            millis[i] = millis(() -> http.json(url + path));
        }
        Arrays.sort(millis);
        return PacedPushes.percentile(millis, 0.95);
    }

    /** Median of the pages around the 10,000th, or of the last ones where there are fewer, by that of the first ones. */
    private double deep(String url) {
        List<Double> millis = new ArrayList<>();
        String next = "";
        while (next != null && millis.size() < DEEP + AROUND) {
            long began = System.nanoTime();
            JsonNode answer = http.json(url + "/api/articles?limit=20" + next);
            millis.add((System.nanoTime() - began) / 1e6);
            next = answer.has("next") ? "&cursor=" + answer.get("next").asText() : null;
        }
        System.out.println(millis.size() + " pages deep");
        int around = Math.min(AROUND, millis.size());
        return median(millis.subList(millis.size() - around, millis.size())) / median(millis.subList(0, around));
    }

    private static double median(List<Double> millis) {
        return PacedPushes.percentile(
                millis.stream().mapToDouble(one -> one).sorted().toArray(), 0.5);
    }

    private String latency(Dateline dateline) {
        LatencyBench.warmUp(dateline, http);
        long after = PacedPushes.newest(dateline, http, count);
        PacedPushes pushes = new PacedPushes(dateline, http);
        try (StreamClock stream = new StreamClock(dateline.url(Service.STORE), after)) {
            double[] queryable =
                    pushes.run(Corpus.generated(3_000, 3).iterator(), LatencyBench.PER_SECOND, () -> false, after);
            double[] streamed = stream.millis(pushes.acceptedAt());
            return LatencyBench.figures(queryable, streamed);
        }
    }

    private static int rows(Connection connection, Question question) {
        try (PreparedStatement select = connection.prepareStatement(question.sql())) {
            for (int i = 0; i < question.parameters().size(); i++) {
                Object value = question.parameters().get(i);
                if (value instanceof String[] array) {
                    select.setArray(i + 1, connection.createArrayOf("text", array));
                } else {
                    select.setObject(i + 1, value);
                }
            }
            int rows = 0;
            try (ResultSet row = select.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    rows++;
                    for (int column = 1; column <= columns; column++) {
                        row.getString(column);
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
