package io.dateline.contracts.ops;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work that is done again and again while the service runs. Pauses are measured by the monotonic clock: a wall clock that was
 * ahead and is set right again must not hold anything up for as long as it was ahead.
 */
@ApplicationScoped
public class Rounds {
    /** Until what the work needs has started as well. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final ScheduledExecutorService executor;
    private volatile boolean over;

    Rounds(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** One round of it. What it throws is logged, and it is done again all the same. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /**
     * Does it soon, and again and again, never twice at the same time.
     *
     * @param pause from the end of a round to the beginning of the next
     */
    public void every(Duration pause, Work work) {
        every(pause, SOON, work);
    }

    /** @param first until the first round */
    public void every(Duration pause, Duration first, Work work) {
        executor.scheduleWithFixedDelay(() -> round(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round(Work work) {
        if (over) {
            return;
        }
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.errorf(e, "a round of %s failed", work.getClass().getName());
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        over = true;
    }
}
