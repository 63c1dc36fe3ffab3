package io.dateline.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.ops.ExitCode;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The wall clocks of the services jump more than an hour ahead, then as far behind, and are right again, while articles flow,
 * a feed is polled and an embargo ends. Kafka's and PostgreSQL's are right all along.
 */
final class ClockFaults {
    /** More than the hour for which others allow. */
    private static final Duration OFF = Duration.ofMinutes(65);

    private static final Duration ROUGHLY = Duration.ofMinutes(2);
    private static final Duration EMBARGO = Duration.ofSeconds(4);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration FLOW = Duration.ofMinutes(3);

    /** In each phase. */
    private static final int ARTICLES = 100;

    private final Rig rig;
    private final Http http = new Http();
    private final AtomicInteger polls = new AtomicInteger();
    private final Tables tables;
    private Duration last = Duration.ZERO;

    private ClockFaults(Rig rig, Tables tables) {
        this.rig = rig;
        this.tables = tables;
    }

    static void strike(Rig rig) {
        try (Tables tables = new Tables(rig.dateline().servers().jdbcUrl())) {
            new ClockFaults(rig, tables).strike();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void strike() throws SQLException {
        FeedFaults feeds = new FeedFaults(rig);
        FeedServer.Page page = Answers.good(feeds.document("clock"));
        feeds.add(
                rig.feeds().put(out -> {
                    polls.incrementAndGet();
                    page.answer(out);
                }),
                "PT10S",
                false);
        Await.until("the feed to be polled", LIMIT, () -> polls.get() > 0);
        phase("ahead", OFF, false);
        phase("behind", OFF.negated(), true);
        phase("right again", Duration.ZERO, true);
    }

    /** @param embargo whether one ends in it; where the clock is ahead it is over before it begins */
    private void phase(String name, Duration off, boolean embargo) throws SQLException {
        boolean back = off.compareTo(last) < 0;
        last = off;
        rig.surroundings().clock().set(off);
        Await.pause(WrongClock.READ_AGAIN);
        if (back) {
            startAgain(name);
        }
        int before = polls.get();
        long began = System.nanoTime();
        JsonNode board = http.json(rig.dateline().url(Service.STORE) + "/api/ops");
        Duration wrong =
                Duration.between(Instant.now(), Instant.parse(board.path("at").asText()));
        told("is the store's clock " + name, true, wrong.minus(off).abs().compareTo(ROUGHLY) < 0);
        if (embargo) {
            told("is what was embargoed released, clock " + name, true, released(name));
        }
        told("is what was sent stored, clock " + name, true, flowed());
        told("is the feed polled, clock " + name, true, holds(() -> polls.get() > before));
        told("what is negative on the board, clock " + name, List.of(), negative(board));
        for (Service service : Service.values()) {
            told(
                    "is " + service + " ready, clock " + name,
                    true,
                    holds(() -> http.ok(rig.dateline().instance(service).readyUrl())));
        }
        System.out.printf(
                "  clock %s: %d polls in %d s%n",
                name,
                polls.get() - before,
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    /** As Compose and Kubernetes do: a service whose clock is set back ends itself, and says why. */
    private void startAgain(String name) {
        for (Service service : Service.values()) {
            boolean ended = rig.dateline().process(service).ended(LIMIT);
            told("did " + service + " end itself, clock " + name, true, ended);
            if (ended) {
                told(
                        "with which exit code did " + service + " end, clock " + name,
                        ExitCode.CLOCK_SET_BACK,
                        rig.dateline().process(service).exitCode());
                rig.dateline().launch(service);
            }
        }
        for (Service service : Service.values()) {
            rig.dateline().awaitReady(service);
        }
    }

    /** Articles of its own: whether all of them come to the store. */
    private boolean flowed() throws SQLException {
        Input input = new Input(ARTICLES, rig.random().nextInt(1_000_000_000));
        Sender sender = new Sender(rig.doors(), input.pieces());
        sender.let(input.pieces().size());
        Await.until(
                "articles to be accepted",
                FLOW,
                () -> sender.done() == input.pieces().size());
        sender.end();
        sender.accepted().forEach(rig.extras()::accepted);
        String urls = sender.accepted().stream()
                .map(sent -> "('" + sent.url() + "', " + sent.revision() + ")")
                .collect(Collectors.joining(", "));
        return holds(() -> number("SELECT count(*) FROM store.articles WHERE (url, revision) IN (" + urls + ")")
                == sender.accepted().size());
    }

    private void told(String asked, Object expected, Object given) {
        rig.extras().answered(asked, expected, given);
    }

    /** Whether an article whose embargo ends in a moment is withheld, and given out when that is over. */
    private boolean released(String name) throws SQLException {
        String url = "https://clock.example/" + rig.extras().nextSerial();
        String line = MessageCodec.json()
                .createObjectNode()
                .put("title", "Released when the clock was " + name)
                .put("body", "It was held back until then.")
                .put("url", url)
                .put("embargoUntil", Instant.now().plus(EMBARGO).toString())
                .toString();
        int status = http.post(rig.dateline().url(Service.INGEST) + "/api/articles", "application/json", line)
                .statusCode();
        told("an article under embargo", 202, status);
        rig.extras().accepted(new Sent(url, 1, null));
        rig.extras().accepted(new Sent(url, 2, null));
        boolean released = holds(() -> revisions(url) == 2);
        if (!released) {
            System.out.printf(
                    "  not released: %d revisions, %d of them withheld; held by ingest: %d%n",
                    revisions(url),
                    tables.number(
                            "SELECT count(*) FROM store.articles WHERE status = 'withheld' AND url = '" + url + "'"),
                    tables.number("SELECT count(*) FROM ingest.embargoes"));
        }
        return released;
    }

    private long revisions(String url) {
        return number("SELECT count(*) FROM store.articles WHERE url = '" + url + "'");
    }

    private long number(String query) {
        try {
            return tables.number(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean holds(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Await.pause(Duration.ofMillis(100));
        }
        return true;
    }

    /** Paths of numbers below zero: nothing has waited, or come, for less than no time. */
    private static List<String> negative(JsonNode board) {
        List<String> found = new ArrayList<>();
        board.findParents("stage")
                .forEach(stage -> stage.fields().forEachRemaining(field -> {
                    if (field.getValue().isNumber() && field.getValue().asDouble() < 0) {
                        found.add(stage.path("stage").asText() + " " + field.getKey());
                    }
                }));
        return found;
    }
}
