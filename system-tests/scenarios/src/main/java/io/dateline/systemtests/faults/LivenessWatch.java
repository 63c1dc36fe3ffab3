package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Asks each service whether it is alive, as Kubernetes does, all through a run. A service that says no is restarted by it, which
 * helps nobody while Kafka or PostgreSQL is away: waiting is for readiness to tell.
 */
final class LivenessWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int OK = 200;

    private final Http http = new Http();
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
        String url = dateline.instance(service).liveUrl();
        while (!closed) {
            try {
                took(service, http.get(url));
            } catch (UncheckedIOException killedOrFrozen) {
                // By a fault, on purpose.
            }
            Await.pause(EVERY);
        }
    }

    private synchronized void took(Service service, HttpResponse<String> answer) {
        asked.merge(service, 1, Integer::sum);
        if (answer.statusCode() != OK) {
            down.putIfAbsent(service, answer.statusCode() + " " + answer.body().replaceAll("\\s+", " "));
        }
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
