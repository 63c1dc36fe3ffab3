package io.dateline.contracts.ops;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Ends the service where its wall clock was set back. Kafka's clients count by that clock: they send no heartbeat, and wait for
 * metadata, until it comes to the old hour again, while all checks of the service say that it is well. It ends as by a power
 * cut where it cannot end in order, which what it keeps survives; whoever runs it starts it again.
 */
@ApplicationScoped
class SetBack {
    /** Less than half a session of the consumers (10 s) is made up for by their next heartbeats. */
    private static final Duration MOST = Duration.ofSeconds(10);

    /** Kafka's clients count by the same clock how long they may take to end. */
    private static final Duration ORDERLY = Duration.ofSeconds(15);

    private static final Logger LOG = Logger.getLogger(SetBack.class);

    private final ClockWatch watch = new ClockWatch(InstantSource.system(), System::nanoTime, MOST);
    private boolean ending;

    /** Before all else that starts, which may wait for Kafka. */
    void onStart(@Observes @Priority(1) StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::look);
    }

    private void look() {
        watch.setBack().filter(back -> !ending).ifPresent(back -> {
            ending = true;
            LOG.errorf("the wall clock was set back by %s; ending, to be started again", back);
            Thread last = new Thread(SetBack::end, "end after the clock was set back");
            last.setDaemon(true);
            last.start();
            Quarkus.asyncExit(ExitCode.CLOCK_SET_BACK);
        });
    }

    private static void end() {
        try {
            Thread.sleep(ORDERLY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.CLOCK_SET_BACK);
    }
}
