package io.dateline.enrich.consume;

import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Remembers what ended a lane. Nothing should: what fails on a record is a dead letter, and what is away is waited for.
 * If something does, the channel is closed for good, and only a new start opens it.
 */
final class LaneEnd {
    private static final Logger LOG = Logger.getLogger(LaneEnd.class);

    private final BooleanSupplier stopping;
    private volatile String reason;

    /** A batch of a lane. */
    interface Batch {
        void take() throws Exception;
    }

    /** @param stopping true once the service shuts down: what ends then is no fault */
    LaneEnd(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    void watch(Batch batch) throws Exception {
        try {
            batch.take();
        } catch (Exception | Error e) {
            if (!stopping.getAsBoolean()) {
                LOG.error("a lane ends: nothing is taken from it until the service is started again", e);
                reason = e.getClass().getSimpleName();
            }
            throw e;
        }
    }

    /** Null while nothing has. */
    String reason() {
        return reason;
    }
}
