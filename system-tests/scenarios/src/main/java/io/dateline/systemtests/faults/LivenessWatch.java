package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Asks each service whether it is alive, as Kubernetes does, all through a run. A service that says no, or nothing, is restarted
 * by it, which helps nobody while Kafka or PostgreSQL is away: waiting is for readiness to tell.
 */
final class LivenessWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);
    /** As the probes of deploy/kubernetes have it: so long, so often in a row. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int GIVEN_UP = 6;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Dateline dateline;
    private final Map<Service, Integer> asked = new EnumMap<>(Service.class);
    private final Map<Service, String> down = new EnumMap<>(Service.class);
    private volatile boolean closed;

    LivenessWatch(Dateline dateline) {
        this.dateline = dateline;
        for (Service service : Service.values()) {
            Thread thread = new Thread(() -> follow(service), "liveness of " + service);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void follow(Service service) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(dateline.instance(service).liveUrl()))
                .timeout(PATIENCE)
                .build();
        int silent = 0;
        while (!closed) {
            try {
                took(service, client.send(request, HttpResponse.BodyHandlers.ofString()));
                silent = 0;
            } catch (HttpTimeoutException hangs) {
                silent = frozen(service) ? 0 : silent + 1;
                if (silent == GIVEN_UP) {
                    took(service, "no answer, " + GIVEN_UP + " times in a row");
                }
            } catch (IOException killed) {
                // By a fault, on purpose.
                silent = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            Await.pause(EVERY);
        }
    }

    /** Whether a fault has stopped its process for a while. */
    private boolean frozen(Service service) {
        try {
            String stat = Files.readString(
                    Path.of("/proc", Long.toString(dateline.process(service).pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
        } catch (IOException gone) {
            return true;
        }
    }

    private synchronized void took(Service service, HttpResponse<String> answer) {
        asked.merge(service, 1, Integer::sum);
        if (answer.statusCode() != OK) {
            took(service, answer.statusCode() + " " + answer.body().replaceAll("\\s+", " "));
        }
    }

    private synchronized void took(Service service, String trouble) {
        down.putIfAbsent(service, trouble);
    }

    /** One for each service: up all the time, or the first other answer. */
    synchronized List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Service service : Service.values()) {
            String given = asked.containsKey(service) ? down.getOrDefault(service, "up") : "never answered";
            answers.add(new Answer("whether " + service + " is alive", "up", given));
        }
        return answers;
    }

    @Override
    public void close() {
        closed = true;
    }
}
