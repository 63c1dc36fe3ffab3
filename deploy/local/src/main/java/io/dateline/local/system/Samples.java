package io.dateline.local.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.local.newsroom.FeedName;
import io.dateline.local.state.StateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Tells ingest of the sample newsroom's feeds, and puts the sample wire file where ingest finds it. */
public final class Samples {
    private static final String WIRE_FILE = "000_7a5e25e7f24bfefe.txt";
    private static final int CREATED = 201;
    private static final int EXISTS = 409;

    private final StateFolder state;
    private final PortPlan plan;

    public Samples(StateFolder state, PortPlan plan) {
        this.state = state;
        this.plan = plan;
    }

    /** Registers the three feeds; those that are registered stay as they are. */
    public void registerFeeds() {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        for (FeedName feed : FeedName.values()) {
            register(http, feed);
        }
    }

    private void register(HttpClient http, FeedName feed) {
        ObjectNode body = new ObjectMapper()
                .createObjectNode()
                .put("url", "http://127.0.0.1:" + plan.http(Part.NEWSROOM) + feed.path())
                .put("name", feed.title())
                .put("interval", "PT5S");
        HttpRequest request = state.keys()
                .sign(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plan.http(Part.INGEST) + "/api/feeds")))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != CREATED && response.statusCode() != EXISTS) {
                throw new StartFailed("ingest did not take the feed " + feed.title() + ": status "
                        + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new StartFailed("ingest did not take the feed " + feed.title() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while the feeds were registered");
        }
    }

    /** Puts the wire file into the watched folder, once in the life of the state folder; answers whether it did. */
    public boolean dropWireFile() {
        Path done = state.newsroom().resolve("wire-file-dropped");
        if (Files.exists(done)) {
            return false;
        }
        try (InputStream in = Samples.class.getResourceAsStream("/newsroom/" + WIRE_FILE)) {
            Files.createDirectories(state.incoming());
            Files.createDirectories(state.newsroom());
            // Under a dot name while it grows, then renamed: ingest leaves dot names alone.
            Path scratch = state.incoming().resolve("." + WIRE_FILE);
            Files.copy(in, scratch, StandardCopyOption.REPLACE_EXISTING);
            Files.move(scratch, state.incoming().resolve(WIRE_FILE), StandardCopyOption.ATOMIC_MOVE);
            Files.createFile(done);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample wire file cannot be put into " + state.incoming(), e);
        }
    }
}
