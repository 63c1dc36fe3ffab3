package io.dateline.systemtests.bench;

import io.dateline.systemtests.system.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the live stream and notes when each article arrives. */
final class StreamClock implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("^data: ?\\{\"seq\":\\d+,\"id\":\"([^\"]+)\"");

    private final Map<String, Long> arrivedAt = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile IOException broken;

    /** @param after the last change not wanted */
    StreamClock(String store, long after) {
        thread = new Thread(() -> follow(store + "/api/stream?after=" + after), "stream");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(String url) {
        try {
            URLConnection connection = URI.create(url).toURL().openConnection();
            connection.setReadTimeout(60_000);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                String line;
                while (!closed && (line = lines.readLine()) != null) {
                    Matcher matcher = ID.matcher(line);
                    if (matcher.find()) {
                        arrivedAt.putIfAbsent(matcher.group(1), System.nanoTime());
                    }
                }
            }
        } catch (IOException e) {
            broken = e;
        }
    }

    /** Milliseconds from accepted to arrived, sorted, once all have arrived. */
    double[] millis(Map<String, Long> acceptedAt) {
        Await.until("all articles on the stream", Duration.ofMinutes(2), () -> {
            if (broken != null) {
                throw new IllegalStateException("the stream broke", broken);
            }
            return arrivedAt.keySet().containsAll(acceptedAt.keySet());
        });
        return acceptedAt.entrySet().stream()
                .mapToDouble(one -> Math.max(0, (arrivedAt.get(one.getKey()) - one.getValue()) / 1e6))
                .sorted()
                .toArray();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
