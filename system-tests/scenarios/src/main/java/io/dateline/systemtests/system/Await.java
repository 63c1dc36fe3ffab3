package io.dateline.systemtests.system;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, with a bound. */
public final class Await {
    private Await() {}

    /** @throws IllegalStateException where {@code what} has not become true within {@code limit} */
    public static void until(String what, Duration limit, BooleanSupplier holds) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited " + limit.toSeconds() + " s in vain for: " + what);
            }
            pause(Duration.ofMillis(50));
        }
    }

    public static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
