package io.dateline.store.web;

import io.dateline.contracts.status.FeedStatus;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the feeds pages ask of ingest, each in the name of the page's caller. */
@Singleton
class FeedDesk {
    /** Whether ingest is there: the list waits for no longer. */
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** A look fetches up to a dozen documents elsewhere, each in its host's turn. */
    private static final Duration LOOK = Duration.ofSeconds(60);

    /** Feeds of one answer of ingest's; it gives no more. */
    private static final int MOST = 1000;

    private static final int POLLS = 50;
    private static final String OPML = "text/x-opml";

    private final IngestApi ingest;
    private final InstantSource clock;

    FeedDesk(IngestApi ingest, InstantSource clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    /** @param changed how many it was not so before */
    private record Done(int changed) {}

    private record Page(List<IngestFeed> items) {
        Page {
            items = items == null ? List.of() : items;
        }

        Map<String, FeedStatus> byId(Instant now) {
            return items.stream()
                    .collect(Collectors.toMap(IngestFeed::id, feed -> feed.status(now), (one, same) -> one));
        }
    }

    boolean configured() {
        return ingest.configured();
    }

    /** Whether ingest is there, and what it says to this caller of the feeds that fit, or why it says nothing. */
    FeedsView.Glance glance(String state, String text, HttpHeaders caller, String done) {
        if (!ingest.configured()) {
            return new FeedsView.Glance(new FeedsView.Desk(false, null, null), Map.of());
        }
        String path = FeedPaths.with("/api" + FeedPaths.list(state, text), "limit=" + MOST);
        try {
            Page page = ingest.get(path, caller::getHeaderString, GLANCE, Page.class);
            return new FeedsView.Glance(new FeedsView.Desk(true, null, done), page.byId(clock.instant()));
        } catch (IngestFailure e) {
            return new FeedsView.Glance(new FeedsView.Desk(true, e, done), Map.of());
        }
    }

    IngestFeed feed(String id, HttpHeaders caller) {
        return ingest.get(path(id), caller::getHeaderString, ANSWER, IngestFeed.class);
    }

    IngestHistory history(String id, HttpHeaders caller) {
        return ingest.get(path(id) + "/history?limit=" + POLLS, caller::getHeaderString, ANSWER, IngestHistory.class);
    }

    IngestFound discover(String url, HttpHeaders caller) {
        return ingest.post("/api/feeds/discover", caller::getHeaderString, Map.of("url", url), LOOK, IngestFound.class);
    }

    IngestPreview preview(String url, HttpHeaders caller) {
        return ingest.post("/api/preview", caller::getHeaderString, Map.of("url", url), LOOK, IngestPreview.class);
    }

    IngestFeed add(Map<String, Object> wanted, HttpHeaders caller) {
        return ingest.post("/api/feeds", caller::getHeaderString, wanted, ANSWER, IngestFeed.class);
    }

    void pause(String id, boolean paused, HttpHeaders caller) {
        ingest.send("PUT", path(id), caller::getHeaderString, Map.of("paused", paused), ANSWER);
    }

    /** @param wanted what is to become of it; what is not there stays */
    void change(String id, Map<String, Object> wanted, HttpHeaders caller) {
        ingest.send("PUT", path(id), caller::getHeaderString, wanted, ANSWER);
    }

    /** @param list an OPML document, in whatever encoding it says */
    IngestImported importList(byte[] list, HttpHeaders caller) {
        return ingest.post(
                "/api/feeds/opml", caller::getHeaderString, new IngestApi.Sent(OPML, list), LOOK, IngestImported.class);
    }

    void poll(String id, HttpHeaders caller) {
        ingest.send("POST", path(id) + "/poll", caller::getHeaderString, null, ANSWER);
    }

    void delete(String id, HttpHeaders caller) {
        ingest.send("DELETE", path(id), caller::getHeaderString, null, ANSWER);
    }

    /** Of how many it was not so before. */
    int bulk(String action, List<String> ids, HttpHeaders caller) {
        Map<String, Object> wanted = Map.of("action", action, "ids", ids);
        return ingest.post("/api/feeds/bulk", caller::getHeaderString, wanted, ANSWER, Done.class)
                .changed();
    }

    byte[] opml(HttpHeaders caller) {
        return ingest.send("GET", "/api/feeds/opml", caller::getHeaderString, null, ANSWER);
    }

    private static String path(String id) {
        return "/api/feeds/" + IngestApi.segment(id);
    }
}
