package io.dateline.ingest.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** One feed server for the service under test, the only private address it may fetch. */
public final class FeedServerResource implements QuarkusTestResourceLifecycleManager {
    private static FeedServer server;

    public static FeedServer server() {
        return server;
    }

    @Override
    public Map<String, String> start() {
        server = new FeedServer();
        return Map.of(
                "dateline.ingest.fetch.allow", server.host(),
                "dateline.ingest.fetch.contact", "https://dateline.example/about",
                "dateline.ingest.poll.min-interval", "1s",
                "dateline.ingest.poll.host-delay", "50ms",
                "dateline.ingest.poll.idle", "100ms");
    }

    @Override
    public void stop() {
        server.close();
    }
}
