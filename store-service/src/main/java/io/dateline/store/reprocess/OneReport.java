package io.dateline.store.reprocess;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Has one report made at a time: each reads thousands of articles and takes a thread and a connection for seconds. */
final class OneReport {
    private final Semaphore free = new Semaphore(1);

    /** @throws ProblemException {@code too-many-requests} while another is being made */
    <T> T make(Supplier<T> report) {
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, "Another report is being made. Try again in a few seconds.");
        }
        try {
            return report.get();
        } finally {
            free.release();
        }
    }
}
