package io.dateline.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Feeds: ingest is killed while it polls some, and others come from servers that are up to no good. */
final class FeedFaults {
    private static final int FEEDS = 20;
    private static final int ITEMS = 25;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final Duration POLLED_AGAIN = Duration.ofSeconds(90);
    private static final Duration POLLED = Duration.ofSeconds(60);

    private final Rig rig;
    private final Http http = new Http();
    private final String api;

    FeedFaults(Rig rig) {
        this.rig = rig;
        this.api = rig.dateline().url(Service.INGEST) + "/api/feeds";
    }

    /** Every other feed has halted in the middle of its answer when ingest is killed, the others may be anywhere. */
    static void killPolling(Rig rig) {
        FeedFaults faults = new FeedFaults(rig);
        AtomicBoolean killed = new AtomicBoolean();
        int before = rig.feeds().asked();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < FEEDS; i++) {
            String feed = faults.document("kill");
            String url = rig.feeds().put(i % 2 == 0 ? Answers.good(feed) : Answers.halting(feed, killed::get));
            ids.add(faults.add(url, "PT10S", true));
        }
        // Together: none may have been given up for its halt before the last is asked.
        faults.resume(ids);
        Await.until("all feeds to be asked", POLLED, () -> rig.feeds().asked() >= before + FEEDS);
        rig.dateline().kill(Service.INGEST);
        killed.set(true);
        rig.dateline().launch(Service.INGEST);
        rig.dateline().awaitReady(Service.INGEST);
        faults.awaitPolled(ids);
    }

    /** Over only when the leases of the dead poller have run out; a feed that was not polled by then is told of. */
    private void awaitPolled(List<String> ids) {
        List<String> left = new ArrayList<>(ids);
        long began = System.nanoTime();
        while (!left.isEmpty() && System.nanoTime() - began < POLLED_AGAIN.toNanos()) {
            left.removeIf(id -> state(id).startsWith("ok "));
            Await.pause(Duration.ofMillis(200));
        }
        System.out.printf(
                Locale.ROOT,
                "  polled again %.1f s after the start: %d of %d feeds%n",
                (System.nanoTime() - began) / 1e9,
                ids.size() - left.size(),
                ids.size());
        left.stream().limit(3).forEach(id -> System.out.println("  not polled again: " + http.json(api + "/" + id)));
    }

    /** State and reason once it was polled, else nothing. */
    private String state(String id) {
        JsonNode feed = http.json(api + "/" + id);
        return feed.has("lastPolledAt")
                ? feed.path("state").asText() + " " + feed.path("reason").asText()
                : "";
    }

    static void hostile(Rig rig) {
        new FeedFaults(rig).hostile();
    }

    private void hostile() {
        Map<String, String> urls = new LinkedHashMap<>();
        FeedServer feeds = rig.feeds();
        urls.put("too-large: endless", feeds.put(Answers::endless));
        urls.put("timeout: dripping", feeds.put(Answers::drip));
        urls.put("connection-broken: too short", feeds.put(Answers::tooShort));
        urls.put("malformed: malformed", feeds.put(Answers::malformed));
        urls.put("too-large: a bomb", feeds.put(Answers.bomb()));
        urls.put("connection-broken: torn gzip", feeds.put(Answers.tornGzip()));
        urls.put("too-many-redirects: a circle", feeds.putAt(Answers::redirect));
        Map<String, String> ids = new LinkedHashMap<>();
        urls.forEach((name, url) -> {
            ids.put(name, add(url, "PT1H", false));
            add(feeds.put(Answers.good(document("beside"))), "PT1H", false);
        });
        ids.forEach((name, id) -> {
            String reason = name.substring(0, name.indexOf(':'));
            String given = awaitState(id);
            rig.extras().answered("what is wrong with the feed " + name, "failing " + reason, given);
            http.delete(api + "/" + id);
        });
    }

    private String awaitState(String id) {
        Await.until("a hostile feed to be polled", POLLED, () -> !state(id).isEmpty());
        return state(id);
    }

    /** Of items that nobody else carries, all of which must be stored. */
    String document(String name) {
        int serial = rig.extras().nextSerial();
        List<String> links = IntStream.range(0, ITEMS)
                .mapToObj(i -> "https://feeds.example/" + name + "/" + serial + "/" + i)
                .toList();
        links.forEach(link -> rig.extras().accepted(new Sent(link, 1, DAY)));
        return Answers.feed(name + " " + serial, links);
    }

    /** Its id. */
    String add(String url, String interval, boolean paused) {
        String feed = MessageCodec.json()
                .createObjectNode()
                .put("url", url)
                .put("interval", interval)
                .put("paused", paused)
                .toString();
        HttpResponse<String> answer = http.post(api, "application/json", feed);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("a feed was refused: " + answer.body());
        }
        return Http.parse(answer.body()).path("id").asText();
    }

    private void resume(List<String> ids) {
        var request = MessageCodec.json().createObjectNode().put("action", "resume");
        ids.forEach(request.putArray("ids")::add);
        HttpResponse<String> answer = http.post(api + "/bulk", "application/json", request.toString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the feeds were not resumed: " + answer.body());
        }
    }
}
