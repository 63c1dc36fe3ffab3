package io.dateline.systemtests.bench;

import io.dateline.local.process.ChildProcess;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Memory;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many feeds on a tenth as many hosts, all due at once, polled by two ingest instances from a server on loopback. Hosts
 * are addresses of 127.0.0.0/8. Four feeds of five are known already and answer 304; every fifth brings five new items.
 * Ends when every feed was asked once, or after five minutes. The server itself sees to it that no host is asked before
 * its pause is over, or twice at once.
 */
final class PollBench {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int FEEDS_A_HOST = 10;
    private static final long HOST_DELAY_MS = 1_000;
    /** What the figure aimed at leaves each instance, together with what lies outside the heap. */
    private static final String HEAP = "-Xmx112m";

    private final int feeds;

    PollBench(int feeds) {
        this.feeds = feeds;
    }

    String run() {
        int hosts = Math.max(1, feeds / FEEDS_A_HOST);
        try (PollServer server = new PollServer(feeds, hosts)) {
            Path settings = settings(server, hosts);
            Map<String, String> environment = Map.of(
                    "SMALLRYE_CONFIG_LOCATIONS",
                    settings.toString(),
                    "DATELINE_INGEST_POLL_HOST_DELAY",
                    HOST_DELAY_MS + "ms",
                    "QUARKUS_LOG_LEVEL",
                    "WARN");
            List<String> options = List.of(HEAP, "-Xss256k");
            try (Dateline dateline = Dateline.startOnly(Service.INGEST, environment, options)) {
                dateline.startSecond(Service.INGEST);
                insert(dateline.servers(), server, hosts);
                return measure(dateline, server);
            } finally {
                Files.deleteIfExists(settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String measure(Dateline dateline, PollServer server) {
        long began = System.nanoTime();
        long end = began + LIMIT.toNanos();
        while (server.feedsAsked() < feeds && System.nanoTime() < end) {
            dateline.processes(Service.INGEST).forEach(ChildProcess::requireAlive);
            Await.pause(Duration.ofMillis(100));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long rss = dateline.processes(Service.INGEST).stream()
                .mapToLong(process -> Memory.peakMegabytes(process.pid()))
                .max()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "polls_per_s=%.0f rss_mb=%d spacing_ok=%b feeds=%d asked=%d requests=%d not_modified=%d"
                        + " shortest_pause_ms=%d most_at_once=%d seconds=%.0f",
                server.requests() / seconds,
                rss,
                server.shortestPauseMs() >= HOST_DELAY_MS && server.mostAtOnce() <= 1,
                feeds,
                server.feedsAsked(),
                server.requests(),
                server.notModified(),
                server.shortestPauseMs(),
                server.mostAtOnce(),
                seconds);
    }

    /** The allow-list is longer than an environment variable may be. */
    private static Path settings(PollServer server, int hosts) throws IOException {
        Path file = Files.createTempFile("dateline-poll-bench", ".properties");
        String allowed = IntStream.range(0, hosts)
                .mapToObj(host -> server.address(host) + ":" + server.port())
                .collect(Collectors.joining(","));
        return Files.writeString(file, "dateline.ingest.fetch.allow=" + allowed + "\n");
    }

    private void insert(Servers servers, PollServer server, int hosts) {
        try (Connection connection = DriverManager.getConnection(servers.jdbcUrl(), Servers.USER, Servers.PASSWORD)) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO ingest.feeds (id, name, url, host, source_id, interval_seconds, etag, next_poll_at)
                    VALUES (?, ?, ?, ?, ?, 3600, ?, now())""")) {
                for (int feed = 0; feed < feeds; feed++) {
                    String host = server.address(feed % hosts) + ":" + server.port();
                    statement.setString(1, String.format("feed-bench-%06d", feed));
                    statement.setString(2, "Feed " + feed);
                    statement.setString(3, "http://" + host + "/" + feed);
                    statement.setString(4, host);
                    statement.setString(5, "source-" + feed);
                    statement.setString(6, PollServer.changed(feed) ? null : PollServer.etag(feed));
                    statement.addBatch();
                    if (feed % 1_000 == 999) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the feeds cannot be written", e);
        }
    }
}
