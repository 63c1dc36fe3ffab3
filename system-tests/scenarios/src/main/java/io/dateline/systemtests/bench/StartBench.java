package io.dateline.systemtests.bench;

import io.dateline.local.process.ChildProcess;
import io.dateline.local.process.Ports;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Checkout;
import io.dateline.systemtests.system.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From {@code deploy/up} on a built checkout with no data to the seed story on the front page. */
final class StartBench {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** Of the seed story's first sentence, which becomes its title; what is searched for is marked. */
    private static final String SEED = "Sahiba <mark>Gafarova</mark>";

    private final Http http = new Http();

    String run() {
        Path home = newFolder();
        int base = Ports.freeRange(20);
        String page = "http://127.0.0.1:" + base + "/search?q=Gafarova";
        long began = System.nanoTime();
        ChildProcess up = deploy("up", home, "--port-base", Integer.toString(base));
        try {
            Await.until("the seed story on " + page, LIMIT, () -> {
                up.requireAlive();
                return http.ok(page) && http.get(page).body().contains(SEED);
            });
            return String.format(Locale.ROOT, "seconds=%.1f", (System.nanoTime() - began) / 1e9);
        } finally {
            // As Ctrl-C would.
            up.stop(Duration.ofSeconds(60));
            remove(home);
        }
    }

    private static ChildProcess deploy(String command, Path home, String... options) {
        List<String> line = new ArrayList<>();
        line.add(Checkout.root().resolve("deploy").resolve(command).toString());
        line.addAll(List.of(options));
        return ChildProcess.start(
                "deploy/" + command, line, Map.of("DATELINE_HOME", home.toString()), home.resolve("up.log"));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("dateline-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
