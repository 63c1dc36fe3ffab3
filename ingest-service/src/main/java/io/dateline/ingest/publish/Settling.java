package io.dateline.ingest.publish;

import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Reserved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Waits where another is publishing the same article at this moment: told that it only carries what another has, a sender
 * would not send it again, and the article would be lost were the other to fail.
 */
final class Settling {
    /** Kafka takes some milliseconds; a sender that is told to try again loses little. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final IdentityStore identities;
    private final Duration patience;

    Settling(IdentityStore identities) {
        this(identities, PATIENCE);
    }

    /** @param patience how long the other is waited for */
    Settling(IdentityStore identities, Duration patience) {
        this.identities = identities;
        this.patience = patience;
    }

    /**
     * The same in their order, with none left that is pending.
     *
     * @param publish takes what was judged anew, as the rest of the batch was taken
     * @throws BrokerUnavailable where the other is not done in time; trying again is harmless
     */
    List<Reserved> settle(List<Reserved> batch, Consumer<List<Reserved>> publish) {
        List<Reserved> settled = new ArrayList<>(batch);
        long deadline = System.nanoTime() + patience.toNanos();
        for (List<Incoming> open = open(settled); !open.isEmpty(); open = open(settled)) {
            List<Reserved> again = identities.reserve(open);
            publish.accept(again);
            Iterator<Reserved> next = again.iterator();
            settled.replaceAll(one -> pending(one) ? next.next() : one);
            if (settled.stream().anyMatch(Settling::pending)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new BrokerUnavailable("another copy of an article is on its way to the broker", null);
                }
                pause();
            }
        }
        return settled;
    }

    private static List<Incoming> open(List<Reserved> batch) {
        return batch.stream().filter(Settling::pending).map(Reserved::incoming).toList();
    }

    private static boolean pending(Reserved one) {
        return one.decision() instanceof Decision.Pending;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("stopped while another copy of an article is on its way", e);
        }
    }
}
