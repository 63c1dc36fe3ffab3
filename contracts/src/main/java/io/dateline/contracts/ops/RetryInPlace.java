package io.dateline.contracts.ops;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Tries an action again and again while what failed may succeed later (a database or a broker that is away). A record
 * that waits here is not lost and nothing behind it overtakes it: the service is alive, but not ready. Thread-safe: of calls side by side each that fails counts, whatever the others do.
 */
public final class RetryInPlace {
    private static final Logger LOG = Logger.getLogger(RetryInPlace.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String dependency;
    private final Predicate<Exception> mayPass;
    private final BooleanSupplier stopping;
    /** Calls whose last try failed, and why. */
    private final Map<Object, String> waiting = new ConcurrentHashMap<>();

    /**
     * @param dependency what is tried, for the log and the readiness check
     * @param mayPass    whether a failure may pass by itself; any other is thrown to the caller
     * @param stopping   true once the service shuts down: waiting ends with {@link Stopped}, the records
     *                   stay unacknowledged and are delivered again
     */
    public RetryInPlace(String dependency, Predicate<Exception> mayPass, BooleanSupplier stopping) {
        this.dependency = dependency;
        this.mayPass = mayPass;
        this.stopping = stopping;
    }

    /** Runs the action until it succeeds, fails for good (its exception is thrown), or the service stops. */
    public <T> T call(Callable<T> action) throws Exception {
        Object call = new Object();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                T result = action.call();
                if (waiting.remove(call) != null && waiting.isEmpty()) {
                    LOG.infof("%s is back", dependency);
                }
                return result;
            } catch (Exception e) {
                if (!mayPass.test(e)) {
                    // It answered, if only to refuse: it is not away.
                    waiting.remove(call);
                    throw e;
                }
                note(call, e);
            }
            if (stopping.getAsBoolean()) {
                throw new Stopped(dependency);
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void note(Object call, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause.getClass().getSimpleName();
        if (!waiting.containsValue(why)) {
            boolean forbidden = cause instanceof AuthorizationException || cause instanceof AuthenticationException;
            LOG.warnf(
                    forbidden
                            ? "%s does not let this service in, trying until whoever runs it does: %s"
                            : "%s is away, trying until it is back: %s",
                    dependency,
                    cause.toString());
        }
        waiting.put(call, why);
    }

    /** Why a last try failed, or null while all is well; readiness is down unless it is null. */
    public String trouble() {
        return waiting.values().stream().findFirst().orElse(null);
    }

    /** The service stops while something was being tried: nothing is wrong with what it was tried for. */
    public static final class Stopped extends IllegalStateException {
        Stopped(String dependency) {
            super("stopped while " + dependency + " was away");
        }
    }
}
