package io.dateline.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A client of the live stream that comes back after every break with the last id it was given, as a browser does. It also leaves
 * of its own accord in the middle of the flow: a store that was killed has nothing new by the time its clients are back.
 */
final class StreamReader implements AutoCloseable {
    /** Changes after which it leaves. */
    private static final int STAYS = 150;

    private static final Duration COME_BACK = Duration.ofMillis(500);
    /** Longer than two heartbeats: a line that is silent for that long is dead. */
    private static final int SILENCE_MILLIS = 35_000;

    private final String url;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile long last;
    private volatile int breaks;
    private volatile int leaves;
    private volatile boolean closed;

    /** @param store base address of a store instance */
    StreamReader(String store) {
        url = store + "/api/stream";
        Thread thread = new Thread(this::follow, "stream reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        while (!closed) {
            try {
                read();
                leaves++;
            } catch (IOException broken) {
                breaks++;
            }
            Await.pause(COME_BACK);
        }
    }

    private void read() throws IOException {
        URLConnection connection = URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Last-Event-ID", Long.toString(last));
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(SILENCE_MILLIS);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String data = null;
            String line;
            for (int taken = 0; taken < STAYS && !closed && (line = lines.readLine()) != null; ) {
                if (line.startsWith("data:")) {
                    data = line.substring("data:".length());
                } else if (line.isEmpty() && data != null) {
                    // Only with its empty line is an event whole.
                    take(Http.parse(data));
                    data = null;
                    taken++;
                }
            }
        }
    }

    private void take(JsonNode change) {
        last = change.get("seq").asLong();
        seen.add(
                new Seen(last, change.get("id").asText(), change.get("revision").asInt()));
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    int count() {
        return seen.size();
    }

    /** How often the stream broke. */
    int breaks() {
        return breaks;
    }

    /** How often it left, or was told to. */
    int leaves() {
        return leaves;
    }

    @Override
    public void close() {
        closed = true;
    }
}
